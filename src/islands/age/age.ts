/** How old what the reader sees is: within its dates, past its due day, long without a look at the network, or not to be told. */
export type Age = 'fresh' | 'overdue' | 'long' | 'unknown';

const day = 86_400_000; // milliseconds
/** After so many days without having reached the site, a copy says that it is old. */
const longWithout = 60;
/** A clock that is so many days past the due day is more likely wrong than right. */
const notBelieved = 20 * 365;

export interface Dates {
  /** What the phone's clock says, in milliseconds since 1970. */
  readonly now: number;
  /** Day on which the words were compared with their sources, and when that falls due (ISO dates). */
  readonly checked: string;
  readonly due: string;
  /** When the site was last reached, in milliseconds since 1970; null where nobody knows. */
  readonly seen: number | null;
}

/** Judges an age. A clock that stands before the day of the check, or decades after, is wrong: then nothing is said, and nothing hidden. */
export function ageOf({ now, checked, due, seen }: Dates): Age {
  const dueDay = Date.parse(due);
  if (now < Date.parse(checked) - day || now > dueDay + notBelieved * day) return 'unknown';
  if (now > dueDay + day) return 'overdue';
  return seen !== null && now - seen > longWithout * day ? 'long' : 'fresh';
}
