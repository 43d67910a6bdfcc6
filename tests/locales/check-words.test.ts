import { describe, expect, test } from 'vitest';
import { bc } from '../../src/content/editions/bc.ts';
import type { Edition } from '../../src/content/edition.ts';
import type { Words } from '../../src/i18n/translator.ts';
import { blameSource, checkBlocks, checkWords } from '../../src/prerender/check/check-words.ts';
import type { LanguageFiles } from '../../src/prerender/draw/load-words.ts';
import { speak } from '../fixtures/locale-words.ts';

const spoken = speak(bc);
const spokenIn = (tag: string) => spoken.find((language) => language.tag === tag) as (typeof spoken)[number];
const english = spokenIn('en');
const french = spokenIn('fr').files;

/** The French files with one entry changed, or taken away where nothing is given. */
function changed(file: string, path: readonly (string | number)[], value?: unknown, files: LanguageFiles = french): LanguageFiles {
  const copy = structuredClone(files) as Record<string, Words>;
  const parent = path.slice(0, -1).reduce<Record<string | number, unknown>>((entry, key) => entry[key] as Record<string | number, unknown>, copy[file] as Record<string, unknown>);
  const last = path.at(-1) as string | number;
  if (value === undefined) delete parent[last];
  else parent[last] = value;
  return copy;
}

function problemsOf(file: string, path: readonly (string | number)[], value?: unknown): string[] {
  return checkWords('fr', changed(file, path, value), english.files);
}

/** Every key of every file, groups and lists too. */
function keysOf(files: LanguageFiles): [file: string, path: string[]][] {
  const walk = (entry: Words, path: string[]): string[][] =>
    Object.entries(entry).flatMap(([key, value]) => [[...path, key], ...(typeof value === 'object' && !Array.isArray(value) ? walk(value as Words, [...path, key]) : [])]);
  return Object.entries(files).flatMap(([file, words]) => (file === 'provenance' ? [] : walk(words, []).map((path): [string, string[]] => [file, path])));
}

describe('a language that is whole', () => {
  test.each(spoken.map(({ tag, files }) => [tag, files] as const))('%s has nothing to be mended', (tag, files) => {
    expect(checkWords(tag, files, english.files)).toEqual([]);
  });

  test('tells every block of the edition', () => {
    expect(checkBlocks(bc, english.files)).toEqual([]);
  });
});

