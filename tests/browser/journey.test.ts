import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { toldOf } from '../../src/content/edition.ts';
import { languages, type LanguageTag } from '../../src/i18n/languages.ts';
import { pageIds, pathOf } from '../../src/site/addresses.ts';
import { edition } from '../fixtures/edition.ts';
import { shown } from '../fixtures/locale-words.ts';
import { serveLeaflet } from '../fixtures/served-leaflet.ts';
import type { Site } from '../fixtures/site-server.ts';
import { browserNames, type Tab } from './engines/engine.ts';
import { forEachEngine } from './engines/for-each-engine.ts';
import { untilOffline } from './offline-reader.ts';

/** One reader from the first visit to the sink at home: each test goes on where the one before it ended. */
forEachEngine((engine) => {
  describe('a reader of Arabic', () => {
    let site: Site;
    let tab: Tab;
    const open = (path: string) => tab.goto(site.url + path);
    const read = async (selector: string) => (await tab.text(selector)).replace(/\s+/g, ' ').trim();
    const at = () => tab.evaluate<string>('location.pathname.slice(1) + location.search + location.hash');
    /** A real tap on a link, and the wait until its page is there. */
    const follow = async (selector: string, path: string) => {
      // While one page melts into the next a tap may be lost; a reader taps again.
      const arrived = (wanted: string) => location.pathname === wanted && document.readyState === 'complete';
      await vi.waitFor(
        async () => {
          const there = await tab.evaluate<boolean, string>((wanted) => location.pathname === wanted, `/${path}`);
          if (!there) {
            await tab.waitFor(canBeHit, { what: `"${selector}" under the finger` }, selector);
            await tab.click(selector);
          }
          await tab.waitFor(arrived, { what: `the page ${path}`, timeoutMs: 10_000 }, `/${path}`);
        },
        { timeout: 60_000 },
      );
    };

    beforeAll(async () => {
      site = await serveLeaflet();
      tab = await engine.open({ languages: ['ar-SY'] });
    });
    afterAll(async () => {
      await tab.close();
      await site.stop();
    });

    test('is offered all languages, the likely one marked, and is sent nowhere', async () => {
      await open('');
      await tab.waitFor('!!document.querySelector(".likely")', { what: 'the likely language' });
      const offered = await tab.evaluate<string[]>('[...document.querySelectorAll(".language-list strong")].map((name) => name.innerText)');
      expect([...offered].sort()).toEqual(languages.map(({ autonym }) => autonym).sort());
      expect(await tab.evaluate('[...document.querySelectorAll(".likely strong")].map((name) => name.innerText)')).toEqual(['العربية']);
      expect(await at()).toBe('');
    });

    test('opens Arabic and reads, and is told when everything is kept', async () => {
      await follow('.language-list a[hreflang=ar]', 'ar/');
      expect(await read('h1')).toBe(shown('ar', 'home:heading'));
      await follow('.tiles a[href$="/home-hygiene/"]', 'ar/home-hygiene/');
      expect(await read('h1')).toBe(shown('ar', 'home-hygiene:heading'));
      await untilOffline(tab, 'ready', 60_000);
      expect(await read('[data-offline-note]')).toBe(shown('ar', 'ui:offline.ready'));
    });

    test('reads another topic with the server stopped', async () => {
      await site.stop();
      await expect(fetch(site.url)).rejects.toThrow();
      await follow('footer a[href$="/treatment/"]', 'ar/treatment/');
      expect(await read('h1')).toBe(shown('ar', 'treatment:heading'));
      const text = await read('main');
      for (const [block] of toldOf(edition, 'treatment')) expect(text).toContain(shown('ar', `treatment:blocks.${block}.heading`));
      await untilOffline(tab, 'ready');
      expect(await read('[data-offline-note]')).toBe(shown('ar', 'ui:offline.ready'));
    });

    test.each(['ar', 'en'] as const)('has every page of %s, with its language, direction and style', async (tag) => {
      for (const page of pageIds) {
        await open(pathOf(tag, page));
        expect(await tab.evaluate(looks), page).toEqual(looksOf(tag));
        expect((await read('h1')).startsWith(shown(tag, headingOf(page))), page).toBe(true);
      }
      await open('');
      expect(await tab.evaluate('document.querySelectorAll(".language-list a").length')).toBe(languages.length);
    });

    test('has a page whatever follows its address', async () => {
      await open('ar/hand-washing/?src=qr&utm_source=ward#steps');
      expect(await read('h1')).toBe(shown('ar', 'hand-washing:heading'));
      expect(await tab.evaluate('document.querySelector("#steps").getBoundingClientRect().top < innerHeight')).toBe(true);
      expect(await at()).toBe('ar/hand-washing/?src=qr&utm_source=ward#steps');
    });

    test('changes to English by the list of languages', async () => {
      await tab.click('.languages summary');
      await follow('.languages a[hreflang=en]', 'en/hand-washing/');
      expect(await tab.evaluate(looks)).toEqual(looksOf('en'));
      expect(await read('h1')).toBe(shown('en', 'hand-washing:heading'));
    });

    test('starts the timer with a key, and it goes on by itself from water to soap to scrubbing', async () => {
      await open('ar/home-hygiene/');
      await follow('main a.action', 'ar/hand-washing/');
      await tab.waitFor('document.activeElement?.matches(".timer-start:enabled")', { what: 'the focus on the start button' });
      const began = performance.now();
      await tab.press('Enter');
      const phases: [phase: string, second: number][] = [];
      for (const phase of ['wet', 'soap', 'scrub']) {
        const isIt = (wanted: string) => document.querySelector<HTMLElement>('[role=timer]')?.dataset['phase'] === wanted;
        await tab.waitFor(isIt, { what: `the phase ${phase}` }, phase);
        phases.push([phase, (performance.now() - began) / 1000]);
      }
      const [, soap, scrub] = phases.map(([, second]) => second);
      expect(soap).toBeGreaterThan(4.5);
      expect(soap).toBeLessThan(7.5);
      expect(scrub).toBeGreaterThan(9.5);
      expect(scrub).toBeLessThan(12.5);
      expect(await read('.timer-name')).toBe(shown('ar', 'timer:names.palms'));
      await tab.waitFor('Number(document.querySelector(".timer-count").textContent) === 12', { what: 'a clock that goes down' });
      await tab.press('Escape');
      await tab.waitFor('document.querySelector("[role=timer]").dataset.phase === "idle"', { what: 'the timer to stop' });
    });

    test('is told in Arabic that a French page is not kept', async () => {
      await open('fr/treatment/');
      expect(await tab.evaluate(looks)).toEqual(looksOf('ar'));
      expect(await read('h1')).toBe(shown('ar', 'not-kept:heading'));
      expect(await read('main')).toContain(shown('ar', 'not-kept:body[0]'));
      expect(await at()).toBe('fr/treatment/');
      await follow('main .topics a[href$="/get-help/"]', 'ar/get-help/');
      expect(await read('h1')).toBe(shown('ar', 'get-help:heading'));
    });

    test('gets the French page when the server is there again, and then keeps French too', async () => {
      await open('fr/treatment/');
      await site.start();
      await tab.click('main a.action');
      await tab.waitFor('document.documentElement.lang === "fr"', { what: 'the French page' });
      expect(await read('h1')).toBe(shown('fr', 'treatment:heading'));
      await untilOffline(tab, 'ready', 60_000);
      await site.stop();
      for (const tag of ['fr', 'ar', 'en'] as const) {
        await open(pathOf(tag, 'daily-life'));
        expect(await tab.evaluate(looks)).toEqual(looksOf(tag));
        expect(await read('h1')).toBe(shown(tag, 'daily-life:heading'));
      }
    });

    test('met no fault of the leaflet on the whole way', () => {
      expect(tab.problems.filter(({ kind }) => kind !== 'network')).toEqual([]);
    });
  });
}, browserNames);

