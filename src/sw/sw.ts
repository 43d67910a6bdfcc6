import { answererOf } from './answer.ts';
import { openStore } from './caches.ts';
import { keeperOf } from './keep.ts';
import { storePrefix, type Ask, type Notice, type Nudge, type Reply } from './messages.ts';
import { locate } from './plan.ts';
import type { Release } from './release.ts';
import { newsFor, noteSeen, statusOf } from './tell.ts';

declare const self: ServiceWorkerGlobalScope;
declare const __RELEASE__: Release;

const release = __RELEASE__;
/** What a reader who saves data has not opened is not fetched for them. Only Chromium knows. */
const { connection } = navigator as { connection?: { saveData: boolean } };
const store = openStore(release.base);
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const openWindows = () => self.clients.matchAll({ type: 'window', includeUncontrolled: true });
const openPages = async () => (await openWindows()).map(({ url }) => url);
const pages = new BroadcastChannel(storePrefix(release.base));
const tellPages = async (notice: Notice): Promise<void> => pages.postMessage(notice);
const keeper = keeperOf(release, store, openPages, tellPages);
const answerer = answererOf(release, store);
/** Once everything has been removed: ids of the pages that were open then. */
let cleared: string[] | undefined;
let othersMended: boolean | undefined;
/** Everything that has been asked so far. */
let talk: Promise<unknown> | undefined;
let giveUp = (): void => {};
const givenUp = new Promise<void>((_, reject) => (giveUp = reject));
givenUp.catch(() => {});

self.addEventListener('install', (event) => event.waitUntil(Promise.race([keeper.install(), givenUp])));

/** How long the first page may have to wait for a worker that gives up what earlier releases needed, in milliseconds. */
const tidying = 5_000;

// A failure here changes nothing that is kept, and neither it nor a disk that hangs may stand between the reader and the pages.
self.addEventListener('activate', (event) => event.waitUntil(Promise.race([keeper.takeOver().catch(() => {}), pause(tidying)])));

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (cleared || request.method !== 'GET' || origin !== self.location.origin) return;
  const place = locate(pathname, release);
  const opened = request.mode === 'navigate';
  // A page asks for a page to make one file of it.
  if (opened || place.kind === 'page') {
    event.respondWith(answerer.navigation(request, place));
    if (opened && place.kind === 'page') event.waitUntil(answerer.note(place.tag).catch(() => {}));
  } else if (place.kind === 'file') event.respondWith(answerer.part(request, place.path));
});

/** A worker that waits, or is still being installed, is told what the reader keeps and drops meanwhile. */
function passOn(ask: Ask): void {
  const { waiting, installing } = self.registration;
  for (const successor of [waiting, installing]) successor?.postMessage(ask);
}

let found = 0;
self.registration.addEventListener('updatefound', () => {
  found += 1;
  // One that was still being fetched when everything was removed.
  if (cleared) passOn({ type: 'clear' });
});

/** Whether the browser has let go of this worker: it does so only when it has done with a newer one that it is fetching or installing. */
let left: Promise<boolean> | undefined;
/** How long a page that has everything removed waits for it, in milliseconds. */
const leaving = 1_000;

async function answerTo(ask: Ask, port: MessagePort | undefined, reply: (message: Reply) => void) {
  switch (ask.type) {
    case 'audit': {
      const answer = await keeper.audit(ask.tag, ask.mend, ask.staff, ask.all);
      if (ask.mend) passOn({ type: 'keep', tag: ask.tag });
      return answer;
    }
    case 'keep':
      if (port) passOn(ask);
      return keeper.keep(ask.tag, !!port, (done, total) => reply({ type: 'progress', done, total }));
    case 'drop':
      if (port) passOn(ask);
      answerer.forget();
      return keeper.drop(ask.tag, !!port);
    case 'news':
      return newsFor(release, store, ask.address, await answerer.isStale(ask.address, ask.version));
    case 'status':
      return statusOf(release, store);
    case 'clear':
      if (port) passOn(ask);
      cleared = (await openWindows()).map(({ id }) => id);
      giveUp();
      await store.clear();
      // No page that is still open may keep the leaflet again.
      await tellPages({ type: 'cleared', at: Date.now() });
      left = self.registration.unregister();
      await Promise.race([left, pause(leaving)]);
      return { ok: true };
  }
}

async function mendOthers(): Promise<void> {
  if (othersMended) return;
  othersMended = true;
  await keeper.mendAll(!connection?.saveData);
}

async function converse(ask: Ask, port: MessagePort | undefined): Promise<void> {
  const reply = (message: Reply) => port?.postMessage(message);
  reply({ type: 'heard' });
  try {
    reply({ type: 'done', answer: await answerTo(ask, port, reply) });
    if (ask.type === 'audit' && ask.mend) await mendOthers();
    await left;
  } catch {
    reply({ type: 'failed' });
  }
}

/** A page that was just left is counted for a moment longer (Chromium), so an opened page looks so often, so far apart (milliseconds). */
const looks = 40;
const lookPause = 100;

/** Between two openings of the leaflet nobody is disturbed by a newer version; between two open pages somebody might be. */
async function coldStart(): Promise<void> {
  const nudge: Nudge = { type: 'SKIP_WAITING' };
  await talk;
  for (let look = 0; look < looks; look += 1) {
    const mine = await self.clients.matchAll({ type: 'window' });
    if (mine.length < 2) return self.registration.waiting?.postMessage(nudge);
    await pause(lookPause);
  }
}

/** Looks for a newer release. */
async function look(): Promise<void> {
  const { registration } = self;
  const before = found;
  await registration.update();
  await noteSeen(store, () => found === before && !registration.installing && !registration.waiting);
}

/** How long a worker that was asked to take over lets the old one finish, in milliseconds. */
const courtesy = 300;

/** Chromium asks the old worker at once whether it is idle; if it was just busy, it is not asked again for 30 s. */
async function takeOver(): Promise<void> {
  await pause(courtesy);
  await self.skipWaiting();
}

/** While a page is open that was so when everything was removed, Chromium gives a page that is opened later this same worker again. */
function beginAgainFor({ id }: Client): void {
  if (!cleared || cleared.includes(id)) return;
  cleared = left = othersMended = undefined;
  store.reopen();
}

self.addEventListener('message', (event) => {
  const ask = event.data as Ask | Nudge;
  if (ask.type === 'SKIP_WAITING') event.waitUntil(takeOver());
  else if (ask.type === 'cold-start') event.waitUntil(coldStart());
  else if (ask.type === 'look') event.waitUntil(look().catch(() => {}));
  else {
    if (ask.type === 'audit' && ask.mend && event.source instanceof Client) beginAgainFor(event.source);
    event.waitUntil((talk = Promise.all([talk, converse(ask, event.ports[0])])));
  }
});
