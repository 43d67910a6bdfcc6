import { scrubMoves, type washingMoves } from '../../parts/moves.ts';
import type { TimerTimes } from './props.ts';

/** Soap and water, or hand sanitiser. */
export type Mode = 'wash' | 'rub';

/** The parts of a wash. */
export type Part = 'wet' | 'soap' | 'scrub' | 'rinse' | 'dry';

/** What the timer says of itself to the outside, in data-phase. */
export type Phase = Part | 'idle' | 'done' | 'paused';

/** A thing that hands do; each has a picture, a name and a line of words. */
export type StepId = (typeof washingMoves)[number] | 'rub';

/** One thing to do, from and to in milliseconds since the start. */
export interface Step {
  readonly id: StepId;
  readonly part: Part;
  readonly from: number;
  readonly to: number;
}

/** A whole wash, laid out in time (milliseconds). */
export interface Plan {
  readonly mode: Mode;
  readonly steps: readonly Step[];
  readonly scrubTo: number;
  readonly total: number;
}

/**
 * Where a wash stands. `since` is from when on, in milliseconds of the wash, it has been followed without a gap or a pause; the note says what
 * became of it while nobody could see it.
 */
export interface Wash {
  readonly status: 'idle' | 'running' | 'paused' | 'done';
  readonly plan: Plan | undefined;
  readonly elapsed: number;
  readonly since: number;
  readonly note: 'finished' | 'again' | undefined;
}

/** No wash. */
export const IDLE: Wash = { status: 'idle', plan: undefined, elapsed: 0, since: 0, note: undefined };

/** Milliseconds after which a signal, or the end, is late: it is not given any more. */
export const LATE = 1500;

/** Milliseconds after the end when "finished" is no longer worth saying. */
export const STALE = 60_000;

/** Milliseconds of drying with which the tap is turned off, or a third of the drying where that is short. */
const TAP_OFF = 4000;

/** The seconds that are really scrubbed: what was picked, if it is offered and no less than the edition's least. */
export function scrubSeconds(times: TimerTimes, picked: number | undefined): number {
  return picked !== undefined && picked >= times.seconds && times.choices.includes(picked) ? picked : times.seconds;
}

/** Lays a wash out in time. The moves share the scrub evenly; turning off the tap is the end of drying. */
export function planOf(times: TimerTimes, mode: Mode, picked?: number): Plan {
  const steps: Step[] = [];
  let at = 0;
  const add = (part: Part, duration: number, ids: readonly StepId[]) => {
    const from = at;
    ids.forEach((id, i) => {
      at = from + (duration * (i + 1)) / ids.length;
      steps.push({ id, part, from: from + (duration * i) / ids.length, to: at });
    });
  };
  if (mode === 'rub') {
    add('soap', times.leadIn.soap * 1000, ['rub']);
    add('scrub', times.rubSeconds * 1000, scrubMoves);
    return { mode, steps, scrubTo: at, total: at };
  }
  add('wet', times.leadIn.wet * 1000, ['wet']);
  add('soap', times.leadIn.soap * 1000, ['soap']);
  add('scrub', scrubSeconds(times, picked) * 1000, scrubMoves);
  const scrubTo = at;
  const dry = times.after.dry * 1000;
  const tapOff = Math.min(TAP_OFF, dry / 3);
  add('rinse', times.after.rinse * 1000, ['rinse']);
  add('dry', dry - tapOff, ['dry']);
  add('dry', tapOff, ['tap-off']);
  return { mode, steps, scrubTo, total: at };
}

/** The step at a moment; past the end, the last one. A plan has at least one. */
export function stepAt({ steps }: Plan, elapsed: number): Step {
  return steps.find(({ to }) => elapsed < to) ?? (steps[steps.length - 1] as Step);
}

/** When a part of the wash begins and ends, in milliseconds. */
export function spanOf(plan: Plan, part: Part): { from: number; to: number } {
  const steps = plan.steps.filter((step) => step.part === part);
  return { from: steps[0]?.from ?? 0, to: steps.pop()?.to ?? 0 };
}

/** Whole seconds left of the part at a moment: the number on the screen. */
export function secondsLeft(plan: Plan, elapsed: number): number {
  return Math.max(0, Math.ceil((spanOf(plan, stepAt(plan, elapsed).part).to - elapsed) / 1000));
}

/** Milliseconds until the screen has something new to show. */
export function untilChange(plan: Plan, elapsed: number): number {
  const step = stepAt(plan, elapsed);
  const second = (spanOf(plan, step.part).to - elapsed) % 1000 || 1000;
  return Math.max(1, Math.min(second, step.to - elapsed));
}

/**
 * Where a running wash stands at a moment: at its true time, also for somebody who could not see it for a while. Who has not seen the
 * end is told that the time is up; long after it, the timer is at rest again.
 */
export function moved(wash: Wash, elapsed: number, unseen: boolean): Wash {
  const { plan } = wash;
  if (wash.status !== 'running' || plan === undefined) return wash;
  const over = elapsed - plan.total;
  if (over < 0) return { ...wash, elapsed };
  if (over > STALE) return { ...IDLE, note: 'again' };
  return { ...wash, status: 'done', elapsed: plan.total, note: unseen || over > LATE ? 'finished' : undefined };
}

/** The phase that the outside sees. */
export function phaseOf({ status, plan, elapsed }: Wash): Phase {
  return status !== 'running' ? status : plan ? stepAt(plan, elapsed).part : 'idle';
}
