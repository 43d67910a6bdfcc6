import { expect, test } from 'vitest';
import { newsWords } from '../fixtures/small-release.ts';
import type { Tab } from './engines/engine.ts';
import { forEachEngine } from './engines/for-each-engine.ts';
import { readerOf, untilOffline, type Reader } from './offline-reader.ts';

const untilWords = (tab: Tab, words: string) =>
  tab.waitFor((wanted: string) => document.querySelector('#words')?.textContent === wanted, { what: words }, words);

const untilWaiting = (tab: Tab) =>
  tab.waitFor(async () => !!(await navigator.serviceWorker.getRegistration())?.waiting, { what: 'a newer version to wait' });

/** What the page tells of changes: the slip at the top, and the ids of marked blocks. */
const told = (tab: Tab) =>
  tab.evaluate<{ slip: string; marked: string[] }>(() => {
    const slip = document.querySelector<HTMLElement>('[data-news]');
    const marked = [...document.querySelectorAll('.changed')].map((mark) => mark.parentElement?.id ?? '');
    return { slip: slip && !slip.hidden ? (slip.textContent ?? '') : '', marked };
  });

async function saved({ tab, open }: Reader): Promise<void> {
  await open('ar/');
  await untilOffline(tab, 'ready');
}

/** Opens a page until the words of this version stand there. */
async function opened({ tab, open }: Reader, version: string): Promise<void> {
  await open('ar/card/');
  await untilWords(tab, `words of ${version} in ar`);
  await untilOffline(tab, 'ready');
}

forEachEngine((engine) => {
  test('a block whose words have changed is marked on the first visit after the update, and not again', async () => {
    const reader = await readerOf(engine);
    await saved(reader);
    await reader.deploy({ version: '2' });
    await reader.tab.reload();
    await untilWaiting(reader.tab);
    await opened(reader, '2');
    await reader.tab.waitFor(() => document.querySelector('.changed') !== null, { what: 'a marked block' });
    expect(await told(reader.tab)).toEqual({ slip: newsWords.changed, marked: ['told'] });
    await opened(reader, '2');
    expect(await told(reader.tab)).toEqual({ slip: '', marked: [] });
  });

  test('a release that changes looks only is taken without a word', async () => {
    const reader = await readerOf(engine);
    await saved(reader);
    await reader.deploy({ version: '2', releases: ['changed', 'cosmetic'] });
    await reader.tab.reload();
    await untilWaiting(reader.tab);
    await untilOffline(reader.tab, 'ready');
    expect(await reader.tab.evaluate('document.querySelector("[data-offline-note] button")')).toBeNull();
    await opened(reader, '2');
    expect(await told(reader.tab)).toEqual({ slip: '', marked: [] });
  });

  test('words that could harm are replaced from the next page on, without a tap, and said to be so', async () => {
    const reader = await readerOf(engine);
    await saved(reader);
    await reader.deploy({ version: '2', releases: ['changed', 'safety'] });
    // With another page open, no version but such a one takes over by itself.
    const other = await reader.tab.newTab();
    await reader.open('ar/', other);
    await reader.tab.evaluate('navigator.serviceWorker.getRegistration().then((registration) => registration.update()).then(() => true)');
    await opened(reader, '2');
    await reader.tab.waitFor(() => document.querySelector('.changed') !== null, { what: 'a marked block' });
    expect((await told(reader.tab)).slip).toBe(newsWords.safety);
  });
});