describe('a language is not whole', () => {
  test('without any one of its keys, and the message names file and key', () => {
    const keys = keysOf(french);
    expect(keys.length).toBeGreaterThan(400);
    for (const [file, path] of keys) {
      const [own, source] = [french, english.files].map((files) => ({ [file]: files[file] as Words })) as [LanguageFiles, LanguageFiles];
      expect(checkWords('fr', changed(file, path, undefined, own), source)).toEqual([`locales/fr/${file}.json: "${path.join('.')}" is missing`]);
    }
  });

  test('is English where every other language has a key that English has not', () => {
    const lacking = changed('home', ['lead'], undefined, english.files);
    const others = spoken.filter(({ tag }) => tag !== 'en');
    const told = (missing: typeof others) => others.flatMap(({ tag, files }) => checkWords(tag, missing.some((one) => one.tag === tag) ? changed('home', ['lead'], undefined, files) : files, lacking));
    expect(blameSource(told([]), others.length)).toEqual(['locales/en/home.json: "lead" is missing']);
    expect(blameSource(told(others.slice(1)), others.length)).toEqual([`locales/${others[0]?.tag}/home.json: "lead" does not exist in English`]);
  });

  test('without any one of its files', () => {
    for (const file of Object.keys(french)) {
      const { [file]: _, ...rest } = french;
      expect(checkWords('fr', rest, english.files)).toEqual([`locales/fr/${file}.json: the file is missing`]);
    }
  });

  test('with a key or a file that English does not have', () => {
    expect(problemsOf('ui', ['offline', 'extra'], 'En plus')).toEqual(['locales/fr/ui.json: "offline.extra" does not exist in English']);
    expect(checkWords('fr', { ...french, extra: {} }, english.files)).toEqual(['locales/fr/extra.json: English has no such file']);
  });

  test.each([
    ['an empty sentence', '', 'is empty'],
    ['a blank sentence', ' \u00a0 ', 'is empty'],
    ['a typed digit', 'Vous portez des {{name}}. 15 secondes.', 'has a typed digit; numbers come from src/content/'],
    ['a typed digit of another script', 'Vous portez des {{name}}. ١٥ ۱۵ ੧੫', 'has a typed digit; numbers come from src/content/'],
    ['a placeholder that was lost', 'Vous portez des CPO.', 'has the placeholders none, expected {{name}}'],
    ['a placeholder of another name', 'Vous portez des {{nom}}.', 'has the placeholders {{nom}}, expected {{name}}'],
    ['a letter in two pieces', 'Vous portez des {{name}} a\u0300 vie.', 'is not in Unicode form NFC'],
    ['a line break', 'Vous portez\ndes {{name}}.', 'has a line break, a direction mark, an invisible character or markup'],
    ['a right-to-left override', 'Vous portez \u202edes\u202c {{name}}.', 'has a line break, a direction mark, an invisible character or markup'],
    ['an isolate', 'Vous portez \u2068des\u2069 {{name}}.', 'has a line break, a direction mark, an invisible character or markup'],
    ['a right-to-left mark', 'Vous portez\u200f des {{name}}.', 'has a line break, a direction mark, an invisible character or markup'],
    ['a byte order mark', '\ufeffVous portez des {{name}}.', 'has a line break, a direction mark, an invisible character or markup'],
    ['the marks of the translator', '\ue000Vous\ue001 portez des {{name}}.', 'has a line break, a direction mark, an invisible character or markup'],
    ['markup', 'Vous portez des <b>{{name}}</b>.', 'has a line break, a direction mark, an invisible character or markup'],
    ...[['an entity', '&nbsp;'], ['an entity by its number', '&#xa;'], ['two asterisks', '**'], ['another sentence', '$t(ui:skip)'], ['one opening brace', '{'], ['one closing brace', '}'], ['a placeholder with a gap', '{{ name }}'], ['a third brace', '{{{name}}}']].map(([what = '', sign = '']): [string, string, string] => [
      what,
      `Vous portez des {{name}} ${sign}.`,
      'has an entity such as &nbsp;, two asterisks, $t( or a brace of its own; a placeholder is written {{name}}',
    ]),
  ])('with %s', (_, text, message) => {
    expect(problemsOf('home', ['heading'], text)).toEqual([`locales/fr/home.json: "heading" ${message}`]);
  });

  test('with a list that is longer or shorter than the English one, or holds something else than sentences', () => {
    const message = 'locales/fr/home-hygiene.json: "short" is not a list of 3 sentences, as in English';
    expect(problemsOf('home-hygiene', ['short'], ['Un', 'Deux'])).toEqual([message]);
    expect(problemsOf('home-hygiene', ['short'], ['Un', 'Deux', 'Trois', 'Quatre'])).toEqual([message]);
    expect(problemsOf('home-hygiene', ['short'], 'Un')).toEqual([message]);
    expect(problemsOf('home-hygiene', ['short', 1], '')).toEqual(['locales/fr/home-hygiene.json: "short[1]" is empty']);
    expect(problemsOf('home-hygiene', ['short', 1], 15)).toEqual(['locales/fr/home-hygiene.json: "short[1]" is not a sentence']);
    expect(problemsOf('home-hygiene', ['short', 1], null)).toEqual(['locales/fr/home-hygiene.json: "short[1]" is not a sentence']);
  });

  test('with an empty list, which would leave a heading with nothing below it', () => {
    const empty = changed('home-hygiene', ['blocks', 'laundry', 'body'], [], english.files);
    expect(checkWords('en', empty, empty)).toEqual(['locales/en/home-hygiene.json: "blocks.laundry.body" is an empty list']);
  });

  test.each([[15], [null], [['Un']], [{ a: 'Un' }]])('with %j where English has a sentence', (value) => {
    expect(problemsOf('home', ['heading'], value)).toEqual(['locales/fr/home.json: "heading" is not a sentence']);
  });

  test.each([['Un'], [null], [['Un']]])('with %j where English has a group of keys', (value) => {
    expect(problemsOf('home', ['tiles'], value)).toEqual(['locales/fr/home.json: "tiles" is not a group of keys']);
  });

  test('in a state that nobody knows', () => {
    expect(problemsOf('provenance', ['state'], 'reviewed')).toEqual(['locales/fr/provenance.json: state is "reviewed", expected one of source-draft, machine-draft. That somebody has approved the text stands in the edition']);
  });
});

