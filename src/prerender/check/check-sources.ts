import type { Source } from '../../content/source.ts';
import { sources } from '../../content/sources.ts';
import { isDay } from './build-day.ts';
import { group, text, textOrNull } from './check-shape.ts';

const file = 'src/content/sources.ts';
const extents: readonly string[] = ['whole', 'part', 'older'] satisfies Source['extent'][];

const sourceShape = group(
  { title: text, publisher: text, url: text, dated: textOrNull, read: text, lang: text, extent: text },
  {
    noun: 'part',
    like: "{ title: '…', publisher: '…', url: 'https://…', dated: null, read, lang: 'en', extent: 'whole' }",
    needed: {
      title: 'what the document is called',
      publisher: 'who publishes it',
      url: 'its address, beginning with https://',
      dated: 'the date printed on it, or null',
      read: 'the day on which it was read, such as 2026-11-20',
      lang: 'its language, such as en',
      extent: "how much of it was read: 'whole', 'part' or 'older'",
    },
  },
);

/** What is wrong with the register of sources, one sentence each, for the person who adds to it; empty when nothing is. */
export function checkSources(register: Readonly<Record<string, unknown>> = sources): string[] {
  return Object.entries(register).flatMap(([id, source]) => {
    const at = `the source "${id}"`;
    const misshapen = sourceShape(at, source);
    return (misshapen.length > 0 ? misshapen : checkSource(at, source as Source)).map((problem) => `${file}: ${problem}`);
  });
}

function checkSource(at: string, { title, publisher, url, dated, read, lang, extent }: Source): string[] {
  return [
    ...Object.entries({ title, publisher }).filter(([, said]) => !said.trim()).map(([key]) => `${at} has an empty ${key}.`),
    ...(isSecure(url) ? [] : [`${at} has the address "${url}". Write one that begins with https://.`]),
    ...(dated === null || /^\d{4}(-(0[1-9]|1[0-2])(-\d{2})?)?$/.test(dated) ? [] : [`${at} is dated "${dated}". Write a year, a month or a day, such as 2026-11, or null.`]),
    ...(isDay(read) ? [] : [`${at} was read on "${read}". Write a day of the calendar as year-month-day, such as 2026-11-20.`]),
    ...(isLanguage(lang) ? [] : [`${at} has the language "${lang}". Write its tag, such as en.`]),
    ...(extents.includes(extent) ? [] : [`${at} has the extent "${extent}". Choose from ${extents.join(', ')}.`]),
  ];
}

/** Whether it is a whole address that begins with https://. */
export function isSecure(url: string): boolean {
  return URL.canParse(url) && new URL(url).protocol === 'https:';
}

/** What is wrong with the sources that something in an edition names, one sentence each. */
export function checkNamed(at: string, from: unknown): string[] {
  if (from !== undefined && !Array.isArray(from)) return [`${at} has the sources ${JSON.stringify(from)}. Write a list, such as ['your-source'].`];
  if (from === undefined || from.length === 0) return [`${at} names no source. Name the document that says it.`];
  return from.filter((id) => !Object.hasOwn(sources, id)).map((id) => `${at} names the source "${id}", which is not in src/content/sources.ts. Add it there, or correct the name.`);
}

function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag)[0] === tag;
  } catch {
    return false;
  }
}
