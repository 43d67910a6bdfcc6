import { expect } from 'vitest';
import {
  cutAtClose, cutChunked, cutKnownLength, drip, empty, hang, loginPage, movedFile, redirectElsewhere, redirectToLogin, reframedCut, stale, status,
  type Handler,
} from '../../fixtures/faults.ts';
import { latePicture } from '../../fixtures/small-release.ts';
import { keepStorage } from '../engines/keep-storage.ts';
import type { Fault, FaultGroup } from './fault.ts';
import type { Scene } from './scene.ts';

/** The page can be read, is not said to be saved, and is saved once the network is right again. */
async function refusedThenHealed(scene: Scene): Promise<void> {
  await scene.open('ar/');
  expect(await scene.verdict()).toBe('failed');
  expect(await scene.tab.text('[data-offline-note]')).toBe('Not saved');
  await scene.expectShown('ar', 'home');
  scene.mend();
  await scene.save();
  await scene.expectOffline();
}

function firstVisit(says: string, handler: (scene: Scene) => Handler, slow = false): Fault {
  return {
    says,
    slow,
    async play(scene) {
      scene.onLanguage(handler(scene));
      await refusedThenHealed(scene);
    },
  };
}

const startPageForAll: Handler = (response) =>
  void response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end('<!doctype html><h1>Start page of the host</h1>');

/** A host whose every answer may not be kept by the browser itself. */
const noStore = () => ({ 'cache-control': 'no-store' });

/** The browser refuses what this takes away, as a blocked or an embedded browser does. */
function without(says: string, prelude: string): Fault {
  return {
    says,
    site: { prelude },
    async play(scene) {
      await scene.open('ar/');
      expect(await scene.verdict()).toBe('unsupported');
      expect(await scene.tab.text('[data-offline-note]')).toBe('Cannot be saved here');
      await scene.expectShown('ar', 'home');
      expect(await scene.tab.evaluate(`document.documentElement.dataset.awake`)).toBe('');
      expect(scene.tab.problems.filter(({ kind }) => kind === 'exception')).toEqual([]);
    },
  };
}

const denied = "throw new DOMException('The operation is insecure.', 'SecurityError')";

