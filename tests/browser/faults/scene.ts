import { expect } from 'vitest';
import { on, type Handler } from '../../fixtures/faults.ts';
import type { SmallSiteOptions } from '../../fixtures/small-release.ts';
import type { Site } from '../../fixtures/site-server.ts';
import type { Tab } from '../engines/engine.ts';
import { leaflet, serveReader, shown } from '../offline-reader.ts';
import type { Fault } from './fault.ts';

/** The two workers that every fault meets. */
export const workers = ['handleaf', 'naive'] as const;
export type WorkerName = (typeof workers)[number];

/** After so many milliseconds at the latest the worker itself gives a file up, and says so. */
const ourDeadline = 55_000;
/** How long anything else may take: Chromium may let a busy worker stay for 30 s, but the naive one never waits for that. In milliseconds. */
const patience = 20_000;
const handOver = { handleaf: 40_000, naive: patience };

/** A reader with one of the two workers, whose promises are the same. */
export interface Scene {
  readonly worker: WorkerName;
  readonly tab: Tab;
  readonly server: Site;
  newTab(): Promise<Tab>;
  open(path: string, tab?: Tab): Promise<void>;
  deploy(options: SmallSiteOptions, others?: { keepOld?: boolean }): Promise<void>;
  /** Befalls what brings the Arabic page about the card to this phone. */
  onLanguage(handler: Handler): void;
  /** Befalls the file of the worker. */
  onWorker(handler: Handler): void;
  /** No fault from now on. */
  mend(): void;
  /** Waits for the page's word on whether it is saved. */
  verdict(tab?: Tab): Promise<'ready' | 'failed' | 'unsupported'>;
  /** Opens Arabic and waits until it is said to be saved. */
  save(): Promise<void>;
  /** The page shows these words in its own style. */
  expectShown(lang: string, page: string, version?: string, tab?: Tab): Promise<void>;
  /** Without a server, Arabic and English are there, whole, in one version. */
  expectOffline(version?: string): Promise<void>;
}

/** Serves the leaflet to one more tab of a running browser; `end` takes both away. */
export async function sceneOf(home: Tab, worker: WorkerName, { site = {}, slow = false }: Pick<Fault, 'site' | 'slow'>): Promise<{ scene: Scene; end: () => Promise<void> }> {
  const naive = worker === 'naive';
  const { server, deploy, end } = await serveReader({ ...site, naive });
  const tabs: Tab[] = [];
  const newTab = async () => {
    const tab = await home.newTab();
    tabs.push(tab);
    return tab;
  };
  const tab = await newTab();
  const scene: Scene = {
    worker,
    tab,
    server,
    newTab,
    open: (path, where = tab) => where.goto(server.url + path),
    deploy: (next, others) => deploy({ ...next, naive }, others),
    onLanguage: (handler) => server.setFault(on(naive ? /\/ar\/card\/$/ : /\/packs\/ar\./, handler)),
    onWorker: (handler) => server.setFault(on(/\/sw\.js$/, handler)),
    mend: () => server.setFault(undefined),
    async verdict(where = tab) {
      const said = () => (document.documentElement.dataset['offline'] ?? 'saving').replace('saving', '') as 'ready';
      return where.waitFor(said, { what: 'a word on whether it is saved', timeoutMs: slow ? ourDeadline : patience });
    },
    async save() {
      await scene.open('ar/');
      expect(await scene.verdict()).toBe('ready');
    },
    async expectShown(lang, page, version = '1', where = tab) {
      expect(await shown(where)).toMatchObject(leaflet(lang, page, version));
    },
    async expectOffline(version = '1') {
      await server.stop();
      for (const [lang, page] of [['ar', 'card'], ['en', 'home']] as const) {
        await scene.open(page === 'home' ? `${lang}/` : `${lang}/${page}/`);
        await scene.expectShown(lang, page, version);
      }
      await server.start();
    },
  };
  return {
    scene,
    async end() {
      // A page that still waits for an answer cannot be closed in WebKit's driver before it has one.
      await server.stop();
      await Promise.all(tabs.map((open) => open.close().catch(() => {})));
      await end();
    },
  };
}

type Looking = Window & { looked?: boolean };

/**
 * The worker's file for an update is looked for, taken in or refused, before this resolves; after 20 s it gives that up.
 * A worker that takes over at once may take the page away in the middle: then the look has ended with its page.
 */
export async function lookForUpdate({ tab }: Scene): Promise<void> {
  const begin = () => {
    const page = window as Looking;
    page.looked = false;
    const look = async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      await registration?.update();
      const coming = registration?.installing;
      if (coming) await new Promise<void>((resolve) => coming.addEventListener('statechange', () => resolve()));
    };
    const end = () => (page.looked = true);
    void look().then(end, end);
    return true;
  };
  const ended = () => (window as Looking).looked !== false;
  const wait = { what: 'the look for an update to end', timeoutMs: patience };
  await tab.waitFor(begin, wait).then(() => tab.waitFor(ended, wait)).catch(() => {});
}

const isShown = (words: string) => document.querySelector('#words')?.textContent === words;

/** Opens the leaflet again until a newer version, which has come, is shown. */
export async function expectRenewed({ tab, open, worker }: Scene, version: string): Promise<void> {
  const words = `words of ${version} in ar`;
  const come = async (wanted: string) =>
    !!(await navigator.serviceWorker.getRegistration())?.waiting || document.querySelector('#words')?.textContent === wanted;
  await tab.waitFor(come, { what: `version ${version} to come`, timeoutMs: patience }, words);
  await open('ar/card/');
  // Where the old worker was busy for too long, the newer one takes over after a while and is seen at the next opening.
  const inForce = async (wanted: string) =>
    document.querySelector('#words')?.textContent === wanted || !(await navigator.serviceWorker.getRegistration())?.waiting;
  await tab.waitFor(inForce, { what: `version ${version} to be in force`, timeoutMs: handOver[worker] }, words);
  if ((await shown(tab)).words !== words) await open('ar/card/');
  await tab.waitFor(isShown, { what: words, timeoutMs: patience }, words);
}
