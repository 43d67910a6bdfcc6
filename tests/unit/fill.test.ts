import { expect, test } from 'vitest';
import { fill } from '../../src/parts/fill.ts';

test('fills every placeholder of a sentence, also one that stands there twice', () => {
  expect(fill('{{done}} of {{all}}, {{done}} done', { done: 0, all: 5 })).toBe('0 of 5, 0 done');
});

test('leaves a placeholder that nothing is given for, so that the gap is seen', () => {
  expect(fill('{{seconds}} s', {})).toBe('{{seconds}} s');
});

test('puts in a value as it is, with signs that mean something to a replacement', () => {
  expect(fill('{{text}}!', { text: '$& $1 {{text}}' })).toBe('$& $1 {{text}}!');
});
