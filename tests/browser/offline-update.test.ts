import { expect, test } from 'vitest';
import { on, stale, status } from '../fixtures/faults.ts';
import type { Handler } from '../fixtures/faults.ts';
import { killWorker } from '../fixtures/small-release.ts';
import { browserNames } from './engines/engine.ts';
import { forEachEngine } from './engines/for-each-engine.ts';
import { look, saved, untilWaiting, untilWords } from './newer-version.ts';
import { leaflet, readerOf, shown, storedKeys, untilOffline } from './offline-reader.ts';

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
    await untilWords(tab, 'words of 2 in ar');
    await untilOffline(tab, 'ready');
    expect(await shown(tab)).toMatchObject(leaflet('ar', 'card', '2'));
    await open('en/');
    expect(await shown(tab)).toMatchObject(leaflet('en', 'home'));
    const packs = (await storedKeys(tab)).filter((path) => path.startsWith('/packs/'));
    expect(packs).toHaveLength(2);
  });

  test.each([
    ['after an hour in which the page has stayed open', 'void window.hour()'],
    ['when the reader comes back to a page after a minute', 'void ((at) => { performance.now = () => at; document.dispatchEvent(new Event("visibilitychange")); })(performance.now() + 61_000)'],
  ])('a newer version is looked for %s', async (_, passes) => {
    const prelude = 'const every = setInterval; globalThis.setInterval = (then, ms) => (ms === 3_600_000 ? (window.hour = then) : every(then, ms));';
    const reader = await readerOf(engine, { prelude });
    const { tab, server } = reader;
    await saved(reader);
    server.forget();
    await tab.evaluate(passes);
    await expect.poll(() => server.requests.map(({ path }) => path), { timeout: 20_000 }).toContain('/sw.js');
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
    await untilWords(tab, 'words of 2 in ar');
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
    await untilWords(tab, 'words of 2 in ar');
  });

  test('a page that stays open offers a newer version also after others that could not be fetched', async () => {
    const reader = await readerOf(engine);
    const { tab, server } = reader;
    await saved(reader);
    // The first visit has no worker that a newer one would wait for.
    await saved(reader);
    const outcomeOfLook = () =>
      tab.evaluate(async () => {
        const registration = await navigator.serviceWorker.getRegistration();
        await registration?.update().catch(() => {});
        const { installing } = registration ?? {};
        return new Promise<string>((resolve) => {
          const tell = () => installing?.state !== 'installing' && resolve(installing?.state ?? 'none');
          installing?.addEventListener('statechange', tell);
          tell();
        });
      });
    for (const version of ['2', '3']) {
      server.setFault(on(/\/packs\/ar/, status(404)));
      await reader.deploy({ version });
      expect(await outcomeOfLook()).toBe('redundant');
    }
    server.setFault(undefined);
    await reader.deploy({ version: '4' });
    expect(await outcomeOfLook()).toBe('installed');
    await tab.waitFor('!!document.querySelector("[data-offline-note] button")', { what: 'the button' });
    await tab.click('[data-offline-note] button');
    await untilWords(tab, 'words of 4 in ar');
  });

  test('a disk that hangs while a newer version takes over does not keep the reader from the pages', async () => {
    const reader = await readerOf(engine);
    const { tab } = reader;
    await saved(reader);
    await reader.deploy({ version: '2', workerPrelude: "addEventListener('activate', () => { Cache.prototype.put = () => new Promise(() => {}); });" });
    await tab.reload();
    await untilWaiting(tab);
    await tab.click('[data-offline-note] button');
    await untilWords(tab, 'words of 2 in ar');
    await reader.open('ar/card/');
    await untilWords(tab, 'words of 2 in ar');
  });

  test('two newer versions in quick succession reload the page once; for the second the reader is asked', async () => {
    const reader = await readerOf(engine);
    const { tab, server, open } = reader;
    await saved(reader);
    let revision = 1;
    server.setFault(forWorker((response, { headers, body }) => void response.writeHead(200, headers).end(String(body).replace('"version":"1"', `"version":"1.${revision}"`))));
    await tab.reload();
    await untilWaiting(tab);
    await open('ar/card/');
    await tab.waitFor('history.state?.renewedAt', { what: 'the reload' });
    await untilOffline(tab, 'ready');

    revision = 2;
    await look(tab);
    await untilWaiting(tab);
    await tab.reload();
    const start = await tab.evaluate('performance.timeOrigin');
    await tab.waitFor('!!document.querySelector("[data-offline-note] button")', { what: 'the button' });
    await untilOffline(tab, 'ready');
    expect(await tab.evaluate('performance.timeOrigin')).toBe(start);
  });

  test('a newer version that comes at the moment of a tap on a link does not lead back to the page that is left', async () => {
    const reader = await readerOf(engine);
    const { tab } = reader;
    await saved(reader);
    await tab.reload();
    await tab.evaluate(() => {
      const link = document.body.appendChild(document.createElement('a'));
      link.href = '/ar/card/';
      link.click();
      navigator.serviceWorker.dispatchEvent(new Event('controllerchange'));
    });
    await tab.waitFor('document.querySelector("h1")?.textContent === "ar card"', { what: 'the page that the link leads to' });
  });

  test('the kill worker lets go of the page and of every byte, and a later release saves again', async () => {
    const reader = await readerOf(engine);
    const { tab, server, open } = reader;
    await saved(reader);
    const kill = Buffer.from(await killWorker());
    server.setFault(forWorker(stale(kill)));
    await reader.deploy({ version: '2' });
    await tab.reload();
    await untilWords(tab, 'words of 2 in ar');
    await tab.waitFor(async () => (await caches.keys()).length === 0, { what: 'the stores to be gone' });

    server.setFault(undefined);
    await open('ar/');
    await untilOffline(tab, 'ready');
    await server.stop();
    await open('ar/card/');
    expect(await shown(tab)).toMatchObject(leaflet('ar', 'card', '2'));
  });
}, browserNames);
