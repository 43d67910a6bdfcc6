import { advance, begin, type Clock, type Now, type Reading } from './clock.ts';
import { IDLE, LATE, moved, STALE, type Plan, type Step, stepAt, untilChange, type Wash } from './model.ts';

/** All that a running wash needs of the world around it. */
export interface World {
  readonly clock: Clock;
  /** Calls back once after so many milliseconds; gives back how to call it off. */
  readonly later: (ms: number, call: () => void) => () => void;
  readonly hidden: () => boolean;
  /** A step begins now. */
  readonly began: (step: Step) => void;
  /** The wash ends now. */
  readonly ended: (plan: Plan) => void;
  /** Nothing may speak any more. */
  readonly hush: () => void;
  readonly changed: (wash: Wash) => void;
}

/** The handles of one timer. */
export interface Run {
  /** Begins at the moment of the tap, which may be a while ago: waking the sound takes some phones a tenth of a second. */
  readonly start: (plan: Plan, tapped: Now) => void;
  readonly pause: () => void;
  readonly goOn: () => void;
  readonly stop: () => void;
  /** The page was hidden or came back. */
  readonly seen: () => void;
}

/** Drives a wash from its one tap to its one end. */
export function createRun(world: World): Run {
  let wash = IDLE;
  let reading: Reading = begin({ mono: 0, wall: 0 });
  let away = false;
  /** When a paused wash went out of sight. */
  let leftAt = 0;
  let cued: Step | undefined;
  let callOff = () => {};

  function put(next: Wash) {
    wash = next;
    if (wash.status !== 'running') {
      callOff();
      world.hush();
    }
    world.changed(wash);
  }

  function cue() {
    const { plan, status, elapsed } = wash;
    if (plan === undefined) return;
    if (status === 'done') {
      if (reading.elapsed - plan.total < LATE) world.ended(plan);
      return;
    }
    const step = stepAt(plan, elapsed);
    if (status !== 'running' || step === cued) return;
    cued = step;
    if (elapsed - step.from < LATE) world.began(step);
  }

  function tick() {
    callOff();
    if (wash.status !== 'running') return;
    const before = reading.elapsed;
    reading = advance(reading, world.clock());
    const { elapsed } = reading;
    const next = moved(elapsed - before > LATE ? { ...wash, since: elapsed } : wash, elapsed, away || world.hidden());
    put(next);
    cue();
    if (next.status === 'running' && next.plan) callOff = world.later(untilChange(next.plan, next.elapsed), tick);
  }

  /** Whoever comes back to a pause after so long has left it. */
  const forget = () => put({ ...IDLE, note: 'again' });

  return {
    start(plan, tapped) {
      reading = begin(tapped);
      away = false;
      cued = undefined;
      put({ ...IDLE, status: 'running', plan });
      tick();
    },
    pause() {
      tick();
      if (wash.status !== 'running') return;
      put({ ...wash, status: 'paused' });
    },
    goOn() {
      if (wash.status !== 'paused') return;
      reading = { ...advance(reading, world.clock()), elapsed: reading.elapsed };
      away = false;
      put({ ...wash, status: 'running', since: reading.elapsed });
      tick();
    },
    stop: () => put(IDLE),
    seen() {
      if (world.hidden()) world.hush();
      tick();
      away = world.hidden();
      if (wash.status !== 'paused') return;
      const { elapsed } = advance(reading, world.clock());
      if (away) {
        leftAt = elapsed;
        callOff = world.later(STALE, forget);
      } else if (elapsed - leftAt > STALE) forget();
    },
  };
}
