/** One look at both clocks of a device, in milliseconds: mono never goes back but may stand still in sleep, wall may be set by hand. */
export interface Now {
  readonly mono: number;
  readonly wall: number;
}

/** Where a clock is read from; tests hand in their own. */
export type Clock = () => Now;

/** The last look at both clocks and the true milliseconds since the beginning. */
export interface Reading extends Now {
  readonly elapsed: number;
}

/** Milliseconds by which the clocks may disagree before it counts as sleep and not as jitter. */
const SKEW = 1000;

/** A reading at zero. */
export function begin(now: Now): Reading {
  return { ...now, elapsed: 0 };
}

/**
 * Adds the true time since the last reading: the steady clock, unless the wall clock ran well ahead of it, which means that the
 * steady one slept. A wall clock that was set back changes nothing.
 */
export function advance(last: Reading, now: Now): Reading {
  const mono = Math.max(0, now.mono - last.mono);
  const wall = now.wall - last.wall;
  return { ...now, elapsed: last.elapsed + (wall > mono + SKEW ? wall : mono) };
}

/** The clocks of the device in hand. */
export const deviceClock: Clock = () => ({ mono: performance.now(), wall: Date.now() });
