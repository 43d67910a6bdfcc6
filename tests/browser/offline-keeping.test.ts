import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { headersOf } from '../../src/site/headers.ts';
import { loginPage, on, status } from '../fixtures/faults.ts';
import { smallSite, smallStyleHashes, writeSite, type SmallSiteOptions } from '../fixtures/small-release.ts';
import { serveSite } from '../fixtures/site-server.ts';
import type * as keepingModule from '../../src/islands/offline/keeping.ts';
import type { Tab } from './engines/engine.ts';
import { forEachEngine } from './engines/for-each-engine.ts';
import { leaflet, readerOf, shown, untilOffline } from './offline-reader.ts';

type Keeping = typeof keepingModule;
declare global {
  interface Window {
    keeping: Keeping;
  }
}

const languages = (tab: Tab) =>
  tab.evaluate(async () => {
    const { languages } = await window.keeping.askStatus();
    return Object.fromEntries(languages.map(({ tag, kept, whole, version }) => [tag, `${kept} ${whole} ${version}`]));
  });

forEachEngine((engine) => {
  test('a language is kept on request, byte by byte in view, and read offline; given up, it is gone', async () => {
    const { tab, server, site, open } = await readerOf(engine);
    await open('ar/');
    await untilOffline(tab, 'ready');
    expect(await languages(tab)).toEqual({ en: 'true true 1', ar: 'true true 1', 'zh-Hans': 'false false ' });

    const [outcome, last] = await tab.evaluate(async () => {
      let seen: number[] = [];
      const kept = await window.keeping.keep('zh-Hans', (done, total) => (seen = [done, total]));
      return [kept, seen];
    });
    const bytes = site.release.packs['zh-Hans']?.bytes;
    expect([outcome, last]).toEqual([{ ok: true }, [bytes, bytes]]);
    expect(await languages(tab)).toMatchObject({ 'zh-Hans': 'true true 1' });
    expect(await tab.evaluate(() => window.keeping.check('zh-Hans'))).toEqual({ kept: true, whole: true, version: '1' });
    await server.stop();
    await open('zh-Hans/card/');
    expect(await shown(tab)).toMatchObject(leaflet('zh-Hans', 'card'));

    expect(await tab.evaluate(() => window.keeping.drop('zh-Hans'))).toEqual({ ok: false, trouble: 'in-use' });
    await open('ar/');
    expect(await tab.evaluate(() => window.keeping.drop('en'))).toEqual({ ok: false, trouble: 'in-use' });
    expect(await tab.evaluate(() => window.keeping.drop('zh-Hans'))).toEqual({ ok: true });
    expect(await languages(tab)).toMatchObject({ 'zh-Hans': 'false false ' });
    await open('zh-Hans/card/');
    expect(await shown(tab)).toMatchObject(leaflet('ar', 'not-kept'));
  });

  test('what cannot be kept is said, with the reason, and leaves nothing', async () => {
    const { tab, server, open } = await readerOf(engine);
    await open('en/');
    await untilOffline(tab, 'ready');
    server.setFault(on(/^\/packs\//, loginPage()));
    expect(await tab.evaluate(() => window.keeping.keep('ar'))).toEqual({ ok: false, trouble: 'bytes' });
    await server.stop();
    expect(await tab.evaluate(() => window.keeping.keep('zh-Hans'))).toEqual({ ok: false, trouble: 'network' });
    expect(await tab.evaluate(() => window.keeping.keep('tlh'))).toEqual({ ok: false, trouble: 'unknown' });
    expect(await languages(tab)).toEqual({ en: 'true true 1', ar: 'false false ', 'zh-Hans': 'false false ' });
  });

  test('a language kept while a newer version waits is there after it has taken over', async () => {
    const { tab, server, open, deploy } = await readerOf(engine);
    await open('ar/');
    await untilOffline(tab, 'ready');
    await deploy({ version: '2' });
    await tab.reload();
    await tab.waitFor(async () => (await window.keeping.askStatus()).newer.includes('ar'), { what: 'version 2 to wait' });
    expect(await tab.evaluate(async () => (await window.keeping.askStatus()).newer)).toEqual(['en', 'ar']);
    expect(await tab.evaluate(() => window.keeping.keep('zh-Hans'))).toEqual({ ok: true });
    await open('ar/card/');
    // Asking the worker itself, again and again, would keep Chromium's old one in charge.
    await tab.waitFor('document.querySelector("#words").textContent === "words of 2 in ar"', { what: 'version 2 to take over' });
    await server.stop();
    await open('zh-Hans/');
    expect(await shown(tab)).toMatchObject(leaflet('zh-Hans', 'home', '2'));
    expect(await languages(tab)).toMatchObject({ 'zh-Hans': 'true true 2' });
  });

  test('a language whose newer pack never came is still read as it was kept', async () => {
    const { tab, server, open, deploy } = await readerOf(engine);
    await open('ar/');
    await untilOffline(tab, 'ready');
    await deploy({ version: '2' });
    await tab.reload();
    await tab.waitFor(async () => (await window.keeping.askStatus()).newer.includes('ar'), { what: 'version 2 to wait' });
    const older = (await smallSite()).release.packs['zh-Hans']?.path ?? '';
    server.setFault(({ path }) => (path.startsWith('/packs/zh-Hans.') && path !== `/${older}` ? status(404) : 'pass'));
    expect(await tab.evaluate(() => window.keeping.keep('zh-Hans'))).toEqual({ ok: true });
    await open('ar/card/');
    await tab.waitFor('document.querySelector("#words").textContent === "words of 2 in ar"', { what: 'version 2 to take over' });
    await server.stop();
    await open('zh-Hans/');
    expect(await shown(tab)).toMatchObject(leaflet('zh-Hans', 'home', '1'));
    expect(await languages(tab)).toMatchObject({ 'zh-Hans': 'true false 1' });
  });

  test('after a failure the page tries again by itself', async () => {
    const { tab, server, open } = await readerOf(engine);
    server.setFault(on(/^\/packs\/ar\./, loginPage()));
    await open('ar/');
    await untilOffline(tab, 'failed');
    server.setFault(undefined);
    await untilOffline(tab, 'ready');
    expect(await tab.text('[data-offline-note]')).toBe('Saved on this phone');
  });

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
    expect(await tab.evaluate('caches.keys()')).toEqual([]);
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

  test('two leaflets at one origin do not hear each other', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'handleaf-two-'));
    const put = async (base: string, more: SmallSiteOptions = {}) => writeSite(folder + base, await smallSite({ base, ...more }));
    await Promise.all([put('/a/'), put('/b/')]);
    const server = await serveSite({ folder, headers: (path) => headersOf(path.replace(/^[ab]\//, ''), smallStyleHashes) });
    const tab = await engine.open();
    onTestFinished(async () => {
      await tab.close();
      await server.stop();
    });
    const other = await tab.newTab();
    for (const [page, path] of [[tab, 'a/ar/'], [other, 'b/ar/'], [other, 'b/ar/']] as const) {
      await page.goto(server.url + path);
      await untilOffline(page, 'ready');
    }
    await other.waitFor('performance.now() > 5000', { what: 'a page that has been read for a while' });
    await put('/b/', { version: '2', releases: ['changed', 'safety'] });
    await other.evaluate('navigator.serviceWorker.getRegistration().then((registration) => registration.update()).then(() => true)');
    await other.waitFor('document.querySelector("[data-news]").textContent !== ""', { what: 'word of the correction' });
    expect(await tab.evaluate('document.querySelector("[data-news]").hidden')).toBe(true);
    expect(await other.evaluate(() => window.keeping.clearAll())).toEqual({ ok: true });
    await other.waitFor('document.documentElement.dataset.offline === undefined', { what: 'the one to be empty' });
    expect(await tab.evaluate('document.documentElement.dataset.offline')).toBe('ready');
  });
});
