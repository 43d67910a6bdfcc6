import { expect, test, vi } from 'vitest';
import { bc } from '../../src/content/editions/bc.ts';
import { languages, pseudoLanguages } from '../../src/i18n/languages.ts';
import { checkLanguages } from '../../src/prerender/check/check-languages.ts';
import { loadSiteWords } from '../../src/prerender/draw/site-words.ts';
import { locales } from '../fixtures/locale-words.ts';

vi.mock('../../src/i18n/languages.ts', async (importActual) => {
  const actual = await importActual<typeof import('../../src/i18n/languages.ts')>();
  return { ...actual, languages: [...actual.languages] };
});

const spanish = { tag: 'es', autonym: 'Español', english: 'Spanish', dir: 'ltr', script: 'Latn' };

test('the languages that are there have nothing to be mended', () => {
  expect(checkLanguages()).toEqual([]);
  expect(checkLanguages(pseudoLanguages)).toEqual([]);
});

test.each(['es-MX', 'pt-BR', 'zh-Hant', 'yue-Hant', 'sr-Cyrl'])('neither has one with the tag %s', (tag) => {
  expect(checkLanguages([{ ...spanish, tag, script: new Intl.Locale(tag).maximize().script }])).toEqual([]);
});

test.each<[what: string, language: object, sentence: string]>([
  ['a tag in capital letters', { tag: 'ES' }, 'tag "ES". Write es.'],
  ['a country in small letters', { tag: 'pt-br' }, 'tag "pt-br". Write pt-BR.'],
  ['an underscore in its tag', { tag: 'es_MX' }, 'tag "es_MX". Write es-MX.'],
  ['a blank behind its tag', { tag: 'es ' }, 'tag "es ". Write es.'],
  ['a tag that is none', { tag: 'e' }, 'tag "e". Write one such as fr or pt-BR.'],
  ['no tag', { tag: undefined }, 'the language on place 1.tag is missing. Give its tag, such as fr, which is the name of its folder too.'],
  ['a direction misspelt', { dir: 'rlt' }, 'the language "es" has the direction "rlt". Choose from ltr, rtl.'],
  ['a direction that its script has not', { dir: 'rtl' }, 'the language "es" has the direction "rtl", but "Latn" is written the other way. Write ltr.'],
  ['a direction that Arabic script has not', { tag: 'ur', script: 'Arab' }, 'the language "ur" has the direction "ltr", but "Arab" is written the other way. Write rtl.'],
  ['a script in small letters', { script: 'latn' }, 'the language "es" has the script "latn". Write Latn, or a tag that names another script.'],
  ['no name of its own', { autonym: undefined }, 'the language "es".autonym is missing. Give its name as its readers write it.'],
  ['an empty name', { autonym: ' ' }, 'the language "es" has an empty autonym.'],
  ['a part misspelt', { autonim: 'Español' }, 'the language "es" has no part "autonim". Did you mean "autonym"?'],
])('one with %s stops the build, with a sentence that says what to write', (_, change, sentence) => {
  expect(checkLanguages([{ ...spanish, ...change }])).toEqual([`src/i18n/languages.ts: ${sentence}`]);
});

test('one that stands there twice is not blamed on an edition', () => {
  expect(checkLanguages([spanish, spanish])).toEqual(['src/i18n/languages.ts: the language "es" stands there twice. Take one out.']);
  (languages as unknown as object[]).push({ ...spanish, tag: 'fr' });
  expect(() => loadSiteWords(locales, bc, false)).toThrow(/^src\/i18n\/languages\.ts: the language "fr" stands there twice\. Take one out\.$/);
});
