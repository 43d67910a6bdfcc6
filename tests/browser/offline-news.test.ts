import { expect, test } from 'vitest';
import { dayInWords } from '../../src/parts/day.ts';
import { on, status } from '../fixtures/faults.ts';
import { newsWords } from '../fixtures/small-release.ts';
import type { Tab } from './engines/engine.ts';
import { forEachEngine } from './engines/for-each-engine.ts';
import { look, saved, untilCorrected, untilWaiting, untilWords } from './newer-version.ts';
import { readerOf, untilOffline, type Reader } from './offline-reader.ts';

/** What the page tells of changes: the slip at the top, and the ids of marked blocks. */
const told = (tab: Tab) =>
  tab.evaluate<{ slip: string; marked: string[] }>(() => {
    const slip = document.querySelector('[data-news]')?.textContent ?? '';
    const marked = [...document.querySelectorAll('.changed')].map((mark) => mark.parentElement?.id ?? '');
    return { slip, marked };
  });

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
    await reader.tab.waitFor(() => document.querySelector('.changed') !== null && document.querySelector('[data-news]')?.textContent !== '', { what: 'a marked block, and word of it' });
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
    await look(reader.tab);
    await opened(reader, '2');
    await reader.tab.waitFor(() => document.querySelector('.changed') !== null, { what: 'a marked block' });
    expect((await told(reader.tab)).slip).toBe(newsWords.safety);
  });

  test('a page that is open is told of words that could harm before what corrects them is here, and shows it at a tap', async () => {
    const reader = await readerOf(engine);
    await saved(reader);
    reader.server.setFault(on(/\/packs\/ar/, status(404)));
    await reader.deploy({ version: '2', releases: ['changed', 'safety'] });
    await look(reader.tab);
    const says = (words: string) => reader.tab.waitFor((wanted: string) => document.querySelector<HTMLElement>('[data-news]')?.innerText.startsWith(wanted), { what: words }, words);
    await says(newsWords.recalled);
    // A look during an install that is still failing would be one with it.
    await reader.tab.waitFor(async () => !(await navigator.serviceWorker.getRegistration())?.installing, { what: 'the install to have failed' });
    reader.server.setFault(undefined);
    await look(reader.tab);
    await says(newsWords.safety);
    await reader.tab.evaluate('document.querySelector("[data-news] button").click()');
    await untilWords(reader.tab, 'words of 2 in ar');
  });

  test('a correction is offered once, and its button keeps the focus when it comes into force', async () => {
    // On an old copy the note about its age shows when the page has asked for news.
    const prelude = 'const { now } = Date; Date.now = () => now() + 90 * 86400000;\n';
    const reader = await readerOf(engine, { prelude });
    const { tab } = reader;
    // The second time, the worker is in charge of the page.
    for (const _ of [1, 2]) await saved(reader);
    await tab.waitFor('performance.now() > 5000 && document.querySelector("[data-age-note]").textContent !== ""', { what: 'a page that has been read for a while' });
    await tab.evaluate(() => {
      document.querySelector('[data-age-note]')?.replaceChildren();
      const slip = document.querySelector<HTMLElement>('[data-news]');
      const offers: Node[] = [];
      Object.assign(window, { offers });
      new MutationObserver((changes) => {
        offers.push(...changes.flatMap(({ addedNodes }) => [...addedNodes]).filter((node) => node.nodeName === 'BUTTON'));
        if (offers.length === 1) slip?.querySelector('button')?.focus();
      }).observe(slip ?? document, { childList: true });
    });
    await reader.deploy({ version: '2', releases: ['changed', 'safety'], prelude });
    await look(tab);
    await untilCorrected(tab);
    await tab.waitFor('document.querySelector("[data-age-note]").textContent !== ""', { what: 'the page to have asked again' });
    expect(await tab.evaluate('[window.offers.length, document.activeElement === window.offers[0]]')).toEqual([1, true]);
  });

  test.each([
    ['long without a network', 90, newsWords.long.replace('{{date}}', dayInWords(Date.now(), 'ar'))],
    ['past its next check', 70 * 365, newsWords.overdue],
    ['on a phone whose clock is years behind', -10 * 365, ''],
    ['on a phone whose clock is decades ahead', 100 * 365, ''],
  ])('a copy %s says how old it is, or nothing', async (_, days, words) => {
    const reader = await readerOf(engine);
    await saved(reader);
    const later = `const { now } = Date; Date.now = () => now() + ${days} * 86400000;\n`;
    await reader.deploy({ version: '2', prelude: later });
    await reader.tab.reload();
    await untilWaiting(reader.tab);
    await opened(reader, '2');
    const said = (wanted: string) => {
      const note = document.querySelector<HTMLElement>('[data-age-note]');
      return note?.textContent === wanted && note.hidden === (wanted === '');
    };
    await reader.tab.waitFor(said, { what: `"${words}"`, timeoutMs: 10_000 }, words);
  });

  test('a page whose timer ran while another page took a correction offers it when the timer ends', async () => {
    const reader = await readerOf(engine);
    const { tab, open } = reader;
    await saved(reader);
    const other = await tab.newTab();
    await open('ar/card/', other);
    await untilOffline(other, 'ready');
    await tab.evaluate('void (document.documentElement.dataset.busy = "")');
    for (const page of [tab, other]) await page.waitFor('performance.now() > 5000', { what: 'a page that has been read for a while' });
    await reader.deploy({ version: '2', releases: ['changed', 'safety'] });
    await look(other);
    await untilCorrected(other);
    await tab.evaluate('delete document.documentElement.dataset.busy');
    await tab.waitFor((words: string) => document.querySelector('[data-news]')?.textContent?.includes(words), { what: 'the correction to be offered' }, newsWords.safety);
  });

  test.each(['is in force', 'cannot come'])('a page that is gone back to knows of a correction that %s', async (how) => {
    const reader = await readerOf(engine);
    const { tab } = reader;
    await saved(reader);
    await tab.evaluate('void (location.href = "/ar/card/")');
    await tab.waitFor('document.querySelector("h1")?.textContent === "ar card" && performance.now() > 5000', { what: 'another page' });
    await untilOffline(tab, 'ready');
    if (how === 'cannot come') reader.server.setFault(on(/\/packs\/ar/, status(404)));
    await reader.deploy({ version: '2', releases: ['changed', 'safety'] });
    await look(tab);
    if (how === 'is in force') await untilCorrected(tab);
    else await tab.waitFor('document.querySelector("[data-news]").textContent !== ""', { what: 'word of the correction' });
    await tab.evaluate('void history.back()');
    await tab.waitFor(
      (words: string[]) => {
        const text = document.body?.innerText ?? '';
        return document.querySelector('h1')?.textContent === 'ar home' && words.some((said) => text.includes(said));
      },
      { what: 'the right words, or that these are wrong' },
      how === 'is in force' ? ['words of 2 in ar', newsWords.safety] : [newsWords.recalled],
    );
  });
});
