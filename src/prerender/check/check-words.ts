import { toldOf, topicsOf, type Edition } from '../../content/edition.ts';
import { shapeOf, type BlockShape } from '../../content/topics.ts';
import type { Words } from '../../i18n/translator.ts';
import { textStates } from '../../pages/page-context.ts';
import { choice, isGroup } from './check-shape.ts';
import { kindOf } from '../edition/edition-words.ts';
import type { LanguageFiles } from '../draw/load-words.ts';

/** Files whose shape is their own: where a text comes from, not what a reader reads. */
const notWords = ['provenance'];

/**
 * What keeps a language from being whole, one sentence each: which file, which key, what was expected. Empty when it is whole.
 * The files are checked rather than the translator, because i18next hides an empty or missing string behind a fallback.
 */
export function checkWords(tag: string, files: LanguageFiles, source: LanguageFiles): string[] {
  const problems: string[] = [];
  for (const [name, words] of Object.entries(source)) {
    const file = `locales/${tag}/${name}.json`;
    const own = files[name];
    if (!own) problems.push(`${file}: the file is missing`);
    else if (!notWords.includes(name)) problems.push(...compare(words, own, file, ''));
  }
  for (const name of Object.keys(files)) if (!source[name]) problems.push(`locales/${tag}/${name}.json: English has no such file`);
  const state = files['provenance']?.['state'];
  if (files['provenance'] && !(textStates as readonly unknown[]).includes(state)) problems.push(`locales/${tag}/provenance.json: state is "${state}", expected one of ${textStates.join(', ')}. That somebody has approved the text stands in the edition`);
  return problems;
}

const ofItems = { heading: 'a sentence', intro: 'a sentence', items: 'a group' } as const;

/** The words of a block, by its kind. */
const blockKeys: Readonly<Record<BlockShape['kind'], Readonly<Record<string, ReturnType<typeof kindOf>>>>> = {
  text: { heading: 'a sentence', body: 'a list' },
  reading: { heading: 'a sentence', body: 'a list' },
  say: { heading: 'a sentence', intro: 'a sentence', sentence: 'a sentence' },
  steps: { heading: 'a sentence', intro: 'a sentence' },
  list: ofItems,
  do: ofItems,
  dont: ofItems,
  'not-known': ofItems,
  names: ofItems,
  phones: { ...ofItems, interpreters: 'a sentence' },
  emergency: ofItems,
};

/**
 * What the words lack of the blocks that an edition tells, one sentence each.
 *
 * @param source the English words as the edition says them
 * @param files the same words, file by file as they are written
 */
export function checkBlocks(edition: Edition, source: LanguageFiles, files = source): string[] {
  return topicsOf(edition).flatMap((topic) =>
    toldOf(edition, topic).flatMap(([block]) => {
      const shape = shapeOf(topic, block);
      const [words, ofAll, own] = [source, files, files[edition.id]?.['words'] as LanguageFiles | undefined].map((from) => blockIn(from?.[topic], block));
      const path = `blocks.${block}`;
      const [inAll, inOwn] = [`locales/en/${topic}.json: ${path}`, `locales/en/${edition.id}.json: words.${topic}.${path}`];
      if (!Object.hasOwn(blockKeys, shape.kind)) return [`src/content/topics.ts: the block "${block}" of "${topic}" has the kind "${shape.kind}". ${choice(shape.kind, Object.keys(blockKeys))}`];
      if (!words) return [`${inAll}: missing, but edition "${edition.id}" tells it`];
      if (!isGroup(words)) return [`${own ? inOwn : inAll}: ${kindOf(words)}, expected a group`];
      const at = (key: string) => `${!ofAll || (isGroup(own) && Object.hasOwn(own, key)) ? inOwn : inAll}.${key}`;
      const { items } = words;
      const [given, wanted] = [isGroup(items) ? Object.keys(items) : [], 'items' in shape ? shape.items : []];
      return [
        ...checkKeys(shape, words, edition).map(([key, problem]) => `${at(key)}: ${problem}`),
        ...wanted.filter((item) => !given.includes(item)).map((item) => `${at('items')}.${item}: missing`),
        ...given.filter((item) => !wanted.includes(item)).map((item) => `${at('items')}.${item}: not an item of this block`),
      ];
    }),
  );
}

