import { Script } from 'node:vm';
import { expect } from 'vitest';
import { cutChunked, cutKnownLength, empty, loginPage, on, redirectToLogin, reframedCut, stale, status, type Handler } from '../../fixtures/faults.ts';
import { newsWords } from '../../fixtures/small-release.ts';
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

async function newComes(scene: Scene, version = '2'): Promise<void> {
  await scene.open('ar/');
  await scene.verdict();
  await expectRenewed(scene, version);
  await scene.verdict();
  await scene.expectOffline(version);
}

function newRelease(says: string, befall: (scene: Scene) => void): Fault {
  return { says, play: (scene) => oldStaysThenNewComes(scene, () => befall(scene)) };
}

/** As much of the script as ends with a statement and is a valid script itself; half of it if there is no such part. */
const cutAfterStatement: Handler = (response, { headers, body }) => {
  const code = String(body);
  const ends = [...code.matchAll(/[;}\n]/g)].map(({ index }) => code.slice(0, index + 1));
  const part = ends.find((start) => start.trim() && isScript(start)) ?? code.slice(0, code.length / 2);
  response.writeHead(200, headers).end(part);
};

function isScript(code: string): boolean {
  try {
    new Script(code);
    return true;
  } catch {
    return false;
  }
}

/** Keeps from the page that the worker has changed, as some browsers do. */
const silence = "navigator.serviceWorker.addEventListener('controllerchange', (event) => event.stopImmediatePropagation());\n";

/** Writes how often pages have been opened. */
const counter = "sessionStorage.opened = Number(sessionStorage.opened ?? 0) + 1;\n";

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
      says: 'the worker’s file cut where a statement ends',
      async play(scene) {
        await scene.save();
        await scene.deploy({ version: '2' });
        scene.onWorker(cutAfterStatement);
        await scene.open('ar/');
        await lookForUpdate(scene);
        // The leaflet is left, so that whatever waits takes over.
        await scene.tab.goto(`${scene.server.url.replace('localhost', '127.0.0.1')}elsewhere.txt`);
        await scene.expectOffline('1');
        scene.mend();
        await newComes(scene);
      },
    },
    {
      says: 'words that could do harm are corrected, and the correction cannot be fetched',
      async play(scene) {
        const { tab, server } = scene;
        const due = () => tab.waitFor((words: string) => document.querySelector('[data-news]')?.textContent === words, { what: 'word of the correction', timeoutMs: 8_000 }, newsWords.recalled);
        await scene.save();
        await scene.deploy({ version: '2', change: 'safety' });
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
      says: 'the worker’s file is missing, a login page, or redirected',
      naive: 'either',
      async play(scene) {
        await scene.save();
        await scene.deploy({ version: '2' });
        for (const handler of [status(404), status(410), status(500), loginPage(), redirectToLogin()]) {
          scene.onWorker(handler);
          await scene.open('ar/');
          await lookForUpdate(scene);
        }
        await scene.expectOffline('1');
        scene.mend();
        await newComes(scene);
      },
    },
    {
      says: 'the worker’s file may be cached for a day',
      naive: 'either',
      site: { serverHeaders: (path): Record<string, string> => (path === 'sw.js' ? { 'cache-control': 'max-age=86400' } : {}) },
      async play(scene) {
        await scene.save();
        await scene.deploy({ version: '2' });
        await newComes(scene);
      },
    },
    {
      says: 'login pages that an earlier release has kept',
      async play(scene) {
        await scene.save();
        await poisonAll(scene);
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
      says: 'the worker’s file is another one at each look',
      site: { prelude: counter },
      async play(scene) {
        const { tab, onWorker } = scene;
        await scene.save();
        let revision = 0;
        onWorker((response, { headers, body }) => void response.writeHead(200, headers).end(`${body}\n//${(revision += 1)}`));
        await tab.evaluate('sessionStorage.opened = 0');
        await scene.open('ar/card/');
        while (revision < 8) await lookForUpdate(scene);
        await scene.verdict();
        expect(Number(await tab.evaluate('sessionStorage.opened'))).toBeLessThanOrEqual(2);
        await scene.expectShown('ar', 'card');
      },
    },
    {
      says: 'the browser never says that the worker has changed',
      naive: 'either',
      site: { prelude: silence },
      async play(scene) {
        await scene.save();
        await scene.deploy({ version: '2', prelude: silence });
        await scene.open('ar/');
        await lookForUpdate(scene);
        await scene.open('ar/');
        // The page that is open when the new worker takes over stays as it is; the one after it is the newer one.
        const inForce = async () => !(await navigator.serviceWorker.getRegistration())?.waiting;
        await scene.tab.waitFor(inForce, { what: 'version 2 to be in force' });
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
    {
      says: 'an empty file as the worker, then a right one',
      naive: 'either',
      async play(scene) {
        await scene.save();
        scene.onWorker(empty());
        await scene.open('ar/');
        await lookForUpdate(scene);
        await scene.tab.goto(`${scene.server.url.replace('localhost', '127.0.0.1')}elsewhere.txt`);
        scene.mend();
        await scene.open('ar/');
        // The page first has to find out that nobody answers.
        await scene.tab.waitFor('document.documentElement.dataset.offline === "ready"', { what: 'it to be saved' });
        await scene.expectOffline();
      },
    },
  ],
};

/** Puts a login page in the place of everything that is kept. */
function poisonAll({ tab }: Scene): Promise<void> {
  return tab.evaluate(async () => {
    for (const name of await caches.keys()) {
      const store = await caches.open(name);
      for (const request of await store.keys()) await store.put(request, new Response('<h1>Please log in</h1>', { headers: { 'content-type': 'text/html' } }));
    }
  });
}
