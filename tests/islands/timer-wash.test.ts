import { describe, expect, test } from 'vitest';
import timer from '../../locales/en/timer.json' with { type: 'json' };
import ui from '../../locales/en/ui.json' with { type: 'json' };
import { hearingOf } from '../../src/islands/timer/cues.ts';
import { phaseOf, planOf, secondsLeft } from '../../src/islands/timer/model.ts';
import { FakeWorld, times } from './timer-world.ts';

const DAY = 86_400_000;
const wash = planOf(times, 'wash');
const english = { ...timer, ...ui.timer };

describe('a wash', () => {
  test('goes from one tap through every step to one end, at the right moments, with no other touch', () => {
    const world = new FakeWorld();
    world.start(wash);
    world.pass(120_000);
    expect(world.steps).toEqual(wash.steps.map(({ id, from }) => ({ id, at: expect.closeTo(from, -1) })));
    expect(world.ends).toHaveLength(1);
    expect(Math.abs((world.ends[0] ?? 0) - wash.total)).toBeLessThan(20);
    expect(world.wash.status).toBe('done');
  });

  test('says its phases in their order', () => {
    const world = new FakeWorld();
    world.start(wash);
    world.pass(60_000);
    const phases = world.shown.map(phaseOf).filter((phase, i, all) => phase !== all[i - 1]);
    expect(phases).toEqual(['wet', 'soap', 'scrub', 'rinse', 'dry', 'done']);
  });

  test('scrubs for the seconds that were picked', () => {
    const world = new FakeWorld();
    world.start(planOf(times, 'wash', 30));
    world.pass(8000 + 29_990);
    expect(phaseOf(world.wash)).toBe('scrub');
    world.pass(20);
    expect(phaseOf(world.wash)).toBe('rinse');
  });

  test('is not disturbed by a clock that is set back a day', () => {
    const world = new FakeWorld();
    world.start(wash);
    world.pass(10_000);
    world.wall -= DAY;
    world.pass(60_000);
    expect(world.ends).toEqual([expect.closeTo(wash.total, -1.5)]);
  });

  test('runs on while the page is hidden, and ends once, in time', () => {
    const world = new FakeWorld();
    world.start(wash);
    world.pass(5000);
    world.hide();
    world.pass(60_000);
    expect(world.ends).toEqual([expect.closeTo(wash.total, -1.5)]);
    world.show();
    world.pass(60_000);
    expect(world.ends).toHaveLength(1);
    expect(world.wash).toMatchObject({ status: 'done', note: 'finished' });
  });

  test('that was stopped goes on at its true time, and gives none of the signals that were missed', () => {
    const world = new FakeWorld();
    world.start(wash);
    world.pass(1000);
    world.suspend(16_500);
    world.pass(10);
    expect(world.wash).toMatchObject({ status: 'running', note: undefined });
    expect(secondsLeft(wash, world.wash.elapsed)).toBe(6);
    expect(world.steps.map(({ id }) => id)).toEqual(['wet']);
    world.pass(60_000);
    expect(world.steps.map(({ id }) => id)).toEqual(['wet', 'thumbs', 'fingertips', 'rinse', 'dry', 'tap-off']);
    expect(world.ends).toEqual([expect.closeTo(wash.total, -1.5)]);
    expect(world.wash).toMatchObject({ status: 'done', note: undefined });
  });

  test('that was hidden and stopped goes on at its true time when it is seen again', () => {
    const world = new FakeWorld();
    world.start(wash);
    world.pass(9000);
    world.hide();
    world.suspend(8000);
    world.show();
    expect(phaseOf(world.wash)).toBe('scrub');
    expect(secondsLeft(wash, world.wash.elapsed)).toBe(6);
    world.pass(60_000);
    expect(world.ends).toEqual([expect.closeTo(wash.total, -1.5)]);
  });

  test('tells somebody who comes back in the middle what to do now, and then the rest as it comes', () => {
    const world = new FakeWorld();
    world.start(wash);
    world.pass(4000);
    world.suspend(10_000);
    world.pass(10);
    expect(phaseOf(world.wash)).toBe('scrub');
    expect(hearingOf(english, wash, world.wash)).toBe(english.names.scrub);
    world.pass(10_000);
    expect(phaseOf(world.wash)).toBe('rinse');
    expect(hearingOf(english, wash, world.wash)).toBe(english.say.rinse);
  });

  test('that is held between the water and the soap goes on with the soap alone', () => {
    const world = new FakeWorld();
    world.start(wash);
    world.pass(1000);
    world.run.pause();
    expect(hearingOf(english, wash, world.wash)).toBe(english.stop.paused);
    world.run.goOn();
    expect(hearingOf(english, wash, world.wash)).toBe(english.names.wet);
    world.pass(4000);
    expect(hearingOf(english, wash, world.wash)).toBe(english.names.soap);
  });

  test.each([true, false])('that ended while the phone slept says once that the time is up, and chimes no more (hidden: %s)', (hidden) => {
    const world = new FakeWorld();
    world.start(wash);
    world.pass(9000);
    if (hidden) world.hide();
    world.suspend(40_000);
    if (hidden) world.show();
    world.pass(60_000);
    expect(world.shown.filter(({ status }) => status === 'done')).toHaveLength(1);
    expect(world.wash).toMatchObject({ status: 'done', note: 'finished' });
    expect(world.ends).toEqual([]);
  });

  test('that slept through minutes is not finished but may be started again', () => {
    const world = new FakeWorld();
    world.start(wash);
    world.pass(12_000);
    world.hide();
    world.wall += 10 * 60_000;
    world.show();
    expect(world.wash).toMatchObject({ status: 'idle', note: 'again' });
    expect(world.ends).toEqual([]);
  });

  test('goes on after a glance away of a second', () => {
    const world = new FakeWorld();
    world.start(wash);
    world.pass(10_000);
    world.hide();
    world.pass(1000);
    world.show();
    expect(phaseOf(world.wash)).toBe('scrub');
    world.pass(60_000);
    expect(world.ends).toEqual([expect.closeTo(wash.total, -1.5)]);
  });

  /** A world whose wash is held after ten seconds. */
  function paused(): FakeWorld {
    const world = new FakeWorld();
    world.start(wash);
    world.pass(10_000);
    world.run.pause();
    return world;
  }

  test('stands still while it is paused, and goes on from there', () => {
    const world = paused();
    expect(phaseOf(world.wash)).toBe('paused');
    world.pass(20_000);
    world.run.goOn();
    expect(secondsLeft(wash, world.wash.elapsed)).toBe(13);
    world.pass(60_000);
    expect(world.ends).toEqual([expect.closeTo(wash.total + 20_000, -1.5)]);
  });

  test('that is paused in sight waits for as long as it takes', () => {
    const world = paused();
    world.pass(50_000);
    world.hide();
    world.pass(50_000);
    world.show();
    world.pass(600_000);
    world.run.goOn();
    expect(secondsLeft(wash, world.wash.elapsed)).toBe(13);
  });

  test('that is paused and left ends by itself after a minute', () => {
    const world = paused();
    world.hide();
    world.pass(61_000);
    expect(world.wash).toMatchObject({ status: 'idle', note: 'again' });
    world.run.goOn();
    expect(world.wash.status).toBe('idle');
  });

  test('that was paused while the phone slept does not go on minutes later', () => {
    const world = paused();
    world.hide();
    world.suspend(120_000);
    world.show();
    expect(world.wash).toMatchObject({ status: 'idle', note: 'again' });
  });

  test('that is stopped stays stopped, in silence', () => {
    const world = new FakeWorld();
    world.start(wash);
    world.pass(10_000);
    const steps = world.steps.length;
    world.run.stop();
    world.pass(60_000);
    expect(world.wash).toMatchObject({ status: 'idle', note: undefined });
    expect(world.steps).toHaveLength(steps);
    expect(world.ends).toEqual([]);
    expect(world.hushed).toBeGreaterThan(0);
  });

  test('that is stopped in its first step and started again gives its first signal again', () => {
    const world = new FakeWorld();
    for (const _ of [1, 2]) {
      world.start(wash);
      world.pass(1000);
      world.run.stop();
    }
    expect(world.steps.map(({ id }) => id)).toEqual(['wet', 'wet']);
  });

  test('says nothing any more once it is out of sight', () => {
    const world = new FakeWorld();
    world.start(wash);
    world.pass(10_000);
    world.hide();
    expect(world.hushed).toBe(1);
  });

  test('leaves out a signal that would come late', () => {
    const world = new FakeWorld();
    world.start(wash);
    world.pass(7000);
    world.suspend(2800);
    world.pass(100);
    expect(world.steps.map(({ id }) => id)).toEqual(['wet', 'soap']);
    expect(phaseOf(world.wash)).toBe('scrub');
  });
});