function blockIn(words: Words[string] | undefined, block: string): Words[string] | undefined {
  return ((words as Words | undefined)?.['blocks'] as Words | undefined)?.[block];
}

/** Keys of a block that are missing, are something else than is drawn, or would never be drawn. */
function checkKeys({ kind }: BlockShape, words: Words, { interpretedLanguages }: Edition): [key: string, problem: string][] {
  const known = blockKeys[kind];
  const needed = Object.entries(known).filter(([key]) => key !== 'interpreters' || interpretedLanguages);
  return [
    ...needed.filter(([key]) => words[key] === undefined).map(([key]): [string, string] => [key, 'missing']),
    ...Object.entries(words).flatMap(([key, entry]): [string, string][] => (!Object.hasOwn(known, key) ? [[key, `not a part of a block of the kind "${kind}"`]] : kindOf(entry) === known[key] ? [] : [[key, `${kindOf(entry)}, expected ${known[key]}`]])),
  ];
}

const notInSource = / does not exist in English$/;

/** Problems as `checkWords` tells them; where each of so many other languages has a key that English has not, it is English that lacks it. */
export function blameSource(problems: readonly string[], others: number): string[] {
  const inSource = problems.map((problem) => (notInSource.test(problem) ? problem.replace(/^locales\/[^/]+/, 'locales/en').replace(notInSource, ' is missing') : problem));
  const timesOf = (told: string | undefined) => inSource.filter((other) => other === told).length;
  return [...new Set(problems.map((problem, index) => (others > 1 && timesOf(inSource[index]) === others ? (inSource[index] as string) : problem)))];
}

type Entry = Words[string];

function compare(source: Entry, own: Entry | undefined, file: string, key: string): string[] {
  if (own === undefined) return [`${file}: "${key}" is missing`];
  if (typeof source === 'string') return compareText(source, own, file, key);
  if (Array.isArray(source)) {
    if (!Array.isArray(own) || own.length !== source.length) return [`${file}: "${key}" is not a list of ${source.length} sentences, as in English`];
    if (source.length === 0) return [`${file}: "${key}" is an empty list`];
    return source.flatMap((text, index) => compareText(text, own[index], file, `${key}[${index}]`));
  }
  if (!isGroup(own)) return [`${file}: "${key}" is not a group of keys`];
  const [from, to] = [source as Words, own];
  return [
    ...Object.keys(from).flatMap((name) => compare(from[name] as Entry, to[name], file, key ? `${key}.${name}` : name)),
    ...Object.keys(to).filter((name) => !(name in from)).map((name) => `${file}: "${key ? `${key}.${name}` : name}" does not exist in English`),
  ];
}

/** Line breaks, direction marks and other invisible characters, and the marks that the translator puts around data. */
const forbidden = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ue000\ue001<>]/u;

/** What would be shown as it is written, though it is meant for a machine, and what the translator would take for its own. */
const machineText = /&#?\w+;|\*\*|\$t\(|[{}]/;

function compareText(source: string, own: unknown, file: string, key: string): string[] {
  const at = `${file}: "${key}"`;
  if (typeof own !== 'string') return [`${at} is not a sentence`];
  if (!own.trim()) return [`${at} is empty`];
  const [wanted, given] = [placeholders(source), placeholders(own)];
  return [
    ...(wanted !== given ? [`${at} has the placeholders ${given || 'none'}, expected ${wanted || 'none'}`] : []),
    ...(/\p{Nd}/u.test(withoutPlaceholders(own)) ? [`${at} has a typed digit; numbers come from src/content/`] : []),
    ...(forbidden.test(own) ? [`${at} has a line break, a direction mark, an invisible character or markup`] : []),
    ...(machineText.test(withoutPlaceholders(own)) ? [`${at} has an entity such as &nbsp;, two asterisks, $t( or a brace of its own; a placeholder is written {{name}}`] : []),
    ...(own !== own.normalize('NFC') ? [`${at} is not in Unicode form NFC`] : []),
  ];
}

function placeholders(text: string): string {
  return [...new Set(text.match(/\{\{\w+\}\}/g) ?? [])].sort().join(' ');
}

function withoutPlaceholders(text: string): string {
  return text.replace(/\{\{\w+\}\}/g, '');
}