/** A first visit. */
export const install: FaultGroup = {
  heading: 'At the first visit',
  faults: [
    {
      says: 'nothing goes wrong',
      naive: 'keeps',
      async play(scene) {
        await scene.save();
        await scene.expectShown('ar', 'home');
        await scene.expectOffline();
      },
    },
    firstVisit('a login page, with status 200', () => loginPage()),
    firstVisit('a redirect to a login page of the same origin', () => redirectToLogin()),
    firstVisit('a redirect to a login page elsewhere', ({ server }) => redirectElsewhere(server.url.slice(0, -1).replace('localhost', '127.0.0.1'))),
    firstVisit('a file that the host has moved', () => movedFile()),
    firstVisit('the start page in the place of a missing file', () => startPageForAll),
    firstVisit('cut short of the length that was told', () => cutKnownLength()),
    firstVisit('cut between two chunks', () => cutChunked()),
    firstVisit('cut with the connection, no length told', () => cutAtClose()),
    firstVisit('half a file passed off as the whole', () => reframedCut()),
    firstVisit('nothing, with status 200', () => empty()),
    firstVisit('status 204', () => status(204)),
    firstVisit('status 404', () => status(404)),
    firstVisit('the bytes of an older release', () => stale(Buffer.from('{"ar/":"<h1>old dose</h1>"}'))),
    firstVisit('an answer that never comes', () => hang(), true),
    firstVisit('one byte a second', () => drip(), true),
    {
      says: 'the worker’s file never comes, then comes',
      slow: true,
      naive: 'either',
      async play(scene) {
        const held: (() => void)[] = [];
        scene.onWorker((response) => void held.push(() => response.destroy()));
        await scene.open('ar/');
        expect(await scene.verdict()).toBe('failed');
        await scene.expectShown('ar', 'home');
        scene.mend();
        for (const end of held) end();
        // The page tries again by itself. One that is left while WebKit reads the worker's file leaves it deaf to every later page.
        await scene.tab.waitFor(() => document.documentElement.dataset['offline'] === 'ready', { what: 'the page to be saved after all', timeoutMs: 60_000 });
        await scene.expectOffline();
      },
    },
    {
      says: 'the tab is closed in the middle of saving, and the connection breaks',
      async play(scene) {
        const { server, tab } = scene;
        const inHand: (() => void)[] = [];
        scene.onLanguage((response, { headers, body }) => {
          response.writeHead(200, { ...headers, 'content-length': String(body.length) });
          response.write(body.subarray(0, body.length >> 1), () => inHand.push(() => response.socket?.destroySoon()));
        });
        const holder = await keepStorage(tab, `${server.url}elsewhere.txt`);
        const second = await scene.newTab();
        await scene.open('ar/', second);
        await expect.poll(() => inHand.length, { timeout: 10_000 }).toBeGreaterThan(0);
        await second.close();
        scene.mend();
        for (const end of inHand) end();
        await scene.save();
        await scene.expectOffline();
        await holder.close();
      },
    },
    {
      says: 'a picture that never comes, so that the page never finishes loading',
      async play({ tab, server, open, verdict, expectOffline }) {
        await open('elsewhere.txt');
        let bringPicture = () => {};
        const brought = new Promise<void>((resolve) => (bringPicture = resolve));
        server.setFault(({ path }) => (path.includes(latePicture) ? (response, right) => void brought.then(() => response.end(right.body)) : 'pass'));
        await tab.evaluate('void setTimeout(() => location.assign("/"))');
        // WebKit's driver is silent until the page has loaded, so it is the server that sees the saving begin.
        const asked = () => server.requests.map(({ path }) => path);
        await expect.poll(asked, { timeout: 8_000 }).toContain('/sw.js').finally(bringPicture);
        expect(await verdict()).toBe('ready');
        await open('ar/');
        expect(await verdict()).toBe('ready');
        await expectOffline();
      },
    },
    {
      says: 'the worker’s file comes as plain text, then rightly',
      naive: 'either',
      async play(scene) {
        scene.onWorker((response, { headers, body }) => void response.writeHead(200, { ...headers, 'content-type': 'text/plain' }).end(body));
        await refusedThenHealed(scene);
      },
    },
    {
      says: 'the host’s policy forbids the worker to fetch, then allows it',
      async play(scene) {
        scene.onWorker((response, { headers, body }) => void response.writeHead(200, { ...headers, 'content-security-policy': "default-src 'none'" }).end(body));
        await refusedThenHealed(scene);
      },
    },
    {
      says: 'answers that vary by what the browser accepts',
      site: { serverHeaders: (path): Record<string, string> => (path === 'sw.js' ? {} : { vary: path.endsWith('.html') ? 'Accept, Accept-Language' : '*' }) },
      async play(scene) {
        await scene.save();
        await scene.expectOffline();
      },
    },
    {
      says: 'the browser’s own cache keeps nothing',
      naive: 'keeps',
      site: { serverHeaders: noStore },
      async play(scene) {
        await scene.save();
        await scene.expectOffline();
      },
    },
    {
      says: 'a site in a folder',
      naive: 'keeps',
      site: { base: '/a/b/' },
      async play(scene) {
        await scene.save();
        await scene.expectOffline();
      },
    },
    without('no workers in this browser (in-app, old, not secure)', "Object.defineProperty(navigator, 'serviceWorker', { value: undefined });\n"),
    without('workers that are denied: asking for them throws', `Object.defineProperty(navigator, 'serviceWorker', { get() { ${denied}; } });\n`),
    without('no storage for files', "Object.defineProperty(window, 'caches', { value: undefined });\n"),
    without('storage that is denied: touching it throws', `for (const name of ['caches', 'localStorage', 'sessionStorage']) Object.defineProperty(window, name, { get() { ${denied}; } });\n`),
  ],
};
