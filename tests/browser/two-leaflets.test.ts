import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { headersOf } from '../../src/site/headers.ts';
import type * as keepingModule from '../../src/islands/offline/keeping.ts';
import { smallSite, smallStyleHashes, writeSite, type SmallSiteOptions } from '../fixtures/small-release.ts';
import { serveSite } from '../fixtures/site-server.ts';
import type { Engine } from './engines/engine.ts';
import { forEachEngine } from './engines/for-each-engine.ts';
import { look } from './newer-version.ts';
import { untilOffline } from './offline-reader.ts';

declare global {
  interface Window {
    keeping: typeof keepingModule;
  }
}

/** Two leaflets in two folders of one host, and a browser beside it; `put` deploys one of them. */
async function twoSites(engine: Engine, ...bases: [string, string]) {
  const folder = await mkdtemp(join(tmpdir(), 'handleaf-two-'));
  const put = async (base: string, more: SmallSiteOptions = {}) => writeSite(folder + base, await smallSite({ base, ...more }));
  for (const base of bases) await put(base);
  const server = await serveSite({ folder, headers: (path) => headersOf(path.replace(/^[ab]\//, ''), smallStyleHashes) });
  const tab = await engine.open();
  onTestFinished(async () => {
    await tab.close();
    await server.stop();
    await rm(folder, { recursive: true });
  });
  return { put, server, tab };
}

forEachEngine((engine) => {
  test('two leaflets at one origin do not hear each other', async () => {
    const { put, server, tab } = await twoSites(engine, '/a/', '/b/');
    const other = await tab.newTab();
    for (const [page, path] of [[tab, 'a/ar/'], [other, 'b/ar/'], [other, 'b/ar/']] as const) {
      await page.goto(server.url + path);
      await untilOffline(page, 'ready');
    }
    await other.waitFor('performance.now() > 5000', { what: 'a page that has been read for a while' });
    await put('/b/', { version: '2', releases: ['changed', 'safety'] });
    await look(other);
    await other.waitFor('document.querySelector("[data-news]").textContent !== ""', { what: 'word of the correction' });
    expect(await tab.evaluate('document.querySelector("[data-news]").textContent')).toBe('');
    expect(await other.evaluate(() => window.keeping.clearAll())).toEqual({ ok: true });
    await other.waitFor('document.documentElement.dataset.offline === undefined', { what: 'the one to be empty' });
    expect(await tab.evaluate('document.documentElement.dataset.offline')).toBe('ready');
  });

  test('a leaflet in the folder of another is asked of its own worker, and removed alone', async () => {
    const { server, tab } = await twoSites(engine, '/', '/a/');
    const other = await tab.newTab();
    for (const page of [tab, other]) {
      await page.goto(`${server.url}ar/`);
      await untilOffline(page, 'ready');
    }
    await tab.goto(`${server.url}a/ar/`);
    await untilOffline(tab, 'ready');
    const stores = () => tab.evaluate<string[]>('caches.keys()');
    expect((await stores()).sort()).toEqual(['handleaf / 1', 'handleaf /a/ 1']);
    expect(await tab.evaluate(() => window.keeping.clearAll())).toEqual({ ok: true });
    expect(await stores()).toEqual(['handleaf / 1']);
    expect(await other.evaluate('document.documentElement.dataset.offline')).toBe('ready');
  });
});
