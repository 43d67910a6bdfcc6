import { afterAll, beforeAll, expect, test } from 'vitest';
import { languageTags } from '../../src/i18n/languages.ts';
import type { TimerProps } from '../../src/islands/timer/props.ts';
import { serveLeaflet } from '../fixtures/served-leaflet.ts';
import type { Site } from '../fixtures/site-server.ts';
import { forEachEngine } from './engines/for-each-engine.ts';

forEachEngine((engine) => {
  let site: Site;
  beforeAll(async () => {
    site = await serveLeaflet();
  });
  afterAll(() => site.stop());

  test.each([
    ['of a desktop at four times its size', 320, 256],
    ['of a small phone held upright', 360, 640],
    ['of the same phone on its side', 640, 360],
  ])('on the screen %s number, part and what to do are in sight, in each part and language', async (_, width, height) => {
    const tab = await engine.open({ viewport: { width, height } });
    for (const tag of languageTags) {
      await tab.goto(`${site.url}${tag}/hand-washing/`);
      await tab.waitFor('document.querySelector("[data-live=true]") !== null', { what: 'a timer that is awake' });
      await tab.evaluate('document.querySelector(".timer-start").click()');
      await tab.waitFor('document.querySelector(".timer-line") !== null', { what: 'the cover' });
      expect([tag, await tab.evaluate(outOfSight)]).toEqual([tag, []]);
    }
    await tab.close();
  });
});

/** Runs in the page: says each part in turn, and tells what of it nobody sees. */
function outOfSight(): string[] {
  const find = (selector: string) => document.querySelector(selector) as HTMLElement;
  const { words } = JSON.parse(find('[data-island=timer]').dataset['props'] ?? '') as TimerProps;
  const [box, count, name, line] = ['.timer-words', '.timer-count', '.timer-name', '.timer-line'].map(find) as [HTMLElement, HTMLElement, HTMLElement, HTMLElement];
  const said = Object.entries(words.lines).filter(([id]) => Object.hasOwn(words.names, id));
  if (said.length < 11) return [`only ${said.length} parts`];
  return said.flatMap(([id, text]) => {
    name.textContent = words.names[id as keyof typeof words.names];
    line.textContent = text;
    const around = box.getBoundingClientRect();
    const isSeen = (part: HTMLElement) => {
      const { top, bottom, left, right } = part.getBoundingClientRect();
      return top >= around.top - 1 && bottom <= around.bottom + 1 && left >= around.left - 1 && right <= around.right + 1 && bottom <= innerHeight;
    };
    return [count, name, line].filter((part) => !isSeen(part)).map((part) => `${id}: ${part.className}`);
  });
}
