import { expect, test } from 'vitest';
import type * as keepingModule from '../../src/islands/offline/keeping.ts';
import { newsWords } from '../fixtures/small-release.ts';
import { forEachEngine } from './engines/for-each-engine.ts';
import { look, saved, untilCorrected, untilWaiting, untilWords } from './newer-version.ts';
import { readerOf, untilOffline, type Reader } from './offline-reader.ts';

declare global {
  interface Window {
    keeping: typeof keepingModule;
  }
}

/** Follows a link, and reads until a newer version does not take the page's place unasked any more. */
async function follow({ tab }: Reader, path: string): Promise<void> {
  await tab.evaluate((to: string) => void (location.href = to), path);
  await tab.waitFor((to: string) => location.pathname === to && performance.now() > 5_000, { what: path }, path);
  await untilOffline(tab, 'ready');
}

forEachEngine((engine) => {
  test('a page that is gone back to, over a correction and then a release of looks alone, asks the newest worker and knows of the correction', async () => {
    const reader = await readerOf(engine);
    const { tab } = reader;
    await saved(reader);
    // Read a second time, the worker is in charge of the page.
    await tab.reload();
    await untilOffline(tab, 'ready');
    await follow(reader, '/ar/card/');
    await reader.deploy({ version: '2', releases: ['changed', 'safety'] });
    await look(tab);
    await untilCorrected(tab);
    const words = 'words of 2';
    await reader.deploy({ version: '3', releases: ['changed', 'safety', 'cosmetic'], words: { en: words, ar: words } });
    await look(tab);
    await untilWaiting(tab);
    await follow(reader, '/en/');
    await tab.waitFor(async () => !(await navigator.serviceWorker.getRegistration())?.waiting, { what: 'the newer looks to be in force' });
    await tab.evaluate('void history.go(-2)');
    await tab.waitFor('document.querySelector("h1")?.textContent === "ar home"', { what: 'the page before' });
    expect(await tab.evaluate(async () => (await window.keeping.askStatus()).languages[0]?.version)).toBe('3');
    await tab.waitFor((said: string[]) => said.some((part) => document.body.innerText.includes(part)), { what: 'the right words, or that these are wrong' }, [`${words} in ar`, newsWords.safety]);
    if (await tab.evaluate('!!document.querySelector("[data-news] button")')) await tab.click('[data-news] button');
    await untilWords(tab, `${words} in ar`);
  });
});
