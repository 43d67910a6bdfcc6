import { expect, test } from 'vitest';
import { loginPage, on, status, type Handler } from '../fixtures/faults.ts';
import { smallSite } from '../fixtures/small-release.ts';
import type * as keepingModule from '../../src/islands/offline/keeping.ts';
import { browserNames, type Tab } from './engines/engine.ts';
import { forEachEngine } from './engines/for-each-engine.ts';
import { leaflet, readerOf, shown, untilOffline } from './offline-reader.ts';

type Keeping = typeof keepingModule;
declare global {
  interface Window {
    keeping: Keeping;
  }
}

/** Answers rightly, but not before `come` is called. */
function late(): { handler: Handler; come: () => void } {
  let come = () => {};
  const time = new Promise<void>((resolve) => (come = resolve));
  return { handler: (response, { status, headers, body }) => void time.then(() => response.writeHead(status, headers).end(body)), come };
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
    expect(await tab.evaluate(() => window.keeping.check('zh-Hans'))).toEqual({ kept: true, whole: true });
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

  test('a page whose language has come leaves the worker alone that waits for the language of another page', async () => {
    const prelude = `const { unregister } = ServiceWorkerRegistration.prototype;
ServiceWorkerRegistration.prototype.unregister = function () { window.gaveUp = true; return unregister.call(this); };\n`;
    const { tab, server, open } = await readerOf(engine, { prelude });
    const other = await tab.newTab();
    const [worker, pack] = [late(), late()];
    server.setFault(on(/^\/sw\.js$/, worker.handler));
    await open('ar/');
    await open('zh-Hans/', other);
    server.setFault(on(/^\/packs\/zh-Hans\./, pack.handler));
    worker.come();
    await tab.waitFor(async () => !!(await navigator.serviceWorker.getRegistration())?.installing, { what: 'the worker' });
    const begun = await tab.evaluate<number>('performance.now()');
    await tab.waitFor((since: number) => performance.now() > since + 12_000, { what: 'two looks at the worker' }, begun);
    expect(await tab.evaluate('[document.documentElement.dataset.offline, window.gaveUp ?? false]')).toEqual(['saving', false]);
    pack.come();
    for (const page of [tab, other]) await untilOffline(page, 'ready');
  });

  test.each(['ar', 'zh-Hans'])('where a page was closed while its worker was being installed, the page in %s that comes after it is saved', async (tag) => {
    const { tab, server, open } = await readerOf(engine);
    const pack = late();
    server.setFault(on(/^\/packs\/ar\./, pack.handler));
    const before = await tab.newTab();
    await open('ar/', before);
    await before.waitFor(async () => !!(await navigator.serviceWorker.getRegistration())?.installing, { what: 'the worker' });
    await before.close();
    await open(`${tag}/card/`);
    pack.come();
    // WebKit never ends that install: the page looks at it after 5 s.
    await untilOffline(tab, 'ready', 20_000);
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
}, browserNames);
