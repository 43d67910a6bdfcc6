import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Fact, PhoneLine } from '../../src/content/edition.ts';
import { languages, pseudoLanguages } from '../../src/i18n/languages.ts';
import { pageIds, pathOf } from '../../src/site/addresses.ts';
import { edition } from '../fixtures/edition.ts';
import { shown } from '../fixtures/locale-words.ts';
import { serveLeaflet } from '../fixtures/served-leaflet.ts';
import type { Site } from '../fixtures/site-server.ts';
import { chromium } from './engines/chromium.ts';
import type { Tab } from './engines/engine.ts';
import { brokenWords, drawnOrder, enlargeText, lowTargets, openFolds, widerThanScreen } from './measure-page.ts';

const engine = chromium();
let site: Site;
let tab: Tab;
beforeAll(async () => {
  site = await serveLeaflet({ pseudo: true });
  tab = await engine.open({ viewport: { width: 320, height: 640 } });
});
afterAll(async () => {
  await engine.close();
  await site.stop();
});

/** What is amiss on a page on the narrowest of phones, and with text of twice the size. `spoken`: its words are of a real language. */
async function amissAt(path: string, spoken: boolean): Promise<string[]> {
  await tab.setViewport(320, 640);
  await tab.goto(site.url + path);
  await tab.evaluate(openFolds);
  const found = [...(await tab.evaluate(widerThanScreen)), ...(await tab.evaluate(lowTargets)), ...(await tab.evaluate(brokenWords, 99))];
  await tab.evaluate(enlargeText);
  found.push(...(await tab.evaluate(widerThanScreen)));
  if (spoken) found.push(...(await tab.evaluate(brokenWords, 8)));
  await tab.setViewport(390, 844);
  // No phone has room for the longest words at this size, and made-up words are wider than any.
  if (spoken) found.push(...(await tab.evaluate(brokenWords, 11)));
  return found;
}

test.each([...languages, ...pseudoLanguages])(
  'in $english no page is wider than a screen of 320 px, whatever is to be tapped is 44 px high, and no word is broken, even with text of twice the size',
  async ({ tag }) => {
    const spoken = languages.some((language) => language.tag === tag);
    const amiss: Record<string, string[]> = {};
    for (const page of pageIds) {
      const found = await amissAt(pathOf(tag, page), spoken);
      if (found.length > 0) amiss[page] = found;
    }
    expect(amiss).toEqual({});
  },
);

test('nor is anything amiss on the list of languages', async () => {
  expect(await amissAt('', true)).toEqual([]);
});

test('the slip for news takes no room until it says something', async () => {
  await tab.goto(`${site.url}en/home-hygiene/`);
  expect(await tab.evaluate('document.querySelector("[data-news]").getBoundingClientRect().height')).toBe(0);
  const top = '(document.querySelector("h1").getBoundingClientRect().top)';
  const before = await tab.evaluate(top);
  await tab.evaluate('document.querySelector("[data-news]").hidden = true, 0');
  expect(await tab.evaluate(top)).toBe(before);
});

test.each([...languages])('in $english the opened choice of languages lies on the screen, even with text of twice the size', async ({ tag }) => {
  const lies = () => tab.evaluate<boolean>('(({ left, right }) => left >= 0 && right <= innerWidth)(document.querySelector(".languages ul").getBoundingClientRect())');
  for (const width of [320, 390]) {
    await tab.setViewport(width, 640);
    await tab.goto(site.url + pathOf(tag, 'home-hygiene'));
    await tab.click('.languages summary');
    await tab.waitFor('document.querySelector(".languages").open', { what: 'the choice to open' });
    expect(await lies()).toBe(true);
    await tab.evaluate(enlargeText);
    expect(await lies()).toBe(true);
  }
});

test.each([...languages])('in $english the heading, the three things to do now and the way to help are seen on a small phone without a scroll', async ({ tag }) => {
  await tab.setViewport(360, 640);
  await tab.goto(`${site.url}${tag}/`);
  const first = '[...document.querySelectorAll("h1, .tiles a, main a[href*=get-help], main .phone")].map((one) => one.getBoundingClientRect()).map(({ top, bottom }) => [top, bottom])';
  const seen = await tab.evaluate<[top: number, bottom: number][]>(first);
  expect(seen.length).toBeGreaterThanOrEqual(5);
  for (const [top, bottom] of seen.slice(0, 6)) {
    expect(top).toBeGreaterThanOrEqual(0);
    expect(bottom).toBeLessThanOrEqual(640);
  }
});

test.each([...languages])('in $english whoever looks for help sees a number to call, and that there is a list of emergencies, on a small phone without a scroll', async ({ tag }) => {
  await tab.setViewport(360, 640);
  await tab.goto(`${site.url}${tag}/get-help/`);
  expect(await tab.evaluate<number>('document.querySelector("main a[href^=tel]").getBoundingClientRect().bottom')).toBeLessThan(440);
  expect(await tab.evaluate<number>('document.querySelector("#emergency h2").getBoundingClientRect().top')).toBeLessThan(640);
  await tab.goto(`${site.url}${tag}/`);
  expect(await tab.evaluate('document.querySelector("main .phone").textContent')).toBe(edition.phones.advice?.value.display);
});

