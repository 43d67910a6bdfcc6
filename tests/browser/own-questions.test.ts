import { beforeAll, describe, expect, test } from 'vitest';
import { toldBlock, toldOf } from '../../src/content/edition.ts';
import { checkParts } from '../../src/content/parts.ts';
import { edition } from '../fixtures/edition.ts';
import { shown } from '../fixtures/locale-words.ts';
import { forEachEngine } from './engines/for-each-engine.ts';
import { ownReader } from './own-reader.ts';

/** The block that the reader marks, the third on the page about home, and how its tick is known. */
const marked = toldOf(edition, 'home-hygiene')[2]?.[0] ?? 'no third block';
const tick = `[value="home-hygiene#${marked}"]`;

/** With the server stopped: each test goes on where the one before it ended. */
forEachEngine((engine) => {
  describe('what a reader ticks', () => {
    const reader = ownReader(engine);
    const { open, read, stored, focus, awake } = reader;
    const shownLines = '[...document.querySelectorAll(".asks li input")].filter((one) => one.checkVisibility()).map((one) => one.value)';
    beforeAll(() => reader.site().stop());

    test('a block that is marked by a key stands among the questions in both languages, as an id and not as words', async () => {
      const tab = reader.tab();
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
      const tab = reader.tab();
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
      const tab = reader.tab();
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
      const tab = reader.tab();
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
      const tab = reader.tab();
      expect(await read('.asks [role=status]')).toBe(shown('ar', 'questions:kept'));
      await tab.evaluate('void (Storage.prototype.setItem = () => { throw new Error("full") })');
      await focus('[value=work]');
      await tab.press(' ');
      await tab.evaluate('void dispatchEvent(new Event("pageshow"))');
      expect(await tab.evaluate('document.querySelector("[value=work]").checked')).toBe(true);
      expect(await read('.asks [role=status]')).toBe(shown('ar', 'card:details.notKept'));
    });

    test('a star that the phone has no room for is not shown pressed, and leads to the list, which says so; afterwards no star is offered', async () => {
      const tab = reader.tab();
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
      const tab = reader.tab();
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

    reader.nothingWentWrong();
  });
});
