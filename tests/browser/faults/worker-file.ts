import { Script } from 'node:vm';
import { expect } from 'vitest';
import { empty, loginPage, redirectToLogin, status, type Handler } from '../../fixtures/faults.ts';
import type { FaultGroup } from './fault.ts';
import { lookForUpdate } from './scene.ts';
import { newComes } from './update.ts';

/** So many ends of statements are tried: to read a script again and again takes time that the browser waits. */
const triedEnds = 40;

/** As much of the script as ends with a statement and is a valid script itself; half of it if there is no such part. */
const cutAfterStatement: Handler = (response, { headers, body }) => {
  const code = String(body);
  const ends = [...code.matchAll(/[;}\n]/g)].slice(0, triedEnds).map(({ index }) => code.slice(0, index + 1));
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

/** The one file that no hash protects. */
export const workerFile: FaultGroup = {
  heading: 'When the worker’s own file goes wrong',
  faults: [
    {
      says: 'the worker’s file cut where a statement ends',
      // Firefox keeps the old worker over the detour.
      naive: 'either',
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
      says: 'the worker’s file is another one at each look',
      naive: 'either',
      site: { prelude: counter },
      async play(scene) {
        const { tab, onWorker } = scene;
        await scene.save();
        let revision = 0;
        onWorker((response, { headers, body }) => void response.writeHead(200, headers).end(`${body}\n//${(revision += 1)}`));
        await tab.evaluate('sessionStorage.opened = 0');
        await scene.open('ar/card/');
        for (let looks = 0; looks < 24 && revision < 8; looks += 1) await lookForUpdate(scene);
        expect(revision).toBeGreaterThanOrEqual(8);
        await scene.verdict();
        expect(Number(await tab.evaluate('sessionStorage.opened'))).toBeLessThanOrEqual(2);
        await scene.expectShown('ar', 'card');
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
  ],
};
