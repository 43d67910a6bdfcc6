import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { headersOf, missingHeaders } from '../../src/site/headers.ts';
import type { SmallSite, SmallSiteOptions } from '../fixtures/small-release.ts';
import { smallSite, smallStyleHashes, writeSite } from '../fixtures/small-release.ts';
import { serveSite, type Site } from '../fixtures/site-server.ts';
import type { Engine, Tab } from './engines/engine.ts';

/** A reader with a small leaflet of their own: an origin and a browser profile that no other test has seen. */
export interface Reader {
  tab: Tab;
  server: Site;
  /** What is served now. */
  readonly site: SmallSite;
  /** Opens a path below the base: `ar/card/`. */
  open(path: string, tab?: Tab): Promise<void>;
  /** Serves another release from now on; files of the one before that it has no other content for stay, as a host should keep them. */
  deploy(options: SmallSiteOptions, others?: { keepOld?: boolean }): Promise<void>;
}

export interface ReaderOptions extends SmallSiteOptions {
  /** Other headers of a file, such as a host adds unasked. */
  serverHeaders?: (path: string) => Record<string, string>;
}

/** Serves the leaflet; `end` takes it away. */
export async function serveReader({ serverHeaders = () => ({}), ...options }: ReaderOptions = {}) {
  const folders: string[] = [];
  const written = async (site: SmallSite) => {
    const folder = await mkdtemp(join(tmpdir(), 'small-site-'));
    folders.push(folder);
    await writeSite(folder, site);
    return folder;
  };
  const { base = '/', naive = false } = options;
  let site = await smallSite(options);
  // The naive leaflet knows nothing of Trusted Types, and would not run under them.
  const trustedTypes = /; (require-)?trusted-types[^;]*/g;
  const headers = (path: string) => {
    const { 'content-security-policy': policy, ...right } = headersOf(path, smallStyleHashes);
    return { ...right, ...(policy && { 'content-security-policy': naive ? policy.replace(trustedTypes, '') : policy }), ...serverHeaders(path) };
  };
  const server = await serveSite({ folder: await written(site), headers, missing: missingHeaders, base });
  return {
    server,
    site: () => site,
    /** `keepOld` (default): files of the release before stay, as a host should keep them. */
    async deploy(next: SmallSiteOptions, { keepOld = true } = {}) {
      const { files } = site;
      site = await smallSite({ base, ...next });
      server.deploy(await written(keepOld ? { ...site, files: new Map([...files, ...site.files]) } : site));
    },
    async end() {
      await server.stop();
      await Promise.all(folders.map((folder) => rm(folder, { recursive: true })));
    },
  };
}

/** Serves the leaflet and opens a browser beside it; both are gone after the test. */
export async function readerOf(engine: Engine, options: ReaderOptions = {}): Promise<Reader> {
  const { server, site, deploy, end } = await serveReader(options);
  const tab = await engine.open();
  onTestFinished(async () => {
    await tab.close().catch(() => {});
    await end();
  });
  return {
    tab,
    server,
    get site() {
      return site();
    },
    open: (path, where = tab) => where.goto(server.url + path),
    deploy,
  };
}

type State = 'saving' | 'ready' | 'failed' | 'unsupported';

/** Waits until the page says that it is `state`. */
export async function untilOffline(tab: Tab, state: State, timeoutMs = 40_000): Promise<void> {
  const said = (wanted: State) => document.documentElement.dataset['offline'] === wanted;
  await tab.waitFor(said, { what: `data-offline=${state}`, timeoutMs }, state);
}

/** What the page is: its language, direction, heading, words, and the colour that its style gives the heading. */
export function shown(tab: Tab) {
  const look = () => {
    const { lang, dir } = document.documentElement;
    const heading = document.querySelector('h1');
    const words = document.querySelector('#words')?.textContent ?? document.body.innerText;
    return { lang, dir, h1: heading?.textContent, words, colour: heading && getComputedStyle(heading).color, path: location.pathname };
  };
  // A newer version may be taking the page's place at this moment.
  return tab.waitFor(look, { what: 'the page', timeoutMs: 10_000 });
}

/** The leaflet as it should be shown. */
export const leaflet = (lang: string, page: string, version = '1') => ({
  lang,
  dir: lang === 'ar' ? 'rtl' : 'ltr',
  h1: `${lang} ${page}`,
  words: `words of ${version} in ${lang}`,
  colour: 'rgb(1, 2, 3)',
});

/** Every address that some store of the site has, whatever is under it. */
export function storedKeys(tab: Tab): Promise<string[]> {
  return tab.evaluate(async () => {
    const stores = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
    const keys = (await Promise.all(stores.map((store) => store.keys()))).flat();
    return keys.map(({ url }) => new URL(url).pathname);
  });
}

/** Puts a login page in the place of everything that is kept. */
export function poison(tab: Tab): Promise<void> {
  return tab.evaluate(async () => {
    for (const name of await caches.keys()) {
      const store = await caches.open(name);
      for (const request of await store.keys()) await store.put(request, new Response('<h1>Please log in</h1>', { headers: { 'content-type': 'text/html' } }));
    }
  });
}

/** Deletes everything that is kept, and leaves the worker. */
export function empty(tab: Tab): Promise<void> {
  return tab.evaluate(async () => {
    for (const name of await caches.keys()) {
      const store = await caches.open(name);
      for (const request of await store.keys()) await store.delete(request);
    }
  });
}
