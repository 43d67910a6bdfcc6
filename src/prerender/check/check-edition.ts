import type { Edition, Fact, PhoneLine, Ward } from '../../content/edition.ts';
import { factsIn } from '../../content/facts-in.ts';
import { reasons, situationIds } from '../../content/telling.ts';
import { languageTags, sourceTag } from '../../i18n/languages.ts';
import { dayAt, isDay, momentOfBuild } from './build-day.ts';
import { checkLeaflet } from './check-leaflet.ts';
import { checkLook } from './check-look.ts';
import { choice } from './check-shape.ts';
import { checkNamed, isSecure } from './check-sources.ts';
import { editionShape } from './edition-shape.ts';

/**
 * What is wrong with the facts of an edition, one sentence each, for the person who edits it; empty when nothing is. The compiler finds
 * much of this too, but a build does not run it.
 *
 * @param source the folder src, where colours and logos are
 * @param now milliseconds since 1970: what is dated later is refused
 */
export function checkEdition(edition: Edition, source: string, now = momentOfBuild()): string[] {
  const file = `src/content/editions/${edition.id}.ts`;
  // What has another shape than expected cannot be looked at any closer.
  const misshapen = editionShape('', edition);
  const problems =
    misshapen.length > 0
      ? misshapen
      : [...checkNames(edition), ...checkSeconds(edition), ...checkNumbers(edition), ...checkFacts(edition), ...checkPhones(edition), ...checkWards(edition), ...checkReading(edition), ...checkDays(edition, now), ...checkLanguages(edition), ...checkApprovals(edition, now), ...checkTelling(edition), ...checkLeaflet(edition), ...checkLook(edition, source)];
  return problems.map((problem) => `${file}: ${problem}`);
}

/**
 * That the words are due to be compared with their sources again, or nothing. An old release can still be built, so it is no mistake of the facts.
 *
 * @param now milliseconds since 1970
 */
export function overdue({ id, due }: Edition, now = momentOfBuild()): string[] {
  return due < dayAt(now, -12) ? [`src/content/editions/${id}.ts: due (${due}) has passed. Compare the words with their sources again, then give "checked" and "due" new days.`] : [];
}

function checkNames({ name, acronyms, publisher, contact }: Edition): string[] {
  const all = Object.entries({ name, ...acronyms });
  return [
    ...all.filter(([, acronym]) => !/^[A-Z]{2,8}$/.test(String(acronym))).map(([key, acronym]) => `${key} is "${acronym}". Write the acronym in two to eight capital letters, such as CPE.`),
    ...(Object.values(acronyms).includes(name) ? [] : [`name is "${name}", but acronyms does not explain it. Add it there.`]),
    ...Object.entries({ publisher, contact }).filter(([, text]) => text !== null && !String(text).trim()).map(([key]) => `${key} is empty. Write a name, or null while there is none.`),
  ];
}

/** No authority that was found asks for less, in seconds (the shortest: HealthLinkBC for washing, an Ontario health unit for sanitiser). */
const shortest = 15;

function checkSeconds({ handWashing }: Edition): string[] {
  const { seconds, longer, rub } = handWashing;
  const times: [string, unknown, number][] = [
    ['seconds', seconds?.value, shortest],
    ['rub', rub?.value, shortest],
    ...(longer ?? []).map((value): [string, unknown, number] => ['longer', value, Number(seconds?.value ?? 0) + 1]),
  ];
  return [
    ...times
      .filter(([, value, least]) => !Number.isInteger(value) || Number(value) < least || Number(value) > 120)
      .map(([key, value, least]) => `handWashing.${key} is ${JSON.stringify(value)}. Give whole seconds, ${least} to 120, as a number without quotation marks.`),
    ...(longer.some((value, index) => value <= (longer[index - 1] ?? -Infinity)) ? [`handWashing.longer is ${JSON.stringify(longer)}. Give each time once, the shortest first.`] : []),
  ];
}

function checkNumbers({ numbers, interpretedLanguages }: Edition): string[] {
  const given = Object.entries({ ...Object.fromEntries(Object.entries(numbers ?? {}).map(([name, fact]) => [`numbers.${name}`, fact])), ...(interpretedLanguages ? { interpretedLanguages } : {}) });
  return [
    ...given.filter(([, { value }]) => !Number.isInteger(value) || value < 0).map(([at, { value }]) => `${at} is ${JSON.stringify(value)}. Give a whole number without quotation marks.`),
    ...Object.keys(numbers ?? {}).filter((name) => !/^[a-z][a-zA-Z]*$/.test(name)).map((name) => `numbers has the name "${name}". Use letters only, beginning with a small one, such as months: sentences say {{months}}.`),
  ];
}

function checkFacts(edition: Edition): string[] {
  return factsIn(edition).flatMap(([at, { value, sources: from }]) => [
    ...(value === null || value === undefined || value === '' ? [`${at} has no value. Give one, or take the whole fact out.`] : []),
    ...checkNamed(at, from),
  ]);
}

