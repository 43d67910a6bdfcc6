/** What is wrong with the shape of a value that stands at a place of a file, one sentence each. */
export type Shape = (at: string, value: unknown) => readonly string[];

type Named = Readonly<Record<string, unknown>>;

/** Whatever it is: something else looks at it. */
export const anything: Shape = () => [];

export const text: Shape = (at, value) => (typeof value === 'string' ? [] : [`${at} is ${shown(value)}. Write it between quotation marks.`]);

export const textOrNull: Shape = (at, value) => (value === null ? [] : text(at, value));

export const yesOrNo: Shape = (at, value) => (typeof value === 'boolean' ? [] : [`${at} is ${shown(value)}. Write true or false, without quotation marks.`]);

/** @param like how one looks, for whoever has to write one */
export const list =
  (of: Shape, like: string): Shape =>
  (at, value) =>
    Array.isArray(value) ? value.flatMap((inner, index) => of(`${at}[${index}]`, inner)) : [`${at} is ${shown(value)}. Write a list, such as ${like}.`];

/** Entries under names that are free. */
export const entries =
  (of: Shape, like: string): Shape =>
  (at, value) =>
    isGroup(value) ? Object.entries(value).flatMap(([key, inner]) => of(`${at}.${key}`, inner)) : [`${at} is ${shown(value)}. Write it in braces, such as ${like}.`];

interface Known {
  /** What an entry is called in a sentence: `part`, `kind`. */
  readonly noun: string;
  readonly like: string;
  /** What must be there, with what to write. */
  readonly needed?: Readonly<Record<string, string>>;
}

/** Entries under names that are known; any other name is a slip of the pen. */
export const group =
  (known: Readonly<Record<string, Shape>>, { noun, like, needed = {} }: Known): Shape =>
  (at, value) => {
    if (!isGroup(value)) return [`${at} is ${shown(value)}. Write it in braces, such as ${like}.`];
    const inside = (key: string) => (at ? `${at}.${key}` : key);
    return [
      ...Object.entries(needed).filter(([key]) => value[key] === undefined).map(([key, what]) => (at ? `${inside(key)} is missing. Give ${what}.` : `"${key}" is missing. Give ${what}.`)),
      ...Object.keys(value).filter((key) => !Object.hasOwn(known, key)).map((key) => `${at || 'the edition'} has no ${noun} "${key}". ${choice(key, Object.keys(known))}`),
      ...Object.entries(value).flatMap(([key, inner]) => (inner === undefined ? [] : (known[key]?.(inside(key), inner) ?? []))),
    ];
  };

/** A fact of one place: a value, with the sources that say it. Whether the sources are known is looked at with those of all facts. */
export const fact = (value: Shape, like: string): Shape => {
  const whole = `{ value: ${like}, sources: ['your-source'] }`;
  const shape = group({ value, sources: anything }, { noun: 'part', like: whole });
  return (at, given) => (isGroup(given) && 'value' in given ? shape(at, given) : [`${at} is not a fact. Write ${whole}.`]);
};

/** What to write in place of a name that is not known: `Did you mean "advice"?`, or all there are. */
export function choice(wrong: string, known: readonly string[]): string {
  const most = wrong.length < 5 ? 1 : 2;
  const [nearest] = known.map((name) => ({ name, away: distance(wrong.toLowerCase(), name.toLowerCase()) })).sort((a, b) => a.away - b.away);
  return nearest && nearest.away <= most ? `Did you mean "${nearest.name}"?` : `Choose from ${known.join(', ')}.`;
}

/** How many letters have to be put in, left out or changed to make one word of another. */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [place, letter] of [...from].entries()) {
    const next = [place + 1];
    for (let index = 1; index <= to.length; index += 1) next.push(Math.min((row[index] ?? 0) + 1, (next[index - 1] ?? 0) + 1, (row[index - 1] ?? 0) + (letter === to[index - 1] ? 0 : 1)));
    row = next;
  }
  return row[to.length] ?? 0;
}

/** Whether it is an object with named entries, and no list. */
export function isGroup(value: unknown): value is Named {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function shown(value: unknown): string {
  const written = value === undefined ? 'missing' : (JSON.stringify(value) ?? String(value));
  return written.length > 60 ? `${written.slice(0, 57)}…` : written;
}
