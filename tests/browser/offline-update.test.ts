import { describe, expect, test } from 'vitest';
import { cutChunked, cutKnownLength, empty as nothing, loginPage, on, redirectToLogin, reframedCut, stale, status } from '../fixtures/faults.ts';
import type { Handler } from '../fixtures/faults.ts';
import { killWorker } from '../fixtures/small-release.ts';
import type { Tab } from './engines/engine.ts';
import { forEachEngine } from './engines/for-each-engine.ts';
import type { Reader } from './offline-reader.ts';
import { leaflet, readerOf, shown, storedKeys, untilOffline } from './offline-reader.ts';

/** Waits until a newer version is whole on the phone and waits. */
const untilWaiting = (tab: Tab) =>
  tab.waitFor(async () => !!(await navigator.serviceWorker.getRegistration())?.waiting, { what: 'a newer version to wait' });

/** Looks for a newer version and waits until it has been refused; false if it was taken in. */
const refused = (tab: Tab) =>
  tab.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    await registration?.update().catch(() => {});
    const coming = registration?.installing;
    if (!coming) return !registration?.waiting;
    return new Promise<boolean>((resolve) => {
      coming.addEventListener('statechange', () => resolve(coming.state === 'redundant'));
    });
  });

const untilShown = (tab: Tab, words: string) =>
  tab.waitFor((wanted: string) => document.querySelector('#words')?.textContent === wanted, { what: words }, words);

async function saved(reader: Reader): Promise<void> {
  await reader.open('ar/');
  await untilOffline(reader.tab, 'ready');
}

/** Opens the leaflet again, when a newer version waits or has taken over already, and waits until it is shown. */
async function renewed({ tab, open }: Reader, version: string): Promise<void> {
  const words = `words of ${version} in ar`;
  const come = async (wanted: string) =>
    !!(await navigator.serviceWorker.getRegistration())?.waiting || document.querySelector('#words')?.textContent === wanted;
  await tab.waitFor(come, { what: `version ${version} to come` }, words);
  await open('ar/card/');
  await untilShown(tab, words);
}

/** Gives the worker's script to no one but in this way. */
const forWorker = (handler: Handler) => on(/\/sw\.js$/, handler);

