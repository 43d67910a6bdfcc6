import { expect } from 'vitest';
import { cutChunked, cutKnownLength, loginPage, on, reframedCut, stale } from '../../fixtures/faults.ts';
import { newsWords } from '../../fixtures/small-release.ts';
import { poison } from '../offline-reader.ts';
import type { Fault, FaultGroup } from './fault.ts';
import { expectRenewed, lookForUpdate, type Scene } from './scene.ts';

/** Saves version 1, and meets version 2 under a fault: version 1 stays whole; without the fault version 2 comes. */
async function oldStaysThenNewComes(scene: Scene, befall: () => void, mend = scene.mend): Promise<void> {
  await scene.save();
  await scene.deploy({ version: '2', prelude: '/* 2 */' });
  befall();
  await scene.tab.reload();
  await lookForUpdate(scene);
  await scene.expectOffline('1');
  mend();
  await newComes(scene);
}

/** At the next openings the newer version is shown, and it is whole. */
export async function newComes(scene: Scene, version = '2'): Promise<void> {
  await scene.open('ar/');
  await scene.verdict();
  await expectRenewed(scene, version);
  await scene.verdict();
  await scene.expectOffline(version);
}

function newRelease(says: string, befall: (scene: Scene) => void): Fault {
  return { says, play: (scene) => oldStaysThenNewComes(scene, () => befall(scene)) };
}

/** A newer release. */
export const update: FaultGroup = {
  heading: 'When a newer release comes',
  faults: [
    {
      says: 'nothing goes wrong',
      naive: 'keeps',
      async play(scene) {
        await scene.save();
        await scene.deploy({ version: '2' });
        await newComes(scene);
      },
    },
    newRelease('a login page', ({ onLanguage }) => onLanguage(loginPage())),
    newRelease('cut short of the length that was told', ({ onLanguage }) => onLanguage(cutKnownLength())),
    newRelease('cut between two chunks', ({ onLanguage }) => onLanguage(cutChunked())),
    newRelease('half a file passed off as the whole', ({ onLanguage }) => onLanguage(reframedCut())),
    newRelease('the old words under the new list of files', ({ onLanguage }) => onLanguage(stale(Buffer.from('<p id="words">words of 1 in ar</p>')))),
    newRelease('a login page for the script', ({ server }) => server.setFault(on(/\/assets\/app\./, loginPage()))),
    {
      says: 'words that could do harm are corrected, and the correction cannot be fetched',
      async play(scene) {
        const { tab, server } = scene;
        const due = () => tab.waitFor((words: string) => document.querySelector('[data-news]')?.textContent === words, { what: 'word of the correction', timeoutMs: 8_000 }, newsWords.recalled);
        await scene.save();
        await scene.deploy({ version: '2', releases: ['changed', 'safety'] });
        scene.onLanguage(cutKnownLength());
        await scene.open('ar/');
        await lookForUpdate(scene);
        await scene.open('ar/card/');
        await due();
        await scene.expectShown('ar', 'card', '1');
        await server.stop();
        await scene.open('en/');
        await due();
        await server.start();
        scene.mend();
        await newComes(scene);
        expect(await tab.text('main')).not.toContain(newsWords.recalled);
      },
    },
    {
      says: 'login pages that an earlier release has kept',
      naive: 'either',
      async play(scene) {
        await scene.save();
        await poison(scene.tab);
        // The words of Arabic are those of before, so nothing but their bytes can tell that they are wrong.
        await scene.deploy({ version: '2', words: { ar: 'words of 1', en: 'words of 1' } });
        await scene.open('ar/');
        await lookForUpdate(scene);
        await scene.open('ar/');
        await scene.verdict();
        await scene.expectOffline('1');
      },
    },
    {
      says: 'a host that has dropped the old files, while an old page is open',
      async play(scene) {
        const { tab } = scene;
        await scene.save();
        await scene.open('ar/');
        await scene.verdict();
        const other = await scene.newTab();
        await scene.open('en/', other);
        await scene.verdict(other);
        const script: string = await tab.evaluate('document.querySelector("script").src');
        await scene.deploy({ version: '2', prelude: '/* 2 */' }, { keepOld: false });
        await lookForUpdate({ ...scene, tab: other });
        await scene.open('en/', other);
        await scene.verdict(other);
        // The old page, or the newer one that has taken its place, can still load what it is made of.
        const loads = async (address: string) => (document.querySelector('script')?.src === address ? (await fetch(address)).ok : false);
        expect(await tab.evaluate(loads, script)).toBe(true);
        await scene.expectShown('ar', 'home', '1');
      },
    },
    {
      says: 'the newer version is taken after the network has gone',
      naive: 'either',
      async play(scene) {
        const { tab, server } = scene;
        await scene.save();
        await scene.deploy({ version: '2' });
        await tab.reload();
        const come = async () => !!(await navigator.serviceWorker.getRegistration())?.waiting || document.querySelector('#words')?.textContent === 'words of 2 in ar';
        await tab.waitFor(come, { what: 'version 2 to come' });
        await server.stop();
        if (scene.worker === 'handleaf') await tab.click('[data-offline-note] button');
        const isShown = () => document.querySelector('#words')?.textContent === 'words of 2 in ar';
        await tab.waitFor(isShown, { what: 'version 2' });
        await scene.expectOffline('2');
      },
    },
    {
      says: 'another policy for the same pages',
      async play(scene) {
        await scene.save();
        // A page under this policy loses its style, which shows that it is in force.
        const strict = { 'content-security-policy': "default-src 'none'; script-src 'self'; connect-src 'self'; worker-src 'self'; trusted-types sw-url" };
        scene.server.setFault(({ path }) => (path.endsWith('/') ? (response, { headers, body }) => void response.writeHead(200, { ...headers, ...strict }).end(body) : 'pass'));
        await scene.deploy({ version: '1', headers: strict });
        await scene.open('ar/');
        await lookForUpdate(scene);
        await scene.open('ar/card/');
        await scene.tab.waitFor('getComputedStyle(document.querySelector("h1")).color !== "rgb(1, 2, 3)"', { what: 'the new policy', timeoutMs: 8_000 });
      },
    },
    {
      says: 'the release is taken back by serving the one before',
      naive: 'either',
      async play(scene) {
        await scene.save();
        for (const version of ['2', '1']) {
          await scene.deploy({ version });
          await newComes(scene, version);
        }
      },
    },
  ],
};
