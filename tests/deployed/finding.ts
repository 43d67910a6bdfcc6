import { remedyOf } from './mending.ts';

/** What one check found; `ok` when nothing is wrong. */
export interface Finding {
  readonly ok: boolean;
  readonly what: string;
  /** What was seen to be right, or everything that is not. */
  readonly detail: string;
}

/** How many troubles one line tells before it only counts them. */
const told = 3;

/** Right when there are no troubles; then `detail` says what was looked at. */
export function finding(what: string, troubles: readonly string[], detail: string): Finding {
  if (troubles.length === 0) return { ok: true, what, detail };
  const rest = troubles.length - told;
  return { ok: false, what, detail: troubles.slice(0, told).join('; ') + (rest > 0 ? `; and ${rest} more` : '') };
}

/** One line for a terminal or a log, with what to do where it is bad; what a server sent cannot break it into two. */
export function lineOf({ ok, what, detail }: Finding): string {
  return `${ok ? 'ok ' : 'bad'} ${what}: ${detail}${ok ? '' : `. To mend it: ${remedyOf(what)}.`}`.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ');
}