function checkPhones({ phones, wards }: Edition): string[] {
  const lines: [at: string, fact: Fact<PhoneLine>][] = [
    ...Object.entries(phones).map(([kind, fact]): [string, Fact<PhoneLine>] => [`phones.${kind}`, fact]),
    ...(wards ?? []).map(({ id, phone }): [string, Fact<PhoneLine>] => [`the phone of the ward "${id}"`, phone]),
  ];
  return lines.flatMap(([at, fact]) => {
    const { display = '', dial = '' } = fact?.value ?? {};
    if (!/^\+?\d{2,15}$/.test(dial)) return [`${at} dials "${dial}". Write digits only, such as 01160000000.`];
    const shown = display.replace(/[^\d+]/g, '');
    return shown === dial ? [] : [`${at} shows ${display} but dials ${dial}. Both must be the same number.`];
  });
}

function checkWards(edition: Edition): string[] {
  const wards: readonly Ward[] = edition.wards ?? [];
  if (edition.wards && wards.length === 0) return ['wards is an empty list. Name a ward, or take wards out.'];
  return wards.flatMap(({ id, name }, index) => [
    ...(/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id) ? [] : [`a ward has the id "${id}". Use small letters, digits and single hyphens, such as ward-7.`]),
    ...(wards.findIndex((other) => other.id === id) < index ? [`two wards have the id "${id}". Give each an id of its own.`] : []),
    ...(name.trim() ? [] : [`the ward "${id}" has no name. Write it as it stands at the door.`]),
  ]);
}

function checkReading({ reading = [] }: Edition): string[] {
  return reading.flatMap(({ value: { url } }, index) => (isSecure(url) ? [] : [`reading[${index}] has the address "${url}". Write one that begins with https://.`]));
}

function checkDays({ checked, due }: Edition, now: number): string[] {
  const wrong = Object.entries({ checked, due }).filter(([, day]) => !isDay(day)).map(([key, day]) => `${key} is "${day}". Write a day of the calendar as year-month-day, such as 2026-11-20.`);
  if (wrong.length > 0) return wrong;
  if (isAfter(checked, now)) return [`checked is ${checked}, which is yet to come. Write the day on which the words were compared with their sources.`];
  if (due <= checked) return [`due (${due}) is not after checked (${checked}). Give the day on which the next check falls due.`];
  const days = (Date.parse(due) - Date.parse(checked)) / 86_400_000;
  return days > 366 ? [`due (${due}) is ${days} days after checked (${checked}). A text about health is checked again within a year.`] : [];
}

/** Whether a day has begun nowhere on earth yet. */
function isAfter(day: string, now: number): boolean {
  return day > dayAt(now, 14);
}

function checkLanguages({ languages, publishes }: Edition): string[] {
  const known: readonly string[] = languageTags;
  const tags: readonly string[] = languages === 'all' ? known : languages;
  return [
    ...tags.filter((tag) => !known.includes(tag)).map((tag) => `languages names "${tag}". Choose from ${known.join(', ')}.`),
    ...(new Set(tags).size < tags.length ? ['languages names a language twice.'] : []),
    ...(tags.includes(sourceTag) ? [] : [`languages leaves out "${sourceTag}". English is what staff read: add it.`]),
    ...(['drafts with label', 'reviewed only'].includes(publishes) ? [] : [`publishes is "${publishes}". Write 'drafts with label' or 'reviewed only'.`]),
  ];
}

function checkTelling({ telling, clinicLanguage, languages }: Edition): string[] {
  const tags: readonly string[] = languages === 'all' ? languageTags : languages;
  return [
    ...(tags.includes(clinicLanguage) ? [] : [`clinicLanguage is "${clinicLanguage}", which is not among the languages of this edition.`]),
    ...situationIds.filter((situation) => !Object.hasOwn(telling, situation)).map((situation) => `telling does not answer "${situation}". Say what your source says, or { answer: 'not-known', why: 'nobody-says', sources: [] }.`),
    ...Object.entries(telling).flatMap(([situation, { answer, why, sources: from }]) => {
      const at = `telling.${situation}`;
      if (!Object.hasOwn(reasons, answer)) return [`${at}.answer is "${answer}". ${choice(answer, Object.keys(reasons))}`];
      const known: readonly string[] = reasons[answer];
      return [
        ...(known.includes(why) ? [] : [`${at}.why is "${why}", which is no reason for "${answer}". ${choice(why, known)}`]),
        ...((answer === 'not-known' || answer === 'choice') && Array.isArray(from) && from.length === 0 ? [] : checkNamed(at, from)),
      ];
    }),
  ];
}

function checkApprovals({ approvals, publisher }: Edition, now: number): string[] {
  const given = Object.entries(approvals);
  return [
    ...(given.length > 0 && publisher === null ? ['approvals names who approved a text, but publisher is null. Say who publishes it and answers for it.'] : []),
    ...given.flatMap(([tag, { by, on, hash }]) => {
      const at = `the approval of "${tag}"`;
      return [
        ...((languageTags as readonly string[]).includes(tag) ? [] : [`approvals names the language "${tag}". ${choice(tag, languageTags)}`]),
        ...(by.trim() ? [] : [`${at} does not say by whom. Give a name and a role.`]),
        ...(/[<>]/.test(by) ? [`${at} is by "${by}". Write the name and the role of the person in place of it.`] : []),
        ...(!isDay(on) ? [`${at} is dated "${on}". Write a day as year-month-day.`] : isAfter(on, now) ? [`${at} is dated ${on}, which is yet to come. Write the day on which the text was approved.`] : []),
        ...(/^[0-9a-f]{16}$/.test(hash) ? [] : [`${at} has the hash "${hash}". Copy the sixteen characters that "npm run edition -- approve" prints.`]),
      ];
    }),
  ];
}
