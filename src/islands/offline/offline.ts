/// <reference path="./workbox.d.ts" />
import { Workbox } from 'workbox-window/build/workbox-window.prod.mjs';
import type { Audit, News, Nudge } from '../../sw/messages.ts';
import { answerTime, ask, NoAnswer, registrationHere, workers } from './ask.ts';
import { hearNotices } from './notices.ts';
import { handOverTime, isBusy, justRenewed, reload, renew } from './renewal.ts';

/** Whether everything that the reader of this page needs is on this phone, proved byte by byte. */
export type OfflineState = 'saving' | 'ready' | 'failed' | 'unsupported';

export interface OfflineOptions {
  /** Address of the worker, such as `/sw.js`. */
  swUrl: string;
  /** The folder it answers for, such as `/`. */
  scope: string;
  /** The language of this page. */
  tag: string;
  /** Told of each change; `takeOver` is there when a newer version waits that the reader may take now. */
  onState: (state: OfflineState, takeOver?: () => void) => void;
  /** Words of this page could do harm, and `show` shows the page again with what corrects them. */
  onCorrection: (show: () => void) => void;
}

/** After a failure: so many more tries, so far apart (milliseconds), before waiting for the connection or the reader to come back. */
const retries = 3;
const retryPause = 5_000;
/** How often to look for a newer version while the page stays open, and at most how often when it is returned to; milliseconds. */
const updatePause = 3_600_000;
const returnPause = 60_000;
/** For how long word that everything was removed is new, in milliseconds. */
const freshTime = 1_000;

/** As far as it is used here, and where the browser has it. */
interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL: (url: string) => string }): { createScriptURL(url: string): ConstructorParameters<typeof Workbox>[0] };
}

/** Vouches for the worker's address and for nothing else; the policy exists once per document. */
function trusted(swUrl: string) {
  const { trustedTypes } = window as { trustedTypes?: TrustedTypes };
  return trustedTypes?.createPolicy('sw-url', { createScriptURL: () => swUrl }).createScriptURL('') ?? swUrl;
}

/**
 * The worker that answers, as soon as there is one. WebKit never ends an install that was begun by a page which has been left or closed:
 * a worker that has all files and still gets no further is given up, and then there is none. One that waits for the language of another
 * page only is well.
 */
async function untilActive(registration: ServiceWorkerRegistration, tag: string): Promise<ServiceWorker | void> {
  const { active, waiting, installing } = registration;
  if (active) return active;
  const coming = waiting ?? installing;
  if (!coming) throw new Error('No worker');
  return new Promise((resolve, reject) => {
    const looks = setInterval(() => {
      if (coming.state !== 'installing') return clearInterval(looks);
      const giveUp = ({ whole }: Audit) => whole && resolve(registration.unregister().then(() => {}));
      ask<'audit'>(coming, { type: 'audit', tag, mend: false, all: true }).then(giveUp, () => {});
    }, handOverTime);
    const look = () => {
      if (coming.state === 'activated') resolve(coming);
      if (coming.state === 'redundant') reject();
    };
    coming.addEventListener('statechange', look);
    look();
  });
}

