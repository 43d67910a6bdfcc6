import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { LanguageRow } from '../../src/islands/saved/language-row.tsx';
import words from '../../locales/en/saved.json' with { type: 'json' };

const state = { tag: 'ar', hash: 'A', kept: true, whole: true, bytes: 1_000, fetchBytes: 300, version: '1', checkedAt: null };
const row = (newer: boolean, tag = 'ar', lang = 'en') =>
  renderToString(h(LanguageRow, { language: { tag, autonym: 'العربية' }, state: { ...state, tag }, newer, words, lang, busy: false, onKeep: () => {}, onDrop: () => {} }));

test('a kept language says that a newer version of it waits, and only then', () => {
  expect(row(true)).toContain(words.list.newer);
  expect(row(false)).not.toContain(words.list.newer);
  expect(row(false)).toContain(words.list.kept);
});

test.each([
  ['another language', 'ar', 'en', true],
  ['the language of the page', 'ar', 'ar', false],
  ['English', 'en', 'ar', false],
])('%s can be removed or not', (_, tag, lang, may) => {
  expect(row(false, tag, lang).includes('<button')).toBe(may);
});
