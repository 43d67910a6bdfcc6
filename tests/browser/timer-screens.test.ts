import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromium } from './engines/chromium.ts';
import { serveTimer, usual, type TimerSite } from './timer-page.ts';
import { openTimer, phaseIs, short } from './timer-reader.ts';

let site: TimerSite;
beforeAll(async () => {
  site = await serveTimer();
});
afterAll(() => site.close());

describe('in chromium', () => {
  const engine = chromium();
  afterAll(() => engine.close());

  test('without JavaScript the parts and their seconds are there to read, and no dead button', async () => {
    const address = await site.show(usual);
    const tab = await engine.open({ javascript: false });
    await tab.goto(address);
    const text = await tab.text('.timer');
    for (const part of ['Wet your hands', '3\u00a0s', 'At least 15\u00a0s', 'Rinse', '8\u00a0s', '41 seconds in all']) expect(text).toContain(part);
    expect(text).not.toContain(usual.words.start);
    await tab.close();
  });

  test.each([
    ['on a small phone held upright', { width: 320, height: 568 }],
    ['on a small phone held sideways', { width: 568, height: 320 }],
  ])('at 200 %% text %s nothing overlaps and the number is there', async (_, viewport) => {
    const tab = await openTimer(site, engine, { ...usual, leadIn: { wet: 0, soap: 0 } }, { viewport });
    await tab.evaluate('document.documentElement.style.fontSize = "200%", 0');
    await tab.click('.timer-start');
    await phaseIs(tab, 'scrub');
    for (const sure of [false, true]) {
      if (sure) await tab.click('.timer-stop');
      const boxes = await tab.evaluate(() =>
        ['.timer-plate .pic', '.timer-count', '.timer-name', '.timer-stop', '.timer-hands'].flatMap((selector) => {
          const element = document.querySelector(selector);
          const words = document.querySelector('.timer-words')?.getBoundingClientRect();
          if (!element || !words) return [];
          const box = element.getBoundingClientRect();
          // Of a name that does not fit the rest lies below, to be scrolled to.
          const bottom = selector === '.timer-name' ? Math.min(box.bottom, words.bottom) : box.bottom;
          return bottom <= box.top ? [] : [{ selector, left: box.left, right: box.right, top: box.top, bottom }];
        }),
      );
      expect(boxes.map(({ selector }) => selector)).toContain('.timer-count');
      for (const box of boxes) {
        expect(box.left >= 0 && box.top >= 0 && box.right <= viewport.width && box.bottom <= viewport.height, box.selector).toBe(true);
        for (const other of boxes) {
          if (other === box) continue;
          const apart = box.right <= other.left + 1 || other.right <= box.left + 1 || box.bottom <= other.top + 1 || other.bottom <= box.top + 1;
          expect(apart, `${box.selector} and ${other.selector}`).toBe(true);
        }
      }
    }
    await tab.close();
  });

  test.each([
    ['unfolded', 690, 730],
    ['split in two', 412, 480],
    ['small, below a browser\u2019s bars', 320, 454],
    ['held upright', 360, 640],
  ])('on a screen that is %s the number, the part and what to do are all in sight, running and paused', async (_, width, height) => {
    const tab = await openTimer(site, engine, { ...usual, leadIn: { wet: 0, soap: 0 } }, { viewport: { width, height } });
    const cut = () =>
      tab.evaluate<string[]>(() => {
        const room = document.querySelector('.timer-words')?.getBoundingClientRect();
        const isOut = ({ left, right, top, bottom }: DOMRect) => !room || left < room.left - 1 || right > room.right + 1 || top < room.top - 1 || bottom > room.bottom + 1;
        return [...document.querySelectorAll('.timer-words > *')].filter((element) => isOut(element.getBoundingClientRect())).map(({ textContent }) => textContent ?? '');
      });
    await tab.click('.timer-start');
    await phaseIs(tab, 'scrub');
    expect(await cut()).toEqual([]);
    await tab.click('.timer-stop');
    await tab.click('.timer-hands button:first-child');
    await phaseIs(tab, 'paused');
    expect(await cut()).toEqual([]);
    expect(await tab.text('.timer-words')).toContain(usual.words.stop.paused);
    await tab.close();
  });

  test('axe finds nothing wrong with it, at rest and running', async () => {
    const tab = await openTimer(site, engine, short);
    const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
    await tab.evaluate(`(() => { ${axe}; return 0; })()`);
    const faults = () =>
      tab.evaluate<string[]>('axe.run(".timer").then(({ violations }) => violations.map(({ id, nodes }) => id + ": " + nodes.map(({ html }) => html)))');
    await tab.evaluate('document.querySelector("details").open = true, 0');
    expect(await faults()).toEqual([]);
    await tab.click('.timer-start');
    await phaseIs(tab, 'scrub');
    expect(await faults()).toEqual([]);
    await tab.close();
  });
});
