import { describe, expect, test } from 'vitest';
import { toldOf, type Edition } from '../../src/content/edition.ts';
import { washingMoves } from '../../src/parts/moves.ts';
import { all, drawSite, only, pagesOf, textOf, type DrawnPage } from '../fixtures/drawn-site.ts';
import { edition as own } from '../fixtures/edition.ts';
import { shown, spoken } from '../fixtures/locale-words.ts';

const seconds = own.handWashing.seconds.value;
const pagesWith = (edition: Edition): DrawnPage[] => pagesOf(drawSite({ edition })).filter(({ page }) => page === 'hand-washing');
const pages = pagesWith(own);
/** The same page where an edition asks for 42 seconds. */
const longer = pagesWith({ ...own, handWashing: { ...own.handWashing, seconds: { value: 42, sources: ['cdc-hands'] }, longer: [50, 66] } });

/** Everything that can be read on a page, and what the timer is given to say, but not the version and the dates. */
function readable({ document }: DrawnPage): string {
  const body = document.body.cloneNode(true) as HTMLElement;
  const given = all(body, '[data-props]').map((element) => JSON.stringify(element.dataset['props']));
  for (const element of all(body, '.imprint, .small-print, svg, style, script')) element.remove();
  return `${textOf(body)} ${given.join(' ')}`;
}

describe('hand washing', () => {
  test('shows every move with its picture, its name and what to do, in order, without a script', () => {
    expect(pages.length).toBe(spoken.length);
    for (const { document, tag } of pages) {
      const moves = all(document, '#steps .moves li');
      expect(moves.map((move) => textOf(only(move, 'strong')))).toEqual(washingMoves.map((move) => shown(tag, `timer:names.${move}`)));
      expect(moves.map((move) => textOf(only(move, 'figcaption')))).toEqual(washingMoves.map((move) => `${shown(tag, `timer:names.${move}`)} ${shown(tag, `timer:lines.${move}`)}`));
      expect(new Set(moves.map((move) => only(move, 'svg').innerHTML)).size).toBe(washingMoves.length);
    }
  });

  test('is taught in the order of the WHO: palms, backs, between, backs of fingers, thumbs, tips', () => {
    expect(washingMoves).toEqual(['wet', 'soap', 'palms', 'backs', 'between', 'finger-backs', 'thumbs', 'fingertips', 'rinse', 'dry', 'tap-off']);
  });

  test('is taught on the whole leaflet too', () => {
    for (const { document } of pagesOf(drawSite()).filter(({ page }) => page === 'all')) expect(all(document, '#hand-washing .moves li').length).toBe(washingMoves.length);
  });

  test('says for how many seconds to rub, in the text and in the timer, without a script', () => {
    for (const { document, tag } of pages) {
      expect(textOf(only(document, '#steps > p:not(.sources)'))).toBe(shown(tag, 'hand-washing:blocks.steps.intro'));
      expect(textOf(only(document, '#steps > p:not(.sources)'))).toContain(String(seconds));
      expect(textOf(only(document, '[role=timer]'))).toContain(shown(tag, 'timer:leastSeconds'));
    }
  });

  test('has all its seconds from the edition: where that says 42, none of its own is left', () => {
    const count = (text: string, number: number) => text.match(new RegExp(`(?<!\\d)${number}(?!\\d)`, 'g'))?.length ?? 0;
    for (const [index, page] of pages.entries()) {
      const [before, after] = [readable(page), readable(longer[index] as DrawnPage)];
      expect([page.path, count(before, seconds) > 5]).toEqual([page.path, true]);
      // Rubbing in hand sanitiser, and what other authorities say, may be the same number of seconds.
      const others = count(after, seconds);
      expect([page.path, others <= 3, count(after, 42) + others]).toEqual([page.path, true, count(before, seconds)]);
    }
  });

  test('gives the timer the times of the edition, its own language and all its words', () => {
    for (const { document, tag } of longer) {
      const props = JSON.parse(only(document, '[data-island=timer]').dataset['props'] ?? '') as Record<string, unknown>;
      expect(props).toMatchObject({ lang: tag, seconds: 42, choices: [42, 50, 66], rubSeconds: own.handWashing.rub.value, words: { start: shown(tag, 'ui:timer.start') } });
    }
  });

  test('is where the short way of the phone leads: the timer, named, and at rest', () => {
    for (const { document, tag } of pages) {
      const timer = only(document, '[role=timer]');
      expect([timer.id, timer.dataset['phase'], timer.getAttribute('aria-label')]).toEqual(['timer', 'idle', shown(tag, 'timer:name')]);
      expect(all(document, '[data-island]').map((island) => island.dataset['island'])).toEqual(['timer']);
    }
  });

  const listsMoments = toldOf(own, 'hand-washing').some(([block]) => block === 'moments' || block === 'when');

  test.runIf(listsMoments)('leads from the list of moments straight to the timer', () => {
    for (const { document, tag } of pages) {
      const link = only(document, '#moments + a.action, #when + a.action');
      expect([link.getAttribute('href'), textOf(link)]).toEqual([`/${tag}/hand-washing/#timer`, shown(tag, 'ui:washNow')]);
    }
  });

  test('has a picture for every name that the running timer can show', () => {
    for (const { document } of pages) {
      const drawn = all(document, 'symbol').map(({ id }) => id);
      expect(drawn).toEqual(expect.arrayContaining([...washingMoves, 'rub', 'done'].map((move) => `hand-${move}`)));
    }
  });
});

test('the seconds of the edition are the same on every page that says them', () => {
  const longer = { ...own, handWashing: { ...own.handWashing, seconds: { value: 42, sources: ['cdc-hands'] as const }, longer: [50], rub: { ...own.handWashing.rub, value: 43 } } };
  const others = pagesOf(drawSite({ edition: longer })).filter(({ page }) => page !== 'about');
  expect(others.filter((page) => new RegExp(`(?<![\\d.-])${seconds}(?!\\d)`).test(readable(page))).map(({ path }) => path)).toEqual([]);
});
