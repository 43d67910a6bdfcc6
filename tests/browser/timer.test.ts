import { afterAll, beforeAll, expect, test } from 'vitest';
import { CALM } from '../../src/islands/timer/cover.tsx';
import type { Tab } from './engines/engine.ts';
import { forEachEngine } from './engines/for-each-engine.ts';
import { serveTimer, usual, type TimerSite } from './timer-page.ts';
import { diaryOf, keepDiary, openTimer, phaseIs, short } from './timer-reader.ts';

let site: TimerSite;
beforeAll(async () => {
  site = await serveTimer();
});
afterAll(() => site.close());

/** Two taps in the middle of what is there, the second on whatever is there then. */
async function tapTwice(selector: string): Promise<void> {
  const { left, top, width, height } = (document.querySelector(selector) as Element).getBoundingClientRect();
  const [clientX, clientY] = [left + width / 2, top + height / 2];
  for (const pause of [100, 0]) {
    document.elementFromPoint(clientX, clientY)?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, detail: 1, clientX, clientY }));
    await new Promise((rested) => setTimeout(rested, pause));
  }
}

const calm = async (tab: Tab) =>
  tab.waitFor(`performance.now() > ${await tab.evaluate<number>('performance.now()')} + ${CALM}`, { what: 'the hand to be calm' });

