import { describe, expect, test } from 'vitest';
import { advance, begin } from '../../src/islands/timer/clock.ts';
import { planOf, secondsLeft, spanOf, stepAt, untilChange } from '../../src/islands/timer/model.ts';
import { scrubMoves, washingMoves } from '../../src/parts/moves.ts';
import { times } from './timer-world.ts';

const DAY = 86_400_000;
const wash = planOf(times, 'wash');

describe('a plan', () => {
  test('gives each part the seconds of the edition', () => {
    const seconds = (['wet', 'soap', 'scrub', 'rinse', 'dry'] as const).map((part) => {
      const { from, to } = spanOf(wash, part);
      return [part, (to - from) / 1000];
    });
    expect(seconds).toEqual([['wet', 3], ['soap', 5], ['scrub', 15], ['rinse', 8], ['dry', 10]]);
    expect(wash.total).toBe(41_000);
  });

  test('goes through the moves that the page shows, in their order', () => {
    expect(wash.steps.map(({ id }) => id)).toEqual([...washingMoves]);
  });

  test.each([15, 20, 30])('of %i seconds is divided among the six moves exactly, with no gap', (picked) => {
    const moves = planOf(times, 'wash', picked).steps.filter(({ part }) => part === 'scrub');
    expect(moves.map(({ id }) => id)).toEqual([...scrubMoves]);
    expect(moves[0]?.from).toBe(8000);
    expect(moves.at(-1)?.to).toBe(8000 + picked * 1000);
    moves.forEach((move, i) => {
      expect(move.to - move.from).toBeCloseTo((picked * 1000) / 6, 6);
      expect(move.from).toBe(i === 0 ? 8000 : moves[i - 1]?.to);
    });
  });

  test('never scrubs less than the edition asks for, whatever was picked', () => {
    for (const picked of [1, 14, 0, -5, 17, Number.NaN]) expect(planOf(times, 'wash', picked).total).toBe(wash.total);
    expect(planOf({ ...times, seconds: 20 }, 'wash', 15).scrubTo).toBe(28_000);
  });

  test('for hand sanitiser has no water in it, and ends when the rubbing ends', () => {
    const rub = planOf(times, 'rub', 30);
    expect(rub.steps.map(({ id }) => id)).toEqual(['rub', ...scrubMoves]);
    expect(rub.total).toBe(25_000);
    expect(rub.scrubTo).toBe(25_000);
  });

  test('ends with the towel turning off the tap', () => {
    expect(stepAt(wash, 40_999).id).toBe('tap-off');
    expect(stepAt(wash, 40_999).part).toBe('dry');
  });

  test('counts whole seconds down and knows when the next is due', () => {
    expect(secondsLeft(wash, 8000)).toBe(15);
    expect(secondsLeft(wash, 8001)).toBe(15);
    expect(secondsLeft(wash, 22_999)).toBe(1);
    for (let at = 0; at < wash.total; at += 37) {
      const next = untilChange(wash, at);
      expect(next).toBeGreaterThan(0);
      expect(next).toBeLessThanOrEqual(1000);
    }
  });
});

describe('the clock', () => {
  test('is the steady one while both agree', () => {
    expect(advance(begin({ mono: 10, wall: 1000 }), { mono: 260, wall: 1249 }).elapsed).toBe(250);
  });

  test('is not turned back by a wall clock that was set back a day', () => {
    expect(advance(begin({ mono: 0, wall: DAY * 3 }), { mono: 700, wall: DAY * 2 }).elapsed).toBe(700);
  });

  test('counts the sleep that the steady clock slept through, also after the wall clock was set back', () => {
    const back = advance(begin({ mono: 0, wall: DAY * 3 }), { mono: 500, wall: DAY * 2 });
    expect(advance(back, { mono: 600, wall: DAY * 2 + 15_100 }).elapsed).toBe(15_600);
  });
});