forEachEngine((engine) => {
  test('a newer version comes whole, waits, and is shown at the next opening after one reload', async () => {
    const reader = await readerOf(engine);
    const { tab, server, open } = reader;
    await saved(reader);
    await reader.deploy({ version: '2', words: { en: 'words of 1' } });
    server.forget();
    await tab.reload();
    await untilWaiting(tab);
    expect(await shown(tab)).toMatchObject(leaflet('ar', 'home'));
    // The English pack has not changed, so only the Arabic one is fetched.
    expect(server.requests.map(({ path }) => path).filter((path) => path.includes('packs'))).toEqual([expect.stringMatching(/packs\/ar/)]);

    await server.stop();
    await open('ar/card/');
    await untilShown(tab, 'words of 2 in ar');
    await untilOffline(tab, 'ready');
    expect(await shown(tab)).toMatchObject(leaflet('ar', 'card', '2'));
    await open('en/');
    expect(await shown(tab)).toMatchObject(leaflet('en', 'home'));
    const packs = (await storedKeys(tab)).filter((path) => path.startsWith('/packs/'));
    expect(packs).toHaveLength(2);
  });

  test('the reader may take a newer version with one tap, but not while a timer runs', async () => {
    const reader = await readerOf(engine);
    const { tab } = reader;
    await saved(reader);
    await reader.deploy({ version: '2' });
    await tab.reload();
    await tab.waitFor('!!document.querySelector("[data-offline-note] button")', { what: 'the button' });
    expect(await tab.text('[data-offline-note]')).toContain('There is a newer version');
    await tab.evaluate('void (document.documentElement.dataset.busy = "")');
    await tab.waitFor('!document.querySelector("[data-offline-note] button")', { what: 'the button to go' });
    await tab.evaluate('delete document.documentElement.dataset.busy');
    await tab.click('[data-offline-note] button');
    await untilShown(tab, 'words of 2 in ar');
    await untilOffline(tab, 'ready');
    expect(await tab.text('[data-offline-note]')).toBe('Saved on this phone');
  });

  test('the tap shows the newer version even where the browser never says that the worker has changed', async () => {
    const prelude = "navigator.serviceWorker.addEventListener('controllerchange', (event) => event.stopImmediatePropagation());";
    const reader = await readerOf(engine, { prelude });
    const { tab } = reader;
    await saved(reader);
    await reader.deploy({ version: '2', prelude });
    await tab.reload();
    await tab.click('[data-offline-note] button');
    await untilShown(tab, 'words of 2 in ar');
  });

  test('two newer versions in quick succession reload the page once; for the second the reader is asked', async () => {
    const reader = await readerOf(engine);
    const { tab, server, open } = reader;
    await saved(reader);
    let revision = 1;
    server.setFault(forWorker((response, { headers, body }) => void response.writeHead(200, headers).end(`${body}\n//${revision}`)));
    await tab.reload();
    await untilWaiting(tab);
    await open('ar/card/');
    await tab.waitFor('history.state?.renewedAt', { what: 'the reload' });
    await untilOffline(tab, 'ready');

    revision = 2;
    await tab.evaluate(async () => void (await navigator.serviceWorker.getRegistration())?.update());
    await untilWaiting(tab);
    await tab.reload();
    const start = await tab.evaluate('performance.timeOrigin');
    await tab.waitFor('!!document.querySelector("[data-offline-note] button")', { what: 'the button' });
    await untilOffline(tab, 'ready');
    expect(await tab.evaluate('performance.timeOrigin')).toBe(start);
  });

  describe('an update that is not whole leaves the old version whole', () => {
    const lag = (other: string) => stale(Buffer.from(other));
    test.each<[string, Handler]>([
      ['packs cut short of their length', cutKnownLength()],
      ['packs cut between two chunks', cutChunked()],
      ['half packs passed off as whole', reframedCut()],
      ['packs of the release before', lag('{"ar/":"words of 1"}')],
    ])('%s', async (_, fault) => {
      const reader = await readerOf(engine);
      const { tab, server, open } = reader;
      await saved(reader);
      await reader.deploy({ version: '2' });
      server.setFault(on(/^\/packs\//, fault));
      await tab.reload();
      await untilOffline(tab, 'ready');
      expect(await refused(tab)).toBe(true);
      await server.stop();
      await open('ar/card/');
      expect(await shown(tab)).toMatchObject(leaflet('ar', 'card'));
      await open('en/');
      expect(await shown(tab)).toMatchObject(leaflet('en', 'home'));

      await server.start();
      server.setFault(undefined);
      await open('ar/');
      await renewed(reader, '2');
    });
  });

  describe('a worker script that is not one changes nothing', () => {
    test.each<[string, Handler]>([
      ['404', status(404)],
      ['a login page', loginPage()],
      ['a redirect', redirectToLogin()],
      ['cut in half', reframedCut()],
      ['cut before its last character', (response, { headers, body }) => void response.writeHead(200, headers).end(body.subarray(0, -1))],
    ])('%s', async (_, fault) => {
      const reader = await readerOf(engine);
      const { tab, server, open } = reader;
      await saved(reader);
      await reader.deploy({ version: '2' });
      server.setFault(forWorker(fault));
      await tab.reload();
      await untilOffline(tab, 'ready');
      expect(await refused(tab)).toBe(true);
      await server.stop();
      await open('en/card/');
      expect(await shown(tab)).toMatchObject(leaflet('en', 'card'));
    });
  });

  test('an empty worker script that took over is replaced by a whole one while the page is open', async () => {
    const reader = await readerOf(engine);
    const { tab, server, open } = reader;
    await saved(reader);
    server.setFault(forWorker(nothing()));
    await tab.reload();
    await untilWaiting(tab);
    await tab.goto(`${server.url.replace('localhost', '127.0.0.1')}elsewhere.txt`);
    server.setFault(undefined);
    await open('ar/');
    await untilOffline(tab, 'ready', 40_000);
    await server.stop();
    await open('ar/card/');
    expect(await shown(tab)).toMatchObject(leaflet('ar', 'card'));
  });

  test('a release can be taken back by serving the one before', async () => {
    const reader = await readerOf(engine);
    const { tab, server, open } = reader;
    await saved(reader);
    for (const version of ['2', '1']) {
      await reader.deploy({ version });
      await open('ar/');
      await renewed(reader, version);
    }
    await server.stop();
    await open('en/card/');
    expect(await shown(tab)).toMatchObject(leaflet('en', 'card'));
  });

  test('the policy of a page changes with a release that changes nothing else', async () => {
    const reader = await readerOf(engine);
    const { tab, server, open } = reader;
    await saved(reader);
    await reader.deploy({ version: '1', headers: { 'x-robots-tag': 'noindex' } });
    await tab.reload();
    await untilWaiting(tab);
    server.forget();
    await open('ar/card/');
    await tab.waitFor('history.state?.renewedAt', { what: 'the reload' });
    expect(server.requests.filter(({ path }) => path.includes('packs'))).toEqual([]);
  });

  test('the kill worker lets go of the page and of every byte, and a later release saves again', async () => {
    const reader = await readerOf(engine);
    const { tab, server, open } = reader;
    await saved(reader);
    const kill = Buffer.from(await killWorker());
    server.setFault(forWorker(stale(kill)));
    await reader.deploy({ version: '2' });
    await tab.reload();
    await untilShown(tab, 'words of 2 in ar');
    await tab.waitFor(async () => (await caches.keys()).length === 0, { what: 'the stores to be gone' });

    server.setFault(undefined);
    await open('ar/');
    await untilOffline(tab, 'ready');
    await server.stop();
    await open('ar/card/');
    expect(await shown(tab)).toMatchObject(leaflet('ar', 'card', '2'));
  });
});
