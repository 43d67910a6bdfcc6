import { createAwake } from './awake.ts';
import type { Choices } from './choices.ts';
import { deviceClock } from './clock.ts';
import { createCues } from './cues.ts';
import type { Plan, Wash } from './model.ts';
import type { TimerProps } from './props.ts';
import { createRun, type Run } from './run.ts';

/** A timer joined to the browser that it runs in. */
export interface Device extends Omit<Run, 'start'> {
  readonly start: (plan: Plan, choices: Choices) => void;
  /** Gives each signal once, to find out what can be noticed. */
  readonly trySignals: (plan: Plan, choices: Choices) => void;
}

/** Joins a timer to this browser: its clocks, its sound, its screen; while it runs, the page says busy and must not be reloaded. */
export function createDevice({ lang, words }: TimerProps, changed: (wash: Wash) => void): Device {
  const cues = createCues(window, lang, words);
  const awake = createAwake(navigator.wakeLock);
  const page = document.documentElement.dataset;
  let plan: Plan | undefined;
  let status: Wash['status'] = 'idle';

  const run = createRun({
    clock: deviceClock,
    later(ms, call) {
      const timer = setTimeout(call, ms);
      return () => clearTimeout(timer);
    },
    hidden: () => document.hidden,
    began: (step) => plan && cues.began(plan, step),
    ended: cues.ended,
    hush: cues.hush,
    changed(wash) {
      if (wash.status !== status) {
        if (wash.status === 'running') awake.ask();
        else awake.release();
        if (wash.status === 'running' || wash.status === 'paused') page['busy'] = 'timer';
        else {
          delete page['busy'];
          cues.rest();
        }
      }
      status = wash.status;
      changed(wash);
    },
  });
  document.addEventListener('visibilitychange', () => {
    run.seen();
    if (status === 'running' && !document.hidden) awake.ask();
  });

  return {
    ...run,
    start(next, choices) {
      const tapped = deviceClock();
      plan = next;
      cues.wake(choices);
      run.start(next, tapped);
    },
    trySignals(sample, choices) {
      cues.wake({ ...choices, sound: true, buzz: true });
      cues.ended(sample);
      cues.rest();
    },
  };
}