forEachEngine((engine) => {
  test('stray touches neither stop nor restart it, and stopping takes two different places', async () => {
    const tab = await openTimer(site, engine, { ...short, leadIn: { wet: 5, soap: 1 } });
    await tab.click('.timer-start');
    await phaseIs(tab, 'wet');
    await tab.click('.timer-plate');
    await tab.click('.timer-words');
    await tab.click('.timer-stop');
    await phaseIs(tab, 'scrub');
    const apart = await tab.evaluate(() => {
      const box = (selector: string) => document.querySelector(selector)?.getBoundingClientRect();
      const [first, second] = [box('.timer-stop'), box('.timer-hands')];
      return first && second ? second.top - first.bottom : 0;
    });
    expect(apart).toBeGreaterThan(100);
    await tab.close();
  });

  test('the keyboard starts, holds and stops it, and nothing behind it can be reached', async () => {
    const tab = await openTimer(site, engine, { ...short, leadIn: { wet: 5, soap: 1 } });
    await tab.goto(`${site.address}#timer`);
    await tab.waitFor('document.activeElement?.className === "timer-start"', { what: 'the focus on the start button' });
    expect(await tab.evaluate('document.querySelector("[role=timer]").dataset.phase')).toBe('idle');
    await tab.press('Enter');
    await phaseIs(tab, 'wet');
    await tab.waitFor('document.activeElement?.className === "timer-cover"', { what: 'the focus on the cover' });
    const seen = () => tab.evaluate<string[]>('["h1", ".timer-start", "summary"].map((one) => getComputedStyle(document.querySelector(one)).visibility)');
    expect(await seen()).toEqual(['hidden', 'hidden', 'hidden']);
    await tab.press('Tab');
    await tab.press(' ');
    // What has come is gone to, or it would vanish again beside a screen reader that stands on it.
    await tab.waitFor('!!document.activeElement?.closest(".timer-hands")', { what: 'the focus on what the button has opened' });
    await tab.press('Enter');
    await phaseIs(tab, 'paused');
    await tab.press('Escape');
    await phaseIs(tab, 'idle');
    await tab.waitFor('document.activeElement?.className === "timer-start"', { what: 'the focus back on the start button' });
    expect(await seen()).toEqual(['visible', 'visible', 'visible']);
    await tab.close();
  });

  test('a hand that shakes and taps twice can hold it, go on and stop it, and does not start it again', async () => {
    const tab = await openTimer(site, engine, { ...usual, leadIn: { wet: 0, soap: 0 } });
    await tab.evaluate(tapTwice, '.timer-start');
    await phaseIs(tab, 'scrub');
    await tab.evaluate(tapTwice, '.timer-stop');
    await tab.evaluate(tapTwice, '.timer-hands button:first-child');
    await phaseIs(tab, 'paused');
    await calm(tab);
    await tab.evaluate(tapTwice, '.timer-hands button:first-child');
    await phaseIs(tab, 'scrub');
    await tab.evaluate(tapTwice, '.timer-stop');
    // Whatever lies below the button that stops is the one that starts.
    await tab.evaluate('Object.assign(document.querySelector(".timer-start").style, { position: "fixed", inset: 0 }), 0');
    await tab.evaluate(tapTwice, '.timer-hands button:last-child');
    await phaseIs(tab, 'idle');
    await calm(tab);
    await tab.click('.timer-start');
    await phaseIs(tab, 'scrub');
    await tab.close();
  });

  test('a screen reader hears that it is held, and what to do when it goes on', async () => {
    const tab = await openTimer(site, engine, { ...usual, leadIn: { wet: 0, soap: 0 } });
    await keepDiary(tab);
    await tab.click('.timer-start');
    await tab.waitFor('window.diary.said.length', { what: 'the first sentence' });
    await tab.click('.timer-stop');
    await tab.click('.timer-hands button:first-child');
    await phaseIs(tab, 'paused');
    await calm(tab);
    await tab.click('.timer-hands button:first-child');
    await phaseIs(tab, 'scrub');
    const { said } = await diaryOf(tab);
    expect(said.slice(-2)).toEqual([usual.words.stop.paused, usual.words.names.scrub]);
    await tab.close();
  });

  test('until its script runs it neither looks as if it could be started nor takes what would be lost', async () => {
    const markup = await (await fetch(await site.show(usual))).text();
    expect(markup).toMatch(/<button[^>]* class="timer-start" disabled/);
    expect(markup).toMatch(/<details[^>]* inert/);
    const tab = await openTimer(site, engine, usual);
    const look = () => tab.evaluate<string>('getComputedStyle(document.querySelector(".timer-start")).backgroundColor');
    const live = await look();
    await tab.evaluate('document.querySelector(".timer-start").disabled = true, 0');
    expect(await look()).not.toBe(live);
    await tab.close();
  });

  test('what was picked is remembered', async () => {
    const tab = await openTimer(site, engine, short);
    await tab.click('summary');
    await tab.click('.timer-option:has([name=timer-seconds]):last-of-type input');
    await tab.click('.timer-tick input');
    await tab.reload();
    await tab.waitFor('!!document.querySelector(".timer-start:enabled")', { what: 'the start button' });
    const kept = await tab.evaluate(() => {
      const checked = (selector: string) => [...document.querySelectorAll<HTMLInputElement>(selector)].map((input) => input.checked);
      return { seconds: checked('[name=timer-seconds]'), big: checked('.timer-tick input')[0] };
    });
    expect(kept).toEqual({ seconds: [false, true], big: true });
    await tab.close();
  });

  test('each step is shown with its own picture', async () => {
    const tab = await openTimer(site, engine, short);
    await tab.evaluate(() => {
      const seen: Record<string, string | undefined> = {};
      const look = () => {
        const step = document.querySelector<HTMLElement>('.timer-cover')?.dataset['step'];
        const picture = document.querySelector('.timer-plate .pic')?.innerHTML;
        if (step && picture) seen[step] = [...document.querySelectorAll('symbol')].find(({ innerHTML }) => innerHTML === picture)?.id;
      };
      new MutationObserver(look).observe(document.body, { subtree: true, childList: true, attributes: true });
      Object.assign(window, { seen });
    });
    await tab.click('.timer-start');
    await phaseIs(tab, 'done');
    const steps = ['wet', 'soap', 'palms', 'backs', 'between', 'finger-backs', 'thumbs', 'fingertips', 'rinse', 'dry', 'tap-off', 'done'];
    expect(await tab.evaluate('seen')).toEqual(Object.fromEntries(steps.map((step) => [step, `hand-${step}`])));
    await tab.close();
  }, 40_000);

  test('the pictures in the running timer move, and keep still where motion is reduced', async () => {
    const hands = 'getComputedStyle(document.querySelector(".timer-plate .m-slide")).transform';
    const water = 'getComputedStyle(document.querySelector(".timer-water")).animationTimingFunction.split("(")[0]';
    for (const reducedMotion of [false, true]) {
      const tab = await openTimer(site, engine, { ...usual, seconds: 60, choices: [60], leadIn: { wet: 0, soap: 0 } }, { reducedMotion });
      await tab.click('.timer-start');
      await phaseIs(tab, 'scrub');
      expect(await tab.evaluate(water)).toBe(reducedMotion ? 'steps' : 'linear');
      const first = await tab.evaluate<string>(hands);
      if (reducedMotion) expect(await tab.evaluate('document.querySelector(".timer-plate").getAnimations({ subtree: true }).length')).toBe(0);
      else await tab.waitFor(`${hands} !== ${JSON.stringify(first)}`, { what: 'the hands to move' });
      await tab.close();
    }
  }, 40_000);
});
