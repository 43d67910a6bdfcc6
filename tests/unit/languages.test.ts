import { expect, test } from 'vitest';
import { spacesSentences, spacesWords, type Language } from '../../src/i18n/languages.ts';

test.each([
  ['Latn', true, true],
  ['Arab', true, true],
  ['Hang', true, true],
  ['Hans', false, false],
  ['Hant', false, false],
  ['Jpan', false, false],
  ['Thai', false, true],
  ['Khmr', false, true],
  ['Laoo', false, true],
  ['Mymr', false, true],
])('spaces in the script %s: between words %s, between sentences %s', (script, words, sentences) => {
  const registry: Language[] = [{ tag: 'xx', autonym: '', english: '', dir: 'ltr', script }];
  expect([spacesWords('xx', registry), spacesSentences('xx', registry)]).toEqual([words, sentences]);
});
