import { afterAll, beforeAll, expect, test } from 'vitest';
import { languageTags } from '../../src/i18n/languages.ts';
import type { TimerProps } from '../../src/islands/timer/props.ts';
import { serveLeaflet } from '../fixtures/served-leaflet.ts';
import type { Site } from '../fixtures/site-server.ts';
import type { Tab } from './engines/engine.ts';
import { forEachEngine } from './engines/for-each-engine.ts';

forEachEngine((engine) => {
  let site: Site;
  beforeAll(async () => {
    site = await serveLeaflet();
  });
  afterAll(() => site.stop());

  async function start(tab: Tab, tag: string, size = '100%'): Promise<void> {
    await tab.goto(`${site.url}${tag}/hand-washing/`);
    await tab.waitFor('document.querySelector("[data-live=true]") !== null', { what: 'a timer that is awake' });
    await tab.evaluate(`document.documentElement.style.fontSize = ${JSON.stringify(size)}, document.querySelector(".timer-start").click()`);
    await tab.waitFor('document.querySelector(".timer-line") !== null', { what: 'the cover' });
  }

  test.each([
    ['of a desktop at four times its size', 320, 256],
    ['of a small phone held upright', 360, 640],
    ['of the same phone on its side', 640, 360],
  ])('on the screen %s number, part and what to do are in sight, in each part and language', async (_, width, height) => {
    const tab = await engine.open({ viewport: { width, height } });
    for (const tag of languageTags) {
      await start(tab, tag);
      expect([tag, await tab.evaluate(outOfSight)]).toEqual([tag, []]);
    }
    await tab.close();
  });

  test.each([
    [320, 256],
    [640, 360],
    [1366, 768],
  ])('with the spacing that a reader may ask for, each part is whole or can be scrolled to, on a screen of %i by %i', async (width, height) => {
    const tab = await engine.open({ viewport: { width, height } });
    for (const tag of languageTags) {
      await start(tab, tag);
      await tab.evaluate(spaced);
      expect([tag, await tab.evaluate(outOfSight, true)]).toEqual([tag, []]);
    }
    await tab.close();
  });

  test.each([
    ['', '100%'],
    [' in letters of twice the size', '200%'],
  ])('on a small phone held upright%s nothing is cut off or covered while it is held or asks whether to stop', async (_, size) => {
    const tab = await engine.open({ viewport: { width: 360, height: 640 } });
    for (const tag of ['pa', 'ar']) {
      await start(tab, tag, size);
      await tab.evaluate('document.querySelector(".timer-stop").click()');
      await tab.waitFor('document.querySelectorAll(".timer-hands button").length === 2', { what: 'what can be pressed' });
      expect([tag, 'stop?', await tab.evaluate(hidden, { names: true, parts: 5 })]).toEqual([tag, 'stop?', []]);
      await tab.evaluate('document.querySelector(".timer-hands button").click()');
      await tab.waitFor('document.querySelector("[data-phase=paused]") !== null', { what: 'a wash that is held' });
      expect([tag, 'paused', await tab.evaluate(hidden, { names: false, parts: 4 })]).toEqual([tag, 'paused', []]);
    }
    await tab.close();
  });
});

/** Runs in the page: the spacing of success criterion 1.4.12 of WCAG 2.2, without which no reader has to do. */
function spaced(): void {
  for (const part of document.querySelectorAll<HTMLElement>('*')) {
    for (const [property, value] of Object.entries({ 'line-height': '1.5', 'letter-spacing': '0.12em', 'word-spacing': '0.16em' })) part.style.setProperty(property, value, 'important');
    if (part.localName === 'p') part.style.setProperty('margin-block-end', '2em', 'important');
  }
}

/** Runs in the page: says each part in turn, and tells what of it nobody sees, or, where it can be scrolled, what no scroll brings up. */
function outOfSight(byScroll = false): string[] {
  const find = (selector: string) => document.querySelector(selector) as HTMLElement;
  const { words } = JSON.parse(find('[data-island=timer]').dataset['props'] ?? '') as TimerProps;
  const [box, count, name, line] = ['.timer-words', '.timer-count', '.timer-name', '.timer-line'].map(find) as [HTMLElement, HTMLElement, HTMLElement, HTMLElement];
  const said = Object.entries(words.lines).filter(([id]) => Object.hasOwn(words.names, id));
  if (said.length < 11) return [`only ${said.length} parts`];
  return said.flatMap(([id, text]) => {
    name.textContent = words.names[id as keyof typeof words.names];
    line.textContent = text;
    const around = box.getBoundingClientRect();
    const canScroll = byScroll && getComputedStyle(box).overflowY === 'auto';
    const isSeen = (part: HTMLElement) => {
      const { top, bottom, left, right } = part.getBoundingClientRect();
      if (canScroll) return top >= around.top - 1 && bottom <= around.top + box.scrollHeight + 1 && left >= around.left - 1 && right <= around.right + 1;
      return top >= around.top - 1 && bottom <= around.bottom + 1 && left >= around.left - 1 && right <= around.right + 1 && bottom <= innerHeight;
    };
    return [count, name, line].filter((part) => !isSeen(part)).map((part) => `${id}: ${part.className}`);
  });
}

/** Runs in the page: of number, name and buttons, with the name of each part in turn, what is outside the screen, over another, without words or wider than its place. */
function hidden({ names, parts }: { names: boolean; parts: number }): string[] {
  const name = document.querySelector('.timer-name') as HTMLElement;
  const { words } = JSON.parse((document.querySelector('[data-island=timer]') as HTMLElement).dataset['props'] ?? '') as TimerProps;
  return (names ? Object.values(words.names) : [name.textContent ?? '']).flatMap((said) => {
    name.textContent = said;
    const all = [...document.querySelectorAll<HTMLElement>('.timer-count, .timer-name, .timer-cover button')];
    const boxes = all.map((part) => ({ part, box: part.getBoundingClientRect() }));
    const room = (part: HTMLElement) => (part.closest('.timer-words') ?? document.documentElement).getBoundingClientRect();
    const faults = boxes.flatMap(({ part, box }) => {
      const { left, right } = room(part);
      const isOut = box.left < left - 1 || box.right > right + 1 || box.top < 0 || box.bottom > innerHeight + 1;
      const isOver = boxes.some(({ part: other, box: its }) => other !== part && box.left < its.right - 1 && its.left < box.right - 1 && box.top < its.bottom - 1 && its.top < box.bottom - 1);
      return [part.textContent?.trim() === '' && 'no words', part.scrollWidth > part.clientWidth + 1 && 'too wide', isOut && 'out', isOver && 'over another'].flatMap((fault) => (fault ? [`${said}: ${part.className || part.textContent}: ${fault}`] : []));
    });
    return all.length === parts ? faults : [`${all.length} parts`];
  });
}
