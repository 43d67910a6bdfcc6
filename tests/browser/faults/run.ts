import { setTimeout as pause } from 'node:timers/promises';
import type { Engine, EngineName, Tab } from '../engines/engine.ts';
import type { Fault } from './fault.ts';
import { sceneOf, workers, type WorkerName } from './scene.ts';

/** How one fault ended with one worker: as it must, or why not. */
export type Outcome = { kept: true } | { kept: false; why: unknown };
export type Outcomes = Record<WorkerName, Promise<Outcome>>;

/** So many scenes at once, beside those that only wait for a deadline. */
const lanes = 3;

/** Plays all faults with both workers in one engine, a few at a time, and gives the outcomes as they will be known. */
export function runFaults(engine: Engine, faults: readonly Fault[]): Map<Fault, Outcomes> {
  const waiting: (() => Promise<void>)[] = [];
  const slow: (() => Promise<void>)[] = [];
  const outcomes = new Map<Fault, Outcomes>();
  const queue = (fault: Fault, worker: WorkerName) =>
    new Promise<Outcome>((resolve) => (fault.slow ? slow : waiting).push(() => play(engine, fault, worker).then(resolve)));
  for (const fault of faults) {
    outcomes.set(fault, Object.fromEntries(workers.map((worker) => [worker, queue(fault, worker)])) as Outcomes);
  }
  const lane = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await next();
  };
  for (const begin of slow) void begin();
  void Promise.all(Array.from({ length: lanes }, lane));
  return outcomes;
}

/** Plays one fault once more, out of turn. */
export function playAgain(engine: Engine, fault: Fault): Outcomes {
  const handleaf = play(engine, fault, 'handleaf');
  return { handleaf, naive: handleaf.then(() => play(engine, fault, 'naive')) };
}

const homes = new WeakMap<Engine, Map<string, Tab[]>>();

/** A running browser of this kind that no other scene uses. */
async function borrow(engine: Engine, fault: Fault): Promise<{ home: Tab; giveBack: () => void }> {
  const kinds = homes.get(engine) ?? new Map<string, Tab[]>();
  homes.set(engine, kinds);
  const kind = JSON.stringify(fault.browser ?? {});
  const free = kinds.get(kind) ?? [];
  kinds.set(kind, free);
  const home = free.pop() ?? (await engine.open(fault.browser));
  return { home, giveBack: () => void free.push(home) };
}

/** Whatever a browser has not done in so many milliseconds it will not do; a worker gives a file up in less than a third of that. */
const limitMs = 180_000;

async function tooLate({ says }: Fault): Promise<never> {
  await pause(limitMs, undefined, { ref: false });
  throw new Error(`After ${limitMs} ms it was not over: ${says}`);
}

async function play(engine: Engine, fault: Fault, worker: WorkerName): Promise<Outcome> {
  const { home, giveBack } = await borrow(engine, fault);
  try {
    const { scene, end } = await sceneOf(home, worker, fault);
    try {
      await Promise.race([fault.play(scene), tooLate(fault)]);
      return { kept: true };
    } catch (why) {
      return { kept: false, why };
    } finally {
      await end();
    }
  } catch (why) {
    return { kept: false, why };
  } finally {
    giveBack();
  }
}

/** Whether a fault can be brought about in an engine. */
export const canPlay = ({ engines }: Fault, name: EngineName): boolean => engines?.includes(name) ?? true;