describe('an edition cannot be told', () => {
  test('without the words of a block', () => {
    expect(checkBlocks(bc, changed('home-hygiene', ['blocks', 'laundry'], undefined, english.files))).toEqual(['locales/en/home-hygiene.json: blocks.laundry: missing, but edition "bc" tells it']);
  });

  test('without an item of a block, or with one too many', () => {
    expect(checkBlocks(bc, changed('home-hygiene', ['blocks', 'own-things', 'items', 'towels'], undefined, english.files))).toEqual(['locales/en/home-hygiene.json: blocks.own-things.items.towels: missing']);
    expect(checkBlocks(bc, changed('home-hygiene', ['blocks', 'own-things', 'items', 'razors'], 'razors', english.files))).toEqual(['locales/en/home-hygiene.json: blocks.own-things.items.razors: not an item of this block']);
  });

  test.each<[what: string, path: string[], value: unknown, problem: string]>([
    ['without its body', ['laundry', 'body'], undefined, 'laundry.body: missing'],
    ['with a sentence for a body', ['laundry', 'body'], 'Wash them.', 'laundry.body: a sentence, expected a list'],
    ['with a part that is never drawn', ['laundry', 'text'], ['Wash them.'], 'laundry.text: not a part of a block of the kind "text"'],
    ['without its intro', ['own-things', 'intro'], undefined, 'own-things.intro: missing'],
    ['with a list of items', ['own-things', 'items'], ['towels', 'toothbrushes', 'bar-soap'], 'own-things.items: a list, expected a group'],
    ['that is one sentence', ['laundry'], 'Wash them.', 'laundry: a sentence, expected a group'],
  ])('with a block %s', (_, path, value, problem) => {
    const words = changed('home-hygiene', ['blocks', ...path], value, english.files);
    expect(checkBlocks(bc, words)[0]).toBe(`locales/en/home-hygiene.json: blocks.${problem}`);
    const { 'home-hygiene': own, ...ofAll } = words;
    expect(checkBlocks(bc, words, { ...ofAll, bc: { words: { 'home-hygiene': own as Words } } })[0]).toBe(`locales/en/bc.json: words.home-hygiene.blocks.${problem}`);
  });

  test('with a mistake in a part that its own words do not replace, which is that of the words of all', () => {
    const words = changed('home-hygiene', ['blocks', 'laundry', 'body'], undefined, english.files);
    expect(checkBlocks(bc, words, { ...words, bc: { words: { 'home-hygiene': { blocks: { laundry: { heading: 'Washing' } } } } } })).toEqual(['locales/en/home-hygiene.json: blocks.laundry.body: missing']);
  });

  test('without what it says of interpreters, where it names how many languages they speak', () => {
    const words = changed('get-help', ['blocks', 'phones', 'interpreters'], undefined, english.files);
    expect(checkBlocks({ ...bc, interpretedLanguages: { value: 130, sources: ['healthlinkbc-cpo'] } }, words)).toEqual(['locales/en/get-help.json: blocks.phones.interpreters: missing']);
    const { interpretedLanguages: _, ...without } = bc as Edition;
    expect(checkBlocks(without, words)).toEqual([]);
  });

  test('with a block that there is not', () => {
    const edition = { ...bc, leaflet: { ...bc.leaflet, treatment: [['prayer', 'healthlinkbc-cpo']] } } as unknown as Edition;
    expect(() => checkBlocks(edition, english.files)).toThrow('src/content/topics.ts: the topic "treatment" has no block "prayer"');
  });
});
