import { readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Site } from '../fixtures/site-server.ts';
import { serveTinySite } from '../fixtures/tiny-site.ts';
import type { Tab } from './engines/engine.ts';
import { forEachEngine } from './engines/for-each-engine.ts';
import { keepStorage } from './engines/keep-storage.ts';

const itself = {
  chromium: /Chrome\/\d+/,
  firefox: /Gecko\/\d+ Firefox\/\d+/,
  webkit: /AppleWebKit\/605.+Version\/\d+.+Safari/,
};

forEachEngine((engine) => {
  let site: Site;
  let tab: Tab | undefined;
  beforeEach(async () => {
    site = await serveTinySite();
  });
  afterEach(async () => {
    await tab?.close();
    tab = undefined;
    await site.stop();
  });

  it('is the engine that it says it is', async () => {
    tab = await engine.open();
    await tab.goto(site.url);
    const agent = await tab.evaluate<string>('navigator.userAgent');
    expect(agent).toMatch(itself[engine.name]);
    expect(agent.includes('Chrome')).toBe(engine.name === 'chromium');
  });

  it('reads a page, and runs functions in it under the strict policy', async () => {
    tab = await engine.open();
    await tab.goto(site.url);
    expect(await tab.text('h1')).toBe('Online');
    expect(await tab.evaluate(async (given: { n: number }) => [await Promise.resolve(given.n), document.title], { n: 7 })).toEqual([7, 'Tiny']);
    await expect(tab.evaluate(() => Promise.reject(new Error('from the page')))).rejects.toThrow('from the page');
    expect(await tab.evaluate('innerWidth')).toBe(390);
    await tab.setViewport(320, 568);
    expect(await tab.evaluate('[innerWidth, innerHeight]')).toEqual([320, 568]);
    expect(tab.problems).toEqual([]);
  });

  it('presses keys and a pointer that the page takes for real', async () => {
    tab = await engine.open();
    await tab.goto(site.url);
    await tab.press('ArrowLeft');
    await tab.type('ab');
    await tab.waitFor(() => document.querySelector('#keys')?.textContent === 'ArrowLeft;a;b;', { what: 'three keys' });
    await tab.press('Tab');
    expect(await tab.evaluate('document.activeElement.tagName')).toBe('BUTTON');
    await tab.click('button');
    await tab.waitFor(() => document.body.dataset['pointer'] === 'true', { what: 'a trusted click' });
  });

  it('answers from a worker after the server has stopped, and from the server after it has started again', async () => {
    tab = await engine.open();
    await tab.goto(site.url);
    await tab.click('button');
    await tab.waitFor(() => document.documentElement.dataset['offline'] === 'ready', { what: 'the worker' });
    await site.stop();
    await tab.goto(`${site.url}?src=qr`);
    expect(await tab.text('h1')).toBe('Online');
    await expect(tab.goto(`${site.url}next/`)).rejects.toThrow();
    await tab.goto(site.url);
    expect(await tab.text('h1')).toBe('Online');
    await site.start();
    await tab.goto(`${site.url}next/`);
    expect(await tab.text('h1')).toBe('Next page');
  });

  it('keeps what is stored when the reader closes the tab and opens another', async () => {
    tab = await engine.open();
    await tab.goto(site.url);
    await keepStorage(tab, site.url);
    await tab.click('button');
    await tab.waitFor(() => document.documentElement.dataset['offline'] === 'ready', { what: 'the worker' });
    const later = await tab.newTab();
    await tab.close();
    tab = later;
    await site.stop();
    await tab.goto(site.url);
    expect(await tab.text('h1')).toBe('Online');
  });

  it('opens each reader with nothing stored', async () => {
    tab = await engine.open();
    await tab.goto(site.url);
    await tab.evaluate(async () => {
      localStorage.setItem('seen', 'yes');
      await caches.open('mine');
    });
    const other = await engine.open();
    await other.goto(site.url);
    expect(await other.evaluate(async () => [localStorage.getItem('seen'), await caches.keys()])).toEqual([null, []]);
    await other.close();
  });

  it('sees two tabs of one reader at once, with one storage', async () => {
    tab = await engine.open();
    await tab.goto(site.url);
    const second = await tab.newTab();
    await second.goto(site.url);
    await second.evaluate(() => localStorage.setItem('seen', 'yes'));
    expect(await tab.evaluate(() => [document.visibilityState, localStorage.getItem('seen')])).toEqual(['visible', 'yes']);
    expect(await second.evaluate('document.visibilityState')).toBe('visible');
    await second.close();
    expect(await tab.text('h1')).toBe('Online');
  });

  it('collects what a page does wrong', async () => {
    tab = await engine.open();
    await tab.goto(site.url);
    await tab.evaluate(() => {
      console.error('it went wrong');
      setTimeout(() => {
        throw new Error('thrown later');
      });
      document.body.append(Object.assign(new Image(), { src: 'https://elsewhere.invalid/pixel.png' }));
    });
    const { problems } = tab;
    const kinds = () => problems.map(({ kind }) => kind);
    await tab.waitFor('document.images.length', { what: 'the picture' });
    await expect.poll(async () => (await tab?.evaluate('0'), kinds())).toEqual(expect.arrayContaining(['console', 'exception', 'policy']));
    const said = problems.map(({ kind, text }) => `${kind} ${text}`).join('\n');
    expect(said).toMatch(/console it went wrong/);
    expect(said).toMatch(/exception .*thrown later/);
    expect(said).toMatch(/policy .*img-src blocked https:\/\/elsewhere\.invalid/);
  });

  it('says what was awaited, and what the page looks like, when a wait is over', async () => {
    tab = await engine.open();
    await tab.goto(site.url);
    const wait = tab.waitFor('document.querySelector("h2")', { what: 'a second heading', timeoutMs: 200 });
    await expect(wait).rejects.toThrow(/waited 200 ms for a second heading[^]*url: http:.*\ndata-offline: not set\ntext: Online/);
  });

  it('opens for a reader who likes it dark and still, in Punjabi', async () => {
    tab = await engine.open({ dark: true, reducedMotion: true, languages: ['pa-IN'] });
    await tab.goto(site.url);
    const media = '[matchMedia("(prefers-color-scheme: dark)").matches, matchMedia("(prefers-reduced-motion: reduce)").matches, navigator.language]';
    expect(await tab.evaluate(media)).toEqual([true, true, 'pa-IN']);
    await tab.close();
    tab = await engine.open();
    await tab.goto(site.url);
    expect(await tab.evaluate(media)).toEqual([false, false, 'en-US']);
  });

  it('opens for a reader without scripts', async () => {
    tab = await engine.open({ javascript: false });
    await tab.goto(site.url);
    expect(await tab.text('body')).toMatch(/No scripts here/);
    await tab.press('ArrowLeft');
    expect(await tab.text('#keys')).toBe('');
  });

  it('sleeps and wakes as a phone does', async () => {
    tab = await engine.open();
    await tab.goto(site.url);
    await tab.evaluate(() => {
      setInterval(() => (document.body.dataset['ticks'] = String(Number(document.body.dataset['ticks'] ?? 0) + 1)), 100);
    });
    const before = performance.now();
    tab.freeze();
    const asleep = tab.evaluate<string>('document.body.dataset.ticks ?? "0"');
    await expect(Promise.race([asleep, new Promise((resolve) => setTimeout(resolve, 2_000, 'no answer'))])).resolves.toBe('no answer');
    tab.thaw();
    const ticks = Number(await asleep);
    expect(performance.now() - before).toBeGreaterThan(1_900);
    expect(ticks).toBeLessThan(10);
  });

  it('takes a picture of the page', async () => {
    tab = await engine.open();
    await tab.goto(site.url);
    const path = join(tmpdir(), `handleaf-${engine.name}.png`);
    await tab.screenshot(path);
    const picture = await readFile(path);
    expect([picture.toString('latin1', 1, 4), picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual(['PNG', 390, 844]);
    await rm(path);
  });
});

// WebKitGTK has no forced colours, and its driver prints only through a dialog.
forEachEngine(
  (engine) => {
    it('opens for a reader with forced colours, and prints', async () => {
      const site = await serveTinySite();
      const tab = await engine.open({ forcedColors: true });
      await tab.goto(site.url);
      expect(await tab.evaluate('matchMedia("(forced-colors: active)").matches')).toBe(true);
      const path = join(tmpdir(), `handleaf-${engine.name}.pdf`);
      await tab.pdf(path);
      expect((await readFile(path, 'latin1')).slice(0, 5)).toBe('%PDF-');
      await rm(path);
      await tab.close();
      await site.stop();
    });
  },
  ['chromium', 'firefox'],
);
