import { createHash } from 'node:crypto';
import { expect } from 'vitest';
import { loginPage, status } from '../../fixtures/faults.ts';
import { empty as emptyStores, poison, storedKeys } from '../offline-reader.ts';
import type { FaultGroup } from './fault.ts';
import { expectRenewed, lookForUpdate, type Scene } from './scene.ts';
import { newComes } from './update.ts';

/** The store of a phone without room, as browsers tell it. */
const full = "Cache.prototype.put = async () => { throw new DOMException('No room', 'QuotaExceededError'); };\n";
/** A disk so busy that nothing is ever written, from the moment that a page says so. */
const stuckOnWord = `let stuck = false;
addEventListener('message', ({ data }) => { if (data === 'stick') stuck = true; });
const write = Cache.prototype.put;
Cache.prototype.put = function (...content) { return stuck ? new Promise(() => {}) : write.apply(this, content); };\n`;

/** More than the room that is given; Firefox packs what it keeps, so it must not be packed easily. */
const big = Array.from({ length: 40_000 }, (_, at) => createHash('md5').update(`${at}`).digest('hex')).join(' ');

/** Saves, and opens once more, so that the worker is in charge of the page. */
async function savedAndControlled(scene: Scene): Promise<void> {
  await scene.save();
  await scene.save();
}

/** The browser takes away every kept file whose key matches. */
async function evict({ tab }: Scene, part: string): Promise<number> {
  return tab.evaluate(async (wanted: string) => {
    let gone = 0;
    for (const name of await caches.keys()) {
      const store = await caches.open(name);
      for (const request of await store.keys()) if (request.url.includes(wanted)) gone += Number(await store.delete(request));
    }
    return gone;
  }, part);
}

/** Where a scene's worker keeps the Arabic page about the card. */
const language = ({ worker }: Scene) => (worker === 'naive' ? '/ar/card/' : '/packs/ar.');

