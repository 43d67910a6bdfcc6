import type { Tab } from './engines/engine.ts';
import { untilOffline, type Reader } from './offline-reader.ts';

/** Opens the leaflet in Arabic, and waits until all of it is on the phone. */
export async function saved({ tab, open }: Reader): Promise<void> {
  await open('ar/');
  await untilOffline(tab, 'ready');
}

/** Has the browser look for a newer version now. */
export const look = (tab: Tab) => tab.evaluate('navigator.serviceWorker.getRegistration().then((registration) => registration.update()).then(() => true)');

/** Waits until a newer version is whole on the phone and waits. */
export const untilWaiting = (tab: Tab) =>
  tab.waitFor(async () => !!(await navigator.serviceWorker.getRegistration())?.waiting, { what: 'a newer version to wait' });

/** Waits until these words stand on the page. */
export const untilWords = (tab: Tab, words: string) =>
  tab.waitFor((wanted: string) => document.querySelector('#words')?.textContent === wanted, { what: words }, words);

/** Waits until the worker that corrects words is in force, and the page offers itself in the new ones. */
export const untilCorrected = (tab: Tab) =>
  tab.waitFor(
    async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      return !!document.querySelector('[data-news] button') && !registration?.waiting && registration?.active?.state === 'activated';
    },
    { what: 'the correction to be in force' },
  );
