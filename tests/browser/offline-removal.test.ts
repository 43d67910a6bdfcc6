import { expect, test } from 'vitest';
import { on, status } from '../fixtures/faults.ts';
import type * as keepingModule from '../../src/islands/offline/keeping.ts';
import { forEachEngine } from './engines/for-each-engine.ts';
import { leaflet, readerOf, shown, untilOffline } from './offline-reader.ts';

declare global {
  interface Window {
    keeping: typeof keepingModule;
  }
}

forEachEngine((engine) => {
  test('clearing leaves no store and no worker', async () => {
    const { tab, server, open } = await readerOf(engine);
    await open('ar/');
    await untilOffline(tab, 'ready');
    expect(await tab.evaluate(() => window.keeping.clearAll())).toEqual({ ok: true });
    await tab.goto(`${server.url.replace('localhost', '127.0.0.1')}elsewhere.txt`);
    await open('elsewhere.txt');
    const left = await tab.evaluate(async () => [await caches.keys(), (await navigator.serviceWorker.getRegistrations()).length]);
    expect(left).toEqual([[], 0]);
  });

  test('a worker that hears and never says that it has removed everything is not waited for', async () => {
    const dumb = "addEventListener('message', (event) => { if (event.data.type !== 'clear') return; event.ports[0]?.postMessage({ type: 'heard' }); event.stopImmediatePropagation(); });\n";
    const { tab, open } = await readerOf(engine, { workerPrelude: dumb });
    await open('ar/');
    await untilOffline(tab, 'ready');
    await tab.evaluate(() => void window.keeping.clearAll().then(({ ok }) => Object.assign(window, { ok })));
    await tab.waitFor('window.ok', { what: 'word that it is removed', timeoutMs: 20_000 });
    expect(await tab.evaluate('caches.keys()')).toEqual([]);
  });

  test('what is removed after a first visit that failed is not kept again by another open page', async () => {
    const { tab, server, open } = await readerOf(engine);
    server.setFault(on(/^\/packs\/ar\./, status(404)));
    const other = await tab.newTab();
    for (const [page, path] of [[tab, 'ar/'], [other, 'ar/card/']] as const) {
      await open(path, page);
      await untilOffline(page, 'failed');
    }
    expect(await other.evaluate(() => window.keeping.clearAll())).toEqual({ ok: true });
    await tab.waitFor('document.documentElement.dataset.offline === undefined', { what: 'the other page to have given up' });
    server.setFault(undefined);
    await tab.evaluate('void dispatchEvent(new Event("online"))');
    // Whatever the page did then has been done when another has been opened and answered.
    await open('elsewhere.txt', other);
    await other.evaluate('fetch("/elsewhere.txt").then((answer) => answer.text())');
    expect(await other.evaluate(async () => [await caches.keys(), (await navigator.serviceWorker.getRegistrations()).length])).toEqual([[], 0]);
  });

  test('a page that comes back after everything was removed does not say that it is saved', async () => {
    const { tab, open } = await readerOf(engine);
    await open('ar/');
    await untilOffline(tab, 'ready');
    await tab.evaluate('void (location.href = "/ar/card/")');
    await tab.waitFor('document.querySelector("h1")?.textContent === "ar card"', { what: 'the card' });
    await untilOffline(tab, 'ready');
    expect(await tab.evaluate(() => window.keeping.clearAll())).toEqual({ ok: true });
    await tab.evaluate('void history.back()');
    await tab.waitFor('document.querySelector("h1")?.textContent === "ar home"', { what: 'the page before' });
    // Read in anew it saves itself again, honestly; out of the browser's cache it must not go on as if nothing had happened.
    await tab.waitFor(async () => (await caches.keys()).length > 0 || document.documentElement.dataset['offline'] === undefined, { what: 'to know it' });
  });

  test('a page that has removed everything does not go on saying so where another has kept the leaflet again', async () => {
    const { tab, open } = await readerOf(engine);
    await open('ar/');
    await untilOffline(tab, 'ready');
    expect(await tab.evaluate(() => window.keeping.clearAll())).toEqual({ ok: true });
    await tab.waitFor('document.documentElement.dataset.offline === undefined', { what: 'to know it' });
    await tab.evaluate('void (location.href = "/ar/card/")');
    await tab.waitFor('document.querySelector("h1")?.textContent === "ar card"', { what: 'the card' });
    await untilOffline(tab, 'ready');
    await tab.evaluate('void history.back()');
    await tab.waitFor('document.querySelector("h1")?.textContent === "ar home"', { what: 'the page before' });
    await untilOffline(tab, 'ready');
  });

  test.each(['another page that is still open', 'no other page'])('with %s, the leaflet that is opened after everything was removed is kept again', async (others) => {
    const { tab, server, open } = await readerOf(engine);
    // The second time, the worker is in charge of the page.
    for (const path of ['ar/', 'ar/card/']) {
      await open(path);
      await untilOffline(tab, 'ready');
    }
    const other = await tab.newTab();
    if (others !== 'no other page') {
      await open('en/', other);
      await untilOffline(other, 'ready');
    }
    expect(await tab.evaluate(() => window.keeping.clearAll())).toEqual({ ok: true });
    await open('ar/');
    await untilOffline(tab, 'ready');
    if (others !== 'no other page') expect(await other.evaluate('document.documentElement.dataset.offline ?? "not kept"')).toBe('not kept');
    await server.stop();
    await open('en/card/');
    expect(await shown(tab)).toMatchObject(leaflet('en', 'card'));
  });
});