/** Sees to it that this leaflet is on the phone, says so in `<html data-offline>`, and looks for newer versions. Call once per page. */
export function startOffline({ swUrl, scope, tag, onState, onCorrection }: OfflineOptions): void {
  const root = document.documentElement;
  let state: OfflineState = 'saving';
  let registration: ServiceWorkerRegistration | undefined;
  let triesLeft = retries;
  let lastTry = 0;
  let trying = false;
  let handingOver = false;
  /** The reader has had everything removed: nothing is kept again before the next page. */
  let cleared = false;
  /** What the version that waits has said of itself; one that says nothing is not offered. */
  let coming: News | undefined;

  const say = (next = state) => {
    if (cleared) return;
    state = root.dataset.offline = next;
    onState(state, registration?.waiting && coming?.change === 'changed' && !handingOver && !isBusy() ? takeOver : undefined);
  };
  const container = workers();
  if (!container) return say('unsupported');
  say();
  if (container.controller && !justRenewed()) renew(() => {}, false);

  const workbox = new Workbox(trusted(swUrl), { scope, updateViaCache: 'none' });
  /** Done by the worker, because WebKit answers an origin nothing more whose page was left while it looked itself. */
  const lookForNewer = () => registration?.active?.postMessage({ type: 'look' } satisfies Nudge);
  /** Where another page has taken it already, there is nothing to wait for. */
  const takeOver = () => (registration?.waiting ? renew(() => workbox.messageSkipWaiting(), true) : reload());

  /**
   * A version that was waiting when the page opened is taken now, before much has been read. The nudge is the last thing that
   * the old worker hears: Chromium lets one that has more to do stay for another 30 s.
   */
  function coldStart(): void {
    const nudge: Nudge = { type: 'cold-start' };
    if (!registration?.waiting || isBusy() || justRenewed()) return;
    registration.active?.postMessage(nudge);
    handingOver = true;
    setTimeout(() => {
      handingOver = false;
      say();
    }, handOverTime);
  }

  /** Tells of every worker that comes, whoever has found it. */
  function watch(found: ServiceWorkerRegistration): void {
    const follow = () => {
      if (found.installing) found.installing.onstatechange = () => void lookAtWaiting();
    };
    found.addEventListener('updatefound', follow);
    follow();
  }

  async function prove(): Promise<boolean> {
    const opening = !registration;
    const found = await workbox.register({ immediate: true });
    if (!found) return false;
    if (found !== registration) watch(found);
    registration = found;
    const known = registration.active;
    const worker = await untilActive(registration, tag);
    if (!worker) return prove();
    const { whole } = await ask<'audit'>(worker, { type: 'audit', tag, mend: true, staff: 'staff' in root.dataset });
    // One that waited when the page opened takes over now, and the old worker must have nothing else to do.
    if (known && !(opening && registration.waiting)) lookForNewer();
    return whole;
  }

  async function attempt(): Promise<void> {
    if (trying || cleared) return;
    trying = true;
    lastTry = performance.now();
    const opening = !registration;
    const proof = prove().catch(async (error: unknown) => {
      // A worker that does not answer will never save anything: one that waits takes its place.
      if (error instanceof NoAnswer && error.deaf) await workbox.update().then(() => workbox.messageSkipWaiting(), () => {});
      return false;
    });
    const whole = await Promise.race([proof, new Promise((resolve) => setTimeout(resolve, answerTime))]);
    trying = false;
    if (opening) coldStart();
    say(whole ? 'ready' : 'failed');
    // The event for a version that waits from before comes before its registration is known here.
    if (opening) void lookAtWaiting();
    if (whole) triesLeft = retries;
    else if (triesLeft-- > 0) setTimeout(attempt, retryPause);
  }

  function comeBack(): void {
    if (document.hidden || (state === 'ready' && performance.now() - lastTry < returnPause)) return;
    triesLeft = retries;
    void attempt();
  }

  /** A newer version waits: looks are taken at the next opening, words are offered, and words that could harm are replaced from the next page on. */
  async function lookAtWaiting(): Promise<void> {
    const { active, waiting } = registration ?? {};
    if (!active || !waiting) return;
    coming = await ask<'news'>(waiting, { type: 'news', address: '', version: '' }).catch(() => undefined);
    if (coming?.change === 'safety' && !isBusy()) {
      workbox.messageSkipWaiting();
      onCorrection(takeOver);
    }
    say();
  }

  function leave(): void {
    cleared = true;
    delete root.dataset.offline;
  }

  hearNotices((notice) => {
    if (notice.type !== 'cleared') return;
    leave();
    // WebKit does not always let go of a worker that asks for it itself. A page that slept leaves alone what another has kept since.
    if (Date.now() - notice.at < freshTime) registration?.unregister().catch(() => {});
  });
  // A page that comes back out of the browser's cache has heard nothing meanwhile.
  addEventListener('pageshow', async ({ persisted }) => {
    if (!persisted || !registration) return;
    if (!(await registrationHere())) leave();
    // Another page has kept the leaflet again.
    else if (cleared) reload();
  });
  new MutationObserver(() => void lookAtWaiting()).observe(root, { attributeFilter: ['data-busy'] });
  for (const event of ['online', 'pageshow']) addEventListener(event, comeBack);
  document.addEventListener('visibilitychange', comeBack);
  setInterval(lookForNewer, updatePause);
  void attempt();
}
