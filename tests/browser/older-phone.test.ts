import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveLeaflet } from '../fixtures/served-leaflet.ts';
import type { Site } from '../fixtures/site-server.ts';
import { forEachEngine } from './engines/for-each-engine.ts';

/** What an older phone cannot do is not offered there. What it can is tried in the tests of everybody. */
forEachEngine(
  (engine) => {
    let site: Site;
    beforeAll(async () => {
      site = await serveLeaflet();
    });
    afterAll(() => site.stop());

    test('questions can be ticked and stay ticked; showing these alone is not offered, because the styles could not', async () => {
      const tab = await engine.open();
      await tab.goto(`${site.url}en/questions/`);
      const awake = () => tab.waitFor('!!document.querySelector(".asks[data-awake]")', { what: 'the list to wake' });
      await awake();
      expect(await tab.evaluate('CSS.supports("selector(:has(a))")')).toBe(false);
      expect(await tab.evaluate('document.querySelectorAll("#mine").length')).toBe(0);
      await tab.click('.asks li input');
      await tab.reload();
      await awake();
      expect(await tab.evaluate('[...document.querySelectorAll(".asks li input")].filter(({ checked }) => checked).length')).toBe(1);
      await tab.close();
    });

    test('what is typed on the card stays, and the card is black on white in the dark', async () => {
      const tab = await engine.open({ dark: true });
      await tab.goto(`${site.url}ar/card/`);
      await tab.click('[data-typed=found]');
      await tab.type('OXA-48');
      await tab.reload();
      await tab.waitFor('document.querySelector("[data-typed=found]").value === "OXA-48"', { what: 'what was typed' });
      expect(await tab.evaluate(() => [...document.querySelectorAll<HTMLElement>('[data-shown]')].map(({ innerText }) => innerText).join())).toContain('OXA-48');
      const colours = () => {
        const { color, backgroundColor } = getComputedStyle(document.querySelector('.wallet') as Element);
        return [color, backgroundColor];
      };
      expect(await tab.evaluate(colours)).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
      await tab.close();
    });

    test('the page for staff draws its code', async () => {
      const tab = await engine.open();
      await tab.goto(`${site.url}en/share/`);
      await tab.waitFor('document.querySelector("form .qr")?.getBoundingClientRect().width > 200', { what: 'the code' });
      await tab.close();
    });
  },
  ['older'],
);
