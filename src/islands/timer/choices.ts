import { readOwn, writeOwn } from '../own/own.ts';
import { scrubSeconds, type Mode } from './model.ts';
import type { TimerTimes } from './props.ts';

/** What the reader picked; kept on the phone. */
export interface Choices {
  readonly mode: Mode;
  readonly seconds: number;
  readonly big: boolean;
  readonly sound: boolean;
  readonly buzz: boolean;
  readonly speech: boolean;
}

const KEY = 'timer';

/** The choices of somebody who has picked nothing. */
export function firstChoices(times: TimerTimes): Choices {
  return { mode: 'wash', seconds: times.seconds, big: false, sound: true, buzz: true, speech: false };
}

/** The kept choices, as far as they can be read and still hold; a time below the edition's least becomes the least. */
export function readChoices(times: TimerTimes): Choices {
  const first = firstChoices(times);
  const kept = (readOwn(KEY) ?? {}) as Partial<Record<keyof Choices, unknown>>;
  const flag = (name: 'big' | 'sound' | 'buzz' | 'speech') => {
    const value = kept[name];
    return typeof value === 'boolean' ? value : first[name];
  };
  return {
    mode: kept.mode === 'rub' ? 'rub' : 'wash',
    seconds: scrubSeconds(times, typeof kept.seconds === 'number' ? kept.seconds : undefined),
    big: flag('big'),
    sound: flag('sound'),
    buzz: flag('buzz'),
    speech: flag('speech'),
  };
}

/** Keeps the choices; where nothing can be kept, they last as long as the page. */
export function keepChoices(choices: Choices): void {
  writeOwn(KEY, choices);
}