/** The phone's storage. */
export const storage: FaultGroup = {
  heading: 'On the phone itself',
  faults: [
    {
      says: 'no room for what is fetched',
      async play(scene) {
        scene.onWorker((response, { headers, body }) => {
          const [open, rest] = scene.worker === 'naive' ? ['', String(body)] : ['{', String(body).slice(1)];
          response.writeHead(200, headers).end(open + full + rest);
        });
        await scene.open('ar/');
        expect(await scene.verdict()).toBe('failed');
        await scene.expectShown('ar', 'home');
        scene.mend();
        await scene.save();
        expect(await scene.tab.text('[data-offline-note]')).toBe('Saved on this phone');
        await scene.expectOffline();
      },
    },
    {
      says: 'no room for a newer release',
      async play(scene) {
        await savedAndControlled(scene);
        await scene.deploy({ version: '2', workerPrelude: full });
        await scene.tab.reload();
        await lookForUpdate(scene);
        await scene.expectOffline('1');
        await scene.deploy({ version: '2' });
        await scene.open('ar/');
        await expectRenewed(scene, '2');
        await scene.verdict();
        await scene.expectOffline('2');
      },
    },
    {
      says: 'no room, by the browser’s own limit',
      engines: ['chromium', 'firefox'],
      site: { words: { ar: big } },
      browser: { storageKilobytes: 1_000 },
      async play(scene) {
        const { tab } = scene;
        await scene.open('elsewhere.txt');
        if (tab.engine === 'chromium') await tab.limitStorage(1_000_000);
        await scene.open('ar/');
        expect(await scene.verdict()).toBe('failed');
        expect((await tab.text('#words')).startsWith(big.slice(0, 100))).toBe(true);
      },
    },
    {
      says: 'no room for a newer release, by the browser’s own limit',
      engines: ['chromium', 'firefox'],
      browser: { storageKilobytes: 1_000 },
      async play(scene) {
        const { tab } = scene;
        await savedAndControlled(scene);
        if (tab.engine === 'chromium') await tab.limitStorage(1_000_000);
        await scene.deploy({ version: '2', words: { ar: big } });
        await tab.reload();
        await lookForUpdate(scene);
        await scene.expectOffline('1');
        await scene.deploy({ version: '3' });
        await newComes(scene, '3');
      },
    },
    {
      says: 'a disk that never finishes writing',
      naive: 'either',
      site: { workerPrelude: stuckOnWord },
      async play(scene) {
        await savedAndControlled(scene);
        await scene.tab.evaluate('navigator.serviceWorker.controller.postMessage("stick")');
        await scene.expectOffline();
      },
    },
    {
      says: 'everything kept was taken away, the worker stayed',
      async play(scene) {
        await savedAndControlled(scene);
        await emptyStores(scene.tab);
        await scene.open('en/');
        expect(await scene.verdict()).toBe('ready');
        await scene.save();
        await scene.expectOffline();
      },
    },
    {
      says: 'a part was taken away, then a login page stands in the way',
      async play(scene) {
        await savedAndControlled(scene);
        expect(await evict(scene, language(scene))).toBe(1);
        scene.server.setFault(() => loginPage());
        await scene.open('ar/');
        // The browser's own cache may bring it back past the login page; then it is true that it is saved.
        const verdict = await scene.verdict();
        if (verdict === 'ready') return scene.expectOffline();
        scene.mend();
        await scene.open('ar/');
        // After a failure the next try comes a few seconds later.
        await scene.tab.waitFor('document.documentElement.dataset.offline === "ready"', { what: 'it to be saved', timeoutMs: 15_000 });
        await scene.expectOffline();
      },
    },
    {
      says: 'a part was taken away, and the host has a newer release',
      naive: 'either',
      async play(scene) {
        await savedAndControlled(scene);
        await evict(scene, language(scene));
        await scene.deploy({ version: '2', prelude: '/* 2 */' }, { keepOld: false });
        await scene.open('ar/card/');
        await lookForUpdate(scene);
        await scene.open('ar/card/');
        await expectRenewed(scene, '2');
        await scene.verdict();
        await scene.expectOffline('2');
      },
    },
    {
      says: 'a part was taken away, the host has newer pages and still the old worker’s file',
      async play(scene) {
        await savedAndControlled(scene);
        await evict(scene, language(scene));
        let old: Buffer | undefined;
        scene.onWorker((response, { headers, body }) => void response.writeHead(200, headers).end((old ??= body)));
        await scene.tab.evaluate('fetch("/sw.js", { cache: "no-store" }).then((response) => response.text())');
        await scene.deploy({ version: '2', prelude: '/* 2 */' }, { keepOld: false });
        await scene.open('ar/card/');
        // A page of the newer release may be read, but two releases are not said to be one that is saved.
        const words = await scene.tab.text('#words');
        if (words === 'words of 1 in ar') return scene.expectOffline('1');
        expect(await scene.verdict()).toBe('failed');
        scene.mend();
        await scene.open('ar/card/');
        await expectRenewed(scene, '2');
        await scene.verdict();
        await scene.expectOffline('2');
      },
    },
    {
      says: 'the script was taken away',
      async play(scene) {
        await savedAndControlled(scene);
        expect(await evict(scene, '/assets/app.')).toBe(1);
        await scene.open('ar/');
        expect(await scene.verdict()).toBe('ready');
        expect(await storedKeys(scene.tab)).toContainEqual(expect.stringContaining('/assets/app.'));
        await scene.expectOffline();
      },
    },
    {
      says: 'login pages stand where pages were kept',
      async play(scene) {
        await savedAndControlled(scene);
        await poison(scene.tab);
        await scene.open('en/card/');
        await scene.expectShown('en', 'card');
        await scene.save();
        await scene.expectOffline();
      },
    },
    {
      says: 'a private window',
      naive: 'keeps',
      browser: { privately: true },
      async play(scene) {
        await scene.save();
        await scene.expectOffline();
      },
    },
    {
      says: 'a first visit on a host that has lost one language',
      async play(scene) {
        scene.onLanguage(status(404));
        await scene.open('en/');
        // English is whole without it.
        await scene.verdict();
        await scene.open('ar/');
        expect(await scene.verdict()).toBe('failed');
        await scene.expectShown('ar', 'home');
      },
    },
  ],
};
