import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toldBlock, toldOf } from '../../src/content/edition.ts';
import { checkParts } from '../../src/content/parts.ts';
import { pathOf, type PageId } from '../../src/site/addresses.ts';
import { edition } from '../fixtures/edition.ts';
import { shown } from '../fixtures/locale-words.ts';
import { serveLeaflet } from '../fixtures/served-leaflet.ts';
import type { Site } from '../fixtures/site-server.ts';
import type { Tab } from './engines/engine.ts';
import { forEachEngine } from './engines/for-each-engine.ts';
import { untilOffline } from './offline-reader.ts';

/** What a reader types who means no harm, and what looks like markup. */
const typed = { found: 'OXA-48 <b>x</b>', when: 'March', where: 'General' };

/** The block that the reader marks, the third on the page about home, and how its tick is known. */
const marked = toldOf(edition, 'home-hygiene')[2]?.[0] ?? 'no third block';
const tick = `[value="home-hygiene#${marked}"]`;

/** One reader of Arabic, with the server stopped from the second test on: each test goes on where the one before it ended. */
forEachEngine((engine) => {
  describe('what a reader types and ticks', () => {
    let site: Site;
    let tab: Tab;
    const open = (page: PageId, tag = 'ar') => tab.goto(site.url + pathOf(tag, page));
    const read = async (selector: string) => (await tab.text(selector)).replace(/\s+/g, ' ');
    const stored = () => tab.evaluate<string>('JSON.stringify(localStorage)');
    const focus = (selector: string) => tab.evaluate<boolean, string>((wanted) => {
      const element = document.querySelector<HTMLElement>(wanted);
      element?.focus();
      return document.activeElement === element;
    }, selector);
    const awake = (selector: string) => tab.waitFor<boolean, string>((wanted) => document.querySelector(wanted)?.checkVisibility() === true, { what: `"${selector}" to be shown` }, selector);
    const shownLines = '[...document.querySelectorAll(".asks li input")].filter((one) => one.checkVisibility()).map((one) => one.value)';
    const onCard = () => tab.evaluate<string[]>('[...document.querySelectorAll("[data-shown]")].filter((one) => one.checkVisibility()).map((one) => one.innerText.replace(/\\s+/g, " ").trim())');

    beforeAll(async () => {
      site = await serveLeaflet();
      tab = await engine.open({ languages: ['ar-SY'], dark: true });
      await open('card');
      await untilOffline(tab, 'ready', 60_000);
    });
    afterAll(async () => {
      await tab.close();
      await site.stop();
    });

    test('stands on the card as text, beside the sentence in both languages, black on white in the dark', async () => {
      await awake('[data-typed=found]');
      site.forget();
      for (const [field, words] of Object.entries(typed)) {
        expect(await focus(`[data-typed=${field}]`)).toBe(true);
        await tab.type(words);
      }
      expect(await focus('[value=interpreter]')).toBe(true);
      expect(await tab.evaluate('getComputedStyle(document.activeElement).outlineColor')).toBe('rgb(0, 0, 0)');
      await tab.press(' ');
      expect(await onCard()).toEqual([typed.found, typed.when, typed.where, expect.stringContaining('An interpreter (Arabic)')]);
      expect(await tab.evaluate('document.querySelectorAll(".wallet b").length')).toBe(0);
      expect(await read('.wallet p[lang=en]')).toBe(shown('en', 'telling-others:blocks.say.sentence'));
      expect(await read('.wallet p + p')).toBe(shown('ar', 'telling-others:blocks.say.sentence'));
      expect(await tab.evaluate('[getComputedStyle(document.querySelector(".wallet")).color, getComputedStyle(document.documentElement).backgroundColor]')).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
    });

    test('is in no address, in no request and in nothing that the worker keeps', async () => {
      expect(await tab.evaluate('location.href')).toBe(`${site.url}ar/card/`);
      expect(site.requests.map(({ path }) => decodeURIComponent(path)).filter((path) => /OXA|March|General/.test(path))).toEqual([]);
      const kept = await tab.evaluate<number>(async () => {
        let found = 0;
        for (const name of await caches.keys()) {
          const store = await caches.open(name);
          for (const request of await store.keys()) if (/OXA-48/.test(request.url + (await (await store.match(request))?.text()))) found += 1;
        }
        return found;
      });
      expect(kept).toBe(0);
      expect(await stored()).toContain('OXA-48');
    });

    test('is still there with the server stopped, and is on no other page', async () => {
      await site.stop();
      await open('card');
      await awake('[data-typed=found]');
      expect(await onCard()).toEqual([typed.found, typed.when, typed.where, expect.stringContaining('An interpreter (Arabic)')]);
      for (const page of ['home', 'saved', 'questions'] as const) {
        await open(page);
        expect(await tab.evaluate<string>('document.documentElement.outerHTML')).not.toContain('OXA-48');
      }
    });

    test('is wiped from card and phone by one key', async () => {
      await open('card');
      await awake('[data-wipe]');
      await focus('[data-wipe]');
      await tab.press('Enter');
      expect(await read('[data-island=card] [role=status]')).toBe(shown('ar', 'card:details.wiped'));
      expect(await onCard()).toEqual([]);
      expect(await stored()).not.toMatch(/OXA|March|General|interpreter|handleaf \/ card/);
      await tab.reload();
      await awake('[data-typed=found]');
      expect(await onCard()).toEqual([]);
      expect(await tab.evaluate('document.querySelector("[data-typed=found]").value')).toBe('');
    });

    test('is shown and said not to be kept where the phone keeps nothing', async () => {
      await tab.evaluate('void (Storage.prototype.setItem = () => { throw new Error("full") })');
      await focus('[data-typed=where]');
      await tab.type('Ward');
      expect(await onCard()).toEqual(['Ward']);
      expect(await read('[data-island=card] [role=status]')).toBe(shown('ar', 'card:details.notKept'));
    });

    test('a block that is marked by a key stands among the questions in both languages, as an id and not as words', async () => {
      await open('home-hygiene');
      await awake(`#${marked} .star`);
      await focus(`#${marked} .star`);
      await tab.press('Enter');
      expect(await tab.evaluate(`document.querySelector("#${marked} .star").getAttribute("aria-pressed")`)).toBe('true');
      expect(await stored()).toContain(`[\\"home-hygiene#${marked}\\"]`);
      await open('questions');
      await awake(tick);
      const line = await tab.evaluate<string[]>(`[...document.querySelector('${tick}').nextElementSibling.children].map((one) => one.innerText)`);
      expect(line).toEqual(['ar', 'en'].map((tag) => `${shown(tag, 'home-hygiene:title')} – ${shown(tag, `home-hygiene:blocks.${marked}.heading`)}`));
    });

    test('it is marked in the whole leaflet and for the family too, where a way to the list stands beside it', async () => {
      for (const [page, block] of [['all', `#home-hygiene-${marked}`], ['family', `[data-of="home-hygiene#${marked}"]`]] as const) {
        const star = `${block} .star`;
        const state = () => tab.evaluate<unknown[]>(`[document.querySelector('${star}').ariaPressed, document.querySelector('${star} + a')?.pathname ?? null, document.querySelector('${star} + a')?.innerText ?? null]`);
        const listed = ['true', '/ar/questions/', shown('ar', 'questions:heading')];
        await open(page);
        await awake(star);
        expect([page, await state()]).toEqual([page, listed]);
        await focus(star);
        await tab.press('Enter');
        expect([page, await state()]).toEqual([page, ['false', null, null]]);
        await tab.press('Enter');
        expect([page, await state()]).toEqual([page, listed]);
      }
    });

    test('a tick stays until it is taken away; only what is ticked can be shown', async () => {
      await open('questions');
      await awake('[value=record]');
      await focus('[value=record]');
      await tab.press(' ');
      await tab.reload();
      await awake('[value=record]');
      expect(await tab.evaluate('document.querySelector("[value=record]").checked')).toBe(true);
      await focus('#mine');
      await tab.press(' ');
      expect(await tab.evaluate(shownLines)).toEqual(['record', `home-hygiene#${marked}`]);
      await focus(tick);
      await tab.press(' ');
      await tab.reload();
      await awake('[value=record]');
      expect(await stored()).not.toContain('home-hygiene');
      expect(await tab.evaluate<string[]>(shownLines)).not.toContain(`home-hygiene#${marked}`);
      await open('home-hygiene');
      await awake(`#${marked} .star`);
      expect(await tab.evaluate(`document.querySelector("#${marked} .star").getAttribute("aria-pressed")`)).toBe('false');
      await open('questions');
      await awake('[value=record]');
      await focus('#mine');
      await tab.press(' ');
      await focus('.asks [data-wipe]');
      await tab.press('Enter');
      // Everything is there to be ticked again, and nothing to be shown alone.
      expect((await tab.evaluate<string[]>(shownLines)).length).toBeGreaterThan(4);
      expect(await tab.evaluate('document.querySelectorAll(".asks :checked").length')).toBe(0);
      expect(await tab.evaluate('document.querySelector("#mine").disabled')).toBe(true);
      expect(await read('.asks [role=status]')).toBe(shown('ar', 'questions:removed'));
    });

    test('the last tick that is taken away brings the whole list back, and the reader stays where they are', async () => {
      await focus('[value=record]');
      await tab.press(' ');
      await focus('#mine');
      await tab.press(' ');
      await focus('[value=record]');
      await tab.press(' ');
      expect((await tab.evaluate<string[]>(shownLines)).length).toBeGreaterThan(4);
      expect(await tab.evaluate('document.activeElement.value')).toBe('record');
    });

    test('a tick that the phone does not take is there while the page is, which says so', async () => {
      expect(await read('.asks [role=status]')).toBe(shown('ar', 'questions:kept'));
      await tab.evaluate('void (Storage.prototype.setItem = () => { throw new Error("full") })');
      await focus('[value=work]');
      await tab.press(' ');
      await tab.evaluate('void dispatchEvent(new Event("pageshow"))');
      expect(await tab.evaluate('document.querySelector("[value=work]").checked')).toBe(true);
      expect(await read('.asks [role=status]')).toBe(shown('ar', 'card:details.notKept'));
    });

    test('a star that the phone has no room for is not shown pressed, and leads to the list, which says so; afterwards no star is offered', async () => {
      const star = `#${marked} .star`;
      await open('home-hygiene');
      await awake(star);
      await tab.evaluate(() => {
        let others = '';
        for (let more = 1 << 23; more >= 1; more /= 2) {
          try {
            localStorage.setItem('of another site', others + 'x'.repeat(more));
            others += 'x'.repeat(more);
          } catch {
            // Half as much may still go in.
          }
        }
      });
      await focus(star);
      await tab.press('Enter');
      await awake(`${star} + a`);
      expect(await tab.evaluate(`document.querySelector('${star}').getAttribute('aria-pressed')`)).toBe('false');
      await tab.click(`${star} + a`);
      await tab.waitFor('location.pathname === "/ar/questions/"', { what: 'the list' });
      await awake('[value=record]');
      expect(await read('.asks [role=status]')).toBe(shown('ar', 'card:details.notKept'));
      await open('home-hygiene');
      await tab.waitFor('document.documentElement.dataset.offline === "ready"', { what: 'the page to be awake' });
      expect(await tab.evaluate('document.querySelectorAll(".star").length')).toBe(0);
      await tab.evaluate('localStorage.removeItem("of another site")');
    });

    test('the helper answers by a key, in both languages, and so does the check of what was understood', async () => {
      await open('telling-others');
      await focus('#situations details:nth-of-type(4) summary');
      await tab.press('Enter');
      await awake('#situations details:nth-of-type(4) blockquote');
      expect(await read('#situations details:nth-of-type(4)')).toContain(shown('ar', `whom:why.${edition.telling.dentist.why}`));
      expect(await read('#situations details:nth-of-type(4) [lang=en]')).toBe(shown('en', 'telling-others:blocks.say.sentence'));
      await open('questions');
      // The third question that the edition asks.
      const asked = checkParts.filter(({ topic, block }) => toldBlock(edition, topic, block))[2];
      await focus('#check details:nth-of-type(3) summary');
      await tab.press('Enter');
      await awake('#check details:nth-of-type(3) li');
      await tab.click('#check details:nth-of-type(3) > a');
      await tab.waitFor(`location.pathname + location.hash === "/ar/${asked?.topic}/#${asked?.block}"`, { what: 'the block that answers' });
    });

    test('all of it goes when everything is removed', async () => {
      await open('card');
      await awake('[data-typed=found]');
      await focus('[data-typed=found]');
      await tab.type('NDM');
      await open('questions');
      await awake('[value=work]');
      await focus('[value=work]');
      await tab.press(' ');
      expect(await stored()).toMatch(/\/ card.*\/ questions|\/ questions.*\/ card/);
      await open('saved');
      const press = (words: string) => tab.waitFor<boolean, string>((wanted) => {
        const button = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === wanted);
        button?.click();
        return button !== undefined;
      }, { what: `the button "${words}"` }, words);
      await press(shown('ar', 'saved:clear.button'));
      await press(shown('ar', 'saved:clear.sure'));
      await tab.waitFor('localStorage.length === 0', { what: 'an empty phone' });
    });

    test('nothing went wrong on the whole way', () => {
      expect(tab.problems.filter(({ kind, text }) => kind !== 'network' && !text.includes('Failed to load ‘’'))).toEqual([]);
    });
  });
});