const headings: Partial<Record<(typeof pageIds)[number], string>> = { all: 'ui:allHeading', sheet: 'share:paper.sheet', poster: 'share:paper.poster' };
const headingOf = (page: (typeof pageIds)[number]) => headings[page] ?? `${page}:heading`;

/** Runs in the page: whether the middle of an element, brought into view, is that element and nothing that covers it. */
function canBeHit(selector: string): boolean {
  const element = document.querySelector(selector);
  element?.scrollIntoView({ block: 'center' });
  const box = element?.getBoundingClientRect();
  const hit = box && document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
  return hit != null && element?.contains(hit) === true;
}

/** Runs in the page. The bar is a flex box and the body set in 18 px by no style but ours; lines are wider apart in some scripts. */
function looks() {
  const { lang, dir } = document.documentElement;
  const bar = document.querySelector('header.bar');
  const { direction, fontSize, lineHeight } = getComputedStyle(document.body);
  return { lang, dir, direction, fontSize, lineHeight: parseFloat(lineHeight).toFixed(1), bar: bar && getComputedStyle(bar).display };
}

function looksOf(tag: LanguageTag): ReturnType<typeof looks> {
  const dir = tag === 'ar' ? 'rtl' : 'ltr';
  return { lang: tag, dir, direction: dir, fontSize: '18px', lineHeight: tag === 'ar' ? '32.4' : '27.0', bar: 'flex' };
}