test.each([...languages])('in $english the card says what staff must know on a phone that lies on its side', async ({ tag }) => {
  for (const [width, height] of [[640, 360], [740, 320], [844, 390]] as const) {
    await tab.setViewport(width, height);
    await tab.goto(`${site.url}${tag}/card/`);
    expect(await tab.evaluate<number>('document.querySelector(".wallet p").getBoundingClientRect().bottom')).toBeLessThan(height);
  }
});

/** Links to sources, and stars, that something else lies on: words that would press another thing than they say. */
function coveredWords(): string[] {
  return [...document.querySelectorAll('.sources a, .star')].filter((link) => link.getClientRects().length > 0).flatMap((link) => {
    const words = document.createRange();
    words.selectNodeContents(link);
    link.scrollIntoView({ block: 'center' });
    return [...words.getClientRects()].flatMap(({ left, width, top, height }) =>
      [0.1, 0.5, 0.9]
        .filter((part) => !link.contains(document.elementFromPoint(left + width / 2, top + part * height)))
        .map((part) => `${link.textContent} at ${part}: ${document.elementFromPoint(left + width / 2, top + part * height)?.textContent?.slice(0, 40)}`),
    );
  });
}

test.each([...languages])('in $english the words of a source, and of the star beside it, press what they say', async ({ tag }) => {
  await tab.setViewport(360, 640);
  for (const page of ['home-hygiene', 'telling-others', 'how-it-spreads'] as const) {
    await tab.goto(site.url + pathOf(tag, page));
    await tab.waitFor('document.querySelector(".star")', { what: 'the stars' });
    await tab.evaluate('document.querySelectorAll("details.folds, .folds details").forEach((one) => (one.open = true))');
    expect(await tab.evaluate(coveredWords)).toEqual([]);
  }
});

test('the choice of languages closes on Escape, which gives the focus back, on a tap elsewhere, and when the focus leaves it', async () => {
  await tab.setViewport(360, 640);
  await tab.goto(`${site.url}en/home-hygiene/`);
  const open = () => tab.evaluate('document.querySelector(".languages").open');
  await tab.click('.languages summary');
  await tab.press('Tab');
  await tab.press('Escape');
  expect(await open()).toBe(false);
  expect(await tab.evaluate('document.activeElement.localName')).toBe('summary');
  await tab.click('.languages summary');
  expect(await open()).toBe(true);
  // Below the opened list.
  await tab.click('#topics');
  expect(await open()).toBe(false);
  await tab.click('.languages summary');
  for (const link of await tab.evaluate(() => [...document.querySelectorAll('.languages a')].map(({ textContent }) => textContent))) {
    await tab.press('Tab');
    expect(await tab.evaluate(() => document.activeElement?.textContent)).toBe(link);
    expect(await open()).toBe(true);
  }
  await tab.press('Tab');
  expect(await open()).toBe(false);
});

test.each([...languages])('in $english the button that starts the timer is seen on a small phone without a scroll', async ({ tag }) => {
  await tab.setViewport(360, 640);
  await tab.goto(`${site.url}${tag}/hand-washing/`);
  expect(await tab.evaluate<number>('document.querySelector(".timer-start").getBoundingClientRect().bottom')).toBeLessThanOrEqual(640);
});

test('the sources of a block stand in one line of text, which breaks as words do', async () => {
  for (const page of pageIds) {
    await tab.goto(site.url + pathOf('en', page));
    await tab.evaluate(openFolds);
    expect([page, await tab.evaluate('[...document.querySelectorAll(".sources a")].filter((link) => getComputedStyle(link).display !== "inline").length')]).toEqual([page, 0]);
  }
});

test('in Arabic phone numbers, acronyms and other numbers are drawn from left to right', async () => {
  await tab.goto(`${site.url}ar/get-help/`);
  const numbers = Object.values<Fact<PhoneLine>>(edition.phones).map(({ value }) => value.display);
  expect((await tab.evaluate<string[], string>(drawnOrder, '.phone')).sort()).toEqual(numbers.sort());
  if (edition.interpretedLanguages) expect(await tab.evaluate(drawnOrder, '.phones ~ p bdi')).toContain(String(edition.interpretedLanguages.value));
  expect(await tab.evaluate(drawnOrder, '.short bdi')).toEqual([edition.name]);
  // Arabic itself runs the other way, so the eye that looks here can tell.
  const [topics] = await tab.evaluate(drawnOrder, '#topics');
  expect([...(topics ?? '')].reverse().join('')).toBe(shown('ar', 'ui:topics'));
});
