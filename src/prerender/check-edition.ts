import type { Edition, Fact, PhoneLine, Ward } from '../content/edition.ts';
import { factsIn } from '../content/facts-in.ts';
import { sources } from '../content/sources.ts';
import { situationIds } from '../content/telling.ts';
import { topics, type BlockShape } from '../content/topics.ts';
import { languageTags, sourceTag } from '../i18n/languages.ts';
import { checkLook } from './check-look.ts';

/** Parts that every edition has, with what to write there. */
const parts: Readonly<Record<string, string>> = {
  id: 'the short name of the edition, as in EDITION=…',
  name: 'the acronym that your letters use, such as CPE',
  acronyms: 'the acronyms that the leaflet explains, such as { cpe: \'CPE\' }',
  handWashing: 'the seconds of hand washing, with their sources',
  phones: 'the phone lines that a source names, or {} where there is none',
  publisher: 'the organisation that answers for this leaflet, or null while nobody does',
  contact: 'where readers can tell you of a mistake, or null',
  approvals: 'who approved which language, or {} while nobody has',
  publishes: "'drafts with label' or 'reviewed only'",
  checked: 'the day on which the words were compared with their sources, such as 2026-11-20',
  due: 'the day on which that falls due again',
  languages: "'all', or a list of languages",
  clinicLanguage: 'the language that staff read, such as en',
  telling: 'whether to tell, for each situation',
  leaflet: 'which blocks are told, with their sources',
};

/**
 * What is wrong with the facts of an edition, one sentence each, for the person who edits it; empty when nothing is. The compiler finds
 * much of this too, but a build does not run it.
 *
 * @param source the folder src, where colours and logos are
 */
export function checkEdition(edition: Edition, source: string): string[] {
  const file = `src/content/editions/${edition.id}.ts`;
  const given = edition as unknown as Readonly<Record<string, unknown>>;
  const missing = Object.entries(parts).filter(([part]) => given[part] === undefined);
  if (missing.length > 0) return missing.map(([part, what]) => `${file}: "${part}" is missing. Give ${what}.`);
  return [...checkNames(edition), ...checkSeconds(edition), ...checkFacts(edition), ...checkPhones(edition), ...checkWards(edition), ...checkDays(edition), ...checkLanguages(edition), ...checkApprovals(edition), ...checkTelling(edition), ...checkLeaflet(edition), ...checkLook(edition, source)].map(
    (problem) => `${file}: ${problem}`,
  );
}

function checkNames({ name, acronyms, publisher, contact }: Edition): string[] {
  const all = Object.entries({ name, ...acronyms });
  return [
    ...all.filter(([, acronym]) => !/^[A-Z]{2,8}$/.test(String(acronym))).map(([key, acronym]) => `${key} is "${acronym}". Write the acronym in two to eight capital letters, such as CPE.`),
    ...(Object.values(acronyms).includes(name) ? [] : [`name is "${name}", but acronyms does not explain it. Add it there.`]),
    ...Object.entries({ publisher, contact }).filter(([, text]) => text !== null && !String(text).trim()).map(([key]) => `${key} is empty. Write a name, or null while there is none.`),
  ];
}

function checkSeconds({ handWashing }: Edition): string[] {
  const { seconds, longer, rub, elsewhere } = handWashing;
  const times: [string, unknown, number][] = [
    ['seconds', seconds?.value, 10],
    ['rub', rub?.value, 10],
    ...(longer ?? []).map((value): [string, unknown, number] => ['longer', value, Number(seconds?.value ?? 0) + 1]),
    ...Object.entries(elsewhere ?? {}).map(([key, value]): [string, unknown, number] => [`elsewhere.${key}`, value, 10]),
  ];
  return times
    .filter(([, value, least]) => !Number.isInteger(value) || Number(value) < least || Number(value) > 120)
    .map(([key, value, least]) => `handWashing.${key} is ${JSON.stringify(value)}. Give whole seconds, ${least} to 120, as a number without quotation marks.`);
}

function checkFacts(edition: Edition): string[] {
  return factsIn(edition).flatMap(([at, { value, sources: from }]) => [
    ...(value === null || value === undefined || value === '' ? [`${at} has no value. Give one, or take the whole fact out.`] : []),
    ...checkSources(at, from),
  ]);
}

