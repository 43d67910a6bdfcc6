import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import type { AxeResults, RunOptions } from 'axe-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { languages } from '../../src/i18n/languages.ts';
import { pageIds, pathOf } from '../../src/site/addresses.ts';
import { serveLeaflet } from '../fixtures/served-leaflet.ts';
import type { Site } from '../fixtures/site-server.ts';
import { chromium } from './engines/chromium.ts';
import type { Tab } from './engines/engine.ts';
import { enlargeText, openFolds } from './measure-page.ts';
import { untilOffline } from './offline-reader.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** WCAG 2.2 to level AA, what is good practice beside it, and contrast of 7:1. */
const everything: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  rules: { 'color-contrast-enhanced': { enabled: true } },
  resultTypes: ['violations'],
};

/** The rules among them that look at how a page is drawn; all others look at what it holds, whatever its colours and sizes. */
const drawing: RunOptions = {
  runOnly: { type: 'rule', values: ['color-contrast', 'color-contrast-enhanced', 'link-in-text-block', 'target-size', 'scrollable-region-focusable'] },
  resultTypes: ['violations'],
};

const engine = chromium();
let site: Site;
beforeAll(async () => {
  site = await serveLeaflet();
});
afterAll(async () => {
  await engine.close();
  await site.stop();
});

/** What axe finds on the page as it is now: rule, then place. */
async function faults(tab: Tab, asked = everything): Promise<string[]> {
  await tab.evaluate(`window.axe ? 0 : void ${axe}`);
  const { found, passed } = await tab.evaluate(runAxe, asked);
  // A rule that was never applied finds nothing either.
  expect(passed).toEqual(expect.arrayContaining(['color-contrast-enhanced', 'target-size']));
  return found;
}

/**
 * Runs in the page, where axe is. Joined letters look to axe like a font of icons, whose contrast it leaves out; words whose letters stand
 * apart, seen first, teach it otherwise.
 */
async function runAxe(options: RunOptions): Promise<{ found: string[]; passed: string[] }> {
  const { axe } = window as unknown as { axe: { run(options: RunOptions): Promise<AxeResults> } };
  const words = document.createElement('div');
  words.lang = 'en';
  for (let count = 0; count < 4; count += 1) words.append(Object.assign(document.createElement('p'), { textContent: 'Unjoined' }));
  document.querySelector('header, main')?.prepend(words);
  const { violations, passes } = await axe.run(options);
  words.remove();
  const found = violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id} ${String(target)}: ${failureSummary}`));
  return { found, passed: passes.map(({ id }) => id) };
}

describe.each([{ scheme: 'light', dark: false }, { scheme: 'dark', dark: true }])('in $scheme', ({ dark }) => {
  let tab: Tab;
  const open = (path: string) => tab.goto(site.url + path);
  beforeAll(async () => {
    tab = await engine.open({ dark, reducedMotion: true, viewport: { width: 320, height: 640 } });
    await open('');
    await untilOffline(tab, 'ready', 60_000);
    expect(await tab.evaluate('matchMedia("(prefers-color-scheme: dark)").matches')).toBe(dark);
  });
  afterAll(() => tab.close());

  test.each(languages)('axe finds nothing on any page in $english, at 320 px and with text of twice the size', async ({ tag }) => {
    const found: Record<string, string[]> = {};
    for (const page of pageIds) {
      await open(pathOf(tag, page));
      await tab.evaluate(openFolds);
      const plain = await faults(tab, dark ? drawing : everything);
      await tab.evaluate(enlargeText);
      const large = await faults(tab, drawing);
      if (plain.length + large.length > 0) found[page] = [...plain, ...large];
    }
    expect(found).toEqual({});
  });

  test('axe finds nothing on the list of languages', async () => {
    await open('');
    const plain = await faults(tab);
    await tab.evaluate(enlargeText);
    expect([...plain, ...(await faults(tab))]).toEqual([]);
  });

  test.each(['en', 'ar'])('axe finds nothing in the open menu of languages (%s)', async (tag) => {
    await open(pathOf(tag, 'what-it-is'));
    await tab.click('.languages summary');
    await tab.waitFor('document.querySelector(".languages").open', { what: 'the open menu' });
    expect(await faults(tab)).toEqual([]);
  });

  test.each(['en', 'ar'])('axe finds nothing while the timer runs, and when it is held (%s)', async (tag) => {
    await open(pathOf(tag, 'hand-washing'));
    await tab.click('.timer-start:enabled');
    await tab.waitFor('document.querySelector("[data-phase=wet] .timer-count")', { what: 'the running timer' });
    const running = await faults(tab, everything);
    await tab.click('.timer-stop');
    await tab.click('.timer-hands button');
    await tab.waitFor('document.querySelector("[data-phase=paused] .timer-hands")', { what: 'the timer on hold' });
    expect([...running, ...(await faults(tab))]).toEqual([]);
  });
});
