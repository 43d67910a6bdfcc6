import { afterEach, beforeEach, vi } from 'vitest';
import { answererOf } from '../../../src/sw/answer.ts';
import { openStore } from '../../../src/sw/caches.ts';
import { keeperOf } from '../../../src/sw/keep.ts';
import type { Notice } from '../../../src/sw/messages.ts';
import { newsFor, noteSeen, statusOf } from '../../../src/sw/tell.ts';
import { fakeBrowser, type Served } from './fake-browser.ts';
import { siteOf, type Deployed } from './small-site.ts';

/** What every test of a worker begins with. */
export const first = siteOf({ en: 0, ar: 0, pa: 0, shell: 0 });

/** The browser of the running test: each has one of its own. */
export const phone = { browser: fakeBrowser({}) };
beforeEach(() => {
  phone.browser = fakeBrowser({});
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** Has the host answer otherwise at a path; not at all with `undefined`. */
export function serveAt(path: string | undefined, answer: Served | undefined): void {
  if (answer === undefined) delete phone.browser.served[`/${path}`];
  else phone.browser.served[`/${path}`] = answer;
}

/** Serves a release; what the releases before had stays. */
export function serve({ files }: Deployed): void {
  for (const [path, content] of files) serveAt(path, content as string);
}

/** Starts the worker of a release, which has nothing to do yet; `open`: addresses of open pages. */
export function start({ release }: Deployed, tell = async (_: Notice): Promise<void> => {}, open: string[] = []) {
  const store = openStore(release.base);
  const keeper = keeperOf(release, store, async () => open, tell);
  return {
    release,
    store,
    keeper,
    answerer: answererOf(release, store),
    news: (address: string, stale: boolean) => newsFor(release, store, address, stale),
    see: (newest: () => boolean) => noteSeen(store, newest),
    status: () => statusOf(release, store),
  };
}

/** The worker of a release, in force, with these languages kept beside English. */
export async function saved(site: Deployed, ...tags: string[]) {
  serve(site);
  const worker = start(site);
  await worker.keeper.install();
  await worker.keeper.takeOver();
  for (const tag of tags) await worker.keeper.keep(tag, true);
  return worker;
}