function checkSources(at: string, from: readonly string[]): string[] {
  if (!Array.isArray(from) || from.length === 0) return [`${at} names no source. Name the document that says it.`];
  return from.filter((id) => !Object.hasOwn(sources, id)).map((id) => `${at} names the source "${id}", which is not in src/content/sources.ts. Add it there, or correct the name.`);
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
  return wards.flatMap(({ id, name }, index) => [
    ...(/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id) ? [] : [`a ward has the id "${id}". Use small letters, digits and single hyphens, such as ward-7.`]),
    ...(wards.findIndex((other) => other.id === id) < index ? [`two wards have the id "${id}". Give each an id of its own.`] : []),
    ...(name.trim() ? [] : [`the ward "${id}" has no name. Write it as it stands at the door.`]),
  ]);
}

function checkDays({ checked, due }: Edition): string[] {
  const wrong = Object.entries({ checked, due }).filter(([, day]) => !isDay(day)).map(([key, day]) => `${key} is "${day}". Write a day of the calendar as year-month-day, such as 2026-11-20.`);
  if (wrong.length > 0) return wrong;
  if (due <= checked) return [`due (${due}) is not after checked (${checked}). Give the day on which the next check falls due.`];
  const days = (Date.parse(due) - Date.parse(checked)) / 86_400_000;
  return days > 366 ? [`due (${due}) is ${days} days after checked (${checked}). A text about health is checked again within a year.`] : [];
}

function isDay(day: string): boolean {
  const read = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().slice(0, 10) === day;
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
    ...Object.entries(telling).flatMap(([situation, { answer, sources: from }]) => (answer === 'not-known' && from.length === 0 ? [] : checkSources(`telling.${situation}`, from))),
  ];
}

function checkApprovals({ approvals }: Edition): string[] {
  return Object.entries(approvals).flatMap(([tag, approval]) => [
    ...((languageTags as readonly string[]).includes(tag) ? [] : [`approvals names the language "${tag}". Choose from ${languageTags.join(', ')}.`]),
    ...(approval.by?.trim() ? [] : [`the approval of "${tag}" does not say by whom. Give a name and a role.`]),
    ...(isDay(approval.on) ? [] : [`the approval of "${tag}" is dated "${approval.on}". Write a day as year-month-day.`]),
    ...(/^[0-9a-f]{16}$/.test(approval.hash) ? [] : [`the approval of "${tag}" has the hash "${approval.hash}". Copy the sixteen characters that "npm run edition -- approve" prints.`]),
  ]);
}

function checkLeaflet({ leaflet, acronyms, phones }: Edition): string[] {
  const told = leaflet as Readonly<Record<string, readonly (readonly string[])[]>>;
  const problems = Object.hasOwn(told, 'hand-washing') ? [] : ['leaflet leaves out "hand-washing". The timer is there: tell at least its steps.'];
  for (const [topic, blocks] of Object.entries(told)) {
    const shapes = (topics as Readonly<Record<string, Readonly<Record<string, BlockShape>>>>)[topic];
    if (!shapes) {
      problems.push(`leaflet has a topic "${topic}". Choose from ${Object.keys(topics).join(', ')}.`);
      continue;
    }
    if (blocks.length === 0) problems.push(`the topic "${topic}" tells nothing. Take it out, or name its blocks.`);
    blocks.forEach(([block = '', ...from], index) => {
      const at = `the block "${block}" of "${topic}"`;
      const shape = shapes[block];
      if (!shape) problems.push(`${at} does not exist. Choose from ${Object.keys(shapes).join(', ')}.`);
      if (blocks.findIndex(([other]) => other === block) < index) problems.push(`${at} is told twice.`);
      problems.push(...checkSources(at, from));
      if (shape?.kind === 'names') problems.push(...shape.items.filter((item) => !Object.hasOwn(acronyms, item)).map((item) => `${at} explains "${item}", but acronyms does not give it.`));
      if (shape?.kind === 'phones' && !shape.items.some((kind) => Object.hasOwn(phones, kind))) problems.push(`${at} lists phone lines, but phones gives none of ${shape.items.join(', ')}. Give one, or take the block out.`);
    });
  }
  return problems;
}
