import { describe, expect, test } from 'vitest';
import { languages, pseudoLanguages, type Language } from '../../src/i18n/languages.ts';
import { matchLanguages } from '../../src/i18n/match-languages.ts';

const traditional: Language = { tag: 'zh-Hant', autonym: '繁體中文', english: 'Chinese (Traditional)', dir: 'ltr', script: 'Hant' };

describe('what a phone asks for', () => {
  test.each([
    ['zh-CN', ['zh-Hans']],
    ['zh', ['zh-Hans']],
    ['zh-SG', ['zh-Hans']],
    ['zh-HK', []],
    ['zh-TW', []],
    ['zh-Hant', []],
    ['pa', ['pa']],
    ['pa-IN', ['pa']],
    ['pa-Guru-CA', ['pa']],
    ['pa-PK', []],
    ['pa-Arab', []],
    ['fr-CA', ['fr']],
    ['ar-EG', ['ar']],
    ['EN-gb', ['en']],
    ['de', []],
  ])('%s is answered with %j', (asked, answered) => {
    expect(matchLanguages([asked], languages)).toEqual(answered);
  });

  test('is answered in the order in which it was asked, each language once', () => {
    expect(matchLanguages(['ar-SY', 'de', 'fr-CA', 'ar', 'en-CA'], languages)).toEqual(['ar', 'fr', 'en']);
  });

  test('is answered in the script that its reader reads, where both are offered', () => {
    expect(matchLanguages(['zh-HK'], [...languages, traditional])).toEqual(['zh-Hant']);
    expect(matchLanguages(['zh-CN'], [...languages, traditional])).toEqual(['zh-Hans']);
  });

  test.each(['', '*', 'x', 'en_US', '-', 'fr-', 'i-klingon', 'a'.repeat(99), '{{name}}'])('%j is passed over, and what follows it is heard', (malformed) => {
    expect(matchLanguages([malformed, 'fr'], languages)).toEqual(['fr']);
  });

  test('nothing asks for nothing', () => {
    expect(matchLanguages([], languages)).toEqual([]);
  });
});

describe('the registry of languages', () => {
  const all: readonly Language[] = [...languages, ...pseudoLanguages];

  test('has tags in their one right spelling, each once', () => {
    expect(all.map(({ tag }) => tag)).toEqual([...new Set(all.flatMap(({ tag }) => Intl.getCanonicalLocales(tag)))]);
  });

  test('stores the script that the tag means', () => {
    for (const { tag, script } of all) expect([tag, new Intl.Locale(tag).maximize().script]).toEqual([tag, script]);
  });

  test('stores the direction in which the script runs', () => {
    for (const { tag, script, dir } of all) expect([tag, dir]).toEqual([tag, ['Arab', 'Hebr', 'Thaa', 'Syrc', 'Nkoo', 'Adlm'].includes(script) ? 'rtl' : 'ltr']);
  });

  test('names each language as the language names itself, and in English for staff', () => {
    for (const { tag, autonym, english } of languages) {
      const own = new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? '';
      expect([tag, autonym.toLowerCase().normalize('NFC')]).toEqual([tag, own.toLowerCase().normalize('NFC')]);
      expect(new Intl.DisplayNames(['en'], { type: 'language' }).of(tag)?.split(' ').at(-1)).toBe(english.split(' ')[0]);
    }
  });
});
