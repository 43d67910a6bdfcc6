import { describe, expect, test } from 'vitest';
import { shown } from '../fixtures/locale-words.ts';
import { forEachEngine } from './engines/for-each-engine.ts';
import { ownReader } from './own-reader.ts';

/** What a reader types who means no harm, and what looks like markup. */
const typed = { found: 'OXA-48 <b>x</b>', when: 'March', where: 'General' };

/** With the server stopped from the third test on: each test goes on where the one before it ended. */
forEachEngine((engine) => {
  describe('what a reader types on the card', () => {
    const reader = ownReader(engine);
    const { open, read, stored, focus, awake } = reader;
    const onCard = () => reader.tab().evaluate<string[]>('[...document.querySelectorAll("[data-shown]")].filter((one) => one.checkVisibility()).map((one) => one.innerText.replace(/\\s+/g, " ").trim())');

    test('stands on the card as text, beside the sentence in both languages, black on white in the dark', async () => {
      const tab = reader.tab();
      const site = reader.site();
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
      const tab = reader.tab();
      const site = reader.site();
      expect(await tab.evaluate('location.href')).toBe(`${site.url}ar/card/`);
      const telling = site.requests.filter(({ method, path, query, bodyBytes }) => method !== 'GET' || query !== '' || bodyBytes > 0 || /OXA|March|General/.test(decodeURIComponent(path)));
      expect(telling).toEqual([]);
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
      const tab = reader.tab();
      const site = reader.site();
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
      const tab = reader.tab();
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
      const tab = reader.tab();
      await tab.evaluate('void (Storage.prototype.setItem = () => { throw new Error("full") })');
      await focus('[data-typed=where]');
      await tab.type('Ward');
      expect(await onCard()).toEqual(['Ward']);
      expect(await read('[data-island=card] [role=status]')).toBe(shown('ar', 'card:details.notKept'));
    });

    test('all of it goes when everything is removed', async () => {
      const tab = reader.tab();
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

    reader.nothingWentWrong();
  });
});
