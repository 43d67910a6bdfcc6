import type { Plan, Step, Wash } from '../../src/islands/timer/model.ts';
import { createRun, type Run } from '../../src/islands/timer/run.ts';
import type { TimerTimes } from '../../src/islands/timer/props.ts';

/** The seconds of the British Columbian edition. */
export const times: TimerTimes = {
  seconds: 15,
  choices: [15, 20, 30],
  rubSeconds: 20,
  leadIn: { wet: 3, soap: 5 },
  after: { rinse: 8, dry: 10 },
};

/** A world in which time passes only when the test says so. */
export class FakeWorld {
  mono = 5000;
  wall = 1_700_000_000_000;
  hidden = false;
  readonly steps: { id: Step['id']; at: number }[] = [];
  readonly ends: number[] = [];
  readonly shown: Wash[] = [];
  hushed = 0;
  readonly run: Run;
  private began = 0;
  private waiting: { due: number; call: () => void }[] = [];

  constructor() {
    this.run = createRun({
      clock: () => ({ mono: this.mono, wall: this.wall }),
      later: (ms, call) => {
        const one = { due: this.mono + ms, call };
        this.waiting.push(one);
        return () => void (this.waiting = this.waiting.filter((other) => other !== one));
      },
      hidden: () => this.hidden,
      began: ({ id }) => this.steps.push({ id, at: this.mono - this.began }),
      ended: () => this.ends.push(this.mono - this.began),
      hush: () => void (this.hushed += 1),
      changed: (wash) => this.shown.push(wash),
    });
  }

  get wash(): Wash {
    const last = this.shown.at(-1);
    if (last === undefined) throw new Error('nothing was shown yet');
    return last;
  }

  start(plan: Plan) {
    this.began = this.mono;
    this.run.start(plan, { mono: this.mono, wall: this.wall });
  }

  /** Lets time pass, each call coming when it is due. */
  pass(ms: number) {
    const end = this.mono + ms;
    for (let next = this.next(end); next; next = this.next(end)) {
      this.suspend(Math.max(0, next.due - this.mono));
      this.waiting = this.waiting.filter((other) => other !== next);
      next.call();
    }
    this.suspend(end - this.mono);
  }

  /** Time passes and nothing is called: the process is stopped. */
  suspend(ms: number) {
    this.mono += ms;
    this.wall += ms;
  }

  hide() {
    this.hidden = true;
    this.run.seen();
  }

  show() {
    this.hidden = false;
    this.run.seen();
  }

  private next(end: number) {
    return this.waiting.filter(({ due }) => due <= end).sort((a, b) => a.due - b.due)[0];
  }
}
