import { describe, expect, test } from 'vitest';
import { english, filled } from '../fixtures/locale-words.ts';

const sentences = [...english.sentences].map(([at, text]) => ({ at, text: filled(text, english.files) }));

/** What must not be said to somebody who carries bacteria, and why. */
const banned: readonly [word: string, found: RegExp][] = [
  ['a superbug: it frightens', /super-?bug/i],
  ['deadly: it is not, to most', /deadly|\bkiller\b|fatal/i],
  ['dirty: people already feel so', /(?<!\bnot |\blook )\bdirty\b/i],
  ['infected: who carries is not', /infected with|\byou are infected\b|\byour infection\b(?!-control)/i],
  ['positive: it sounds good, and is a verdict', /\bpositive\b/i],
  ['a victim, a sufferer or a case', /\b(victim|sufferer|case)s?\b/i],
  ['a per cent: few know what to do with it', /%|per ?cent/i],
  ['must: nobody must tell, and staff decide', /\bmust\b/i],
  ['isolation: a room of your own', /\bisolat/i],
  ['a vulnerable person: it sounds like weakness', /\bvulnerable\b/i],
  ['contagious or contaminated', /contagi|contamina/i],
  ['resistant, of a person', /\b(you|people|patients) (are|become) resistant/i],
];

describe('the English words', () => {
  test('have no sentence of more than 20 words', () => {
    const long = sentences.flatMap(({ at, text }) => text.split(/(?<=[.!?…])\s+/).map((sentence) => ({ at, sentence, words: sentence.split(/\s+/).filter((word) => /\w/.test(word)).length })));
    expect(long.length).toBeGreaterThan(450);
    expect(long.filter(({ words }) => words > 20)).toEqual([]);
  });

  test.each(banned)('never say %s', (_, found) => {
    expect(sentences.filter(({ text }) => found.test(text))).toEqual([]);
  });

  test('ban what they say they ban', () => {
    const wrong = ['A superbug.', 'It is deadly.', 'You are dirty.', 'You are infected with CPO.', 'Your test was positive.', 'A case of CPO.', '5 percent', 'You must tell them.', 'Isolation room', 'vulnerable people', 'contaminated', 'You are resistant'];
    expect(wrong.map((text) => banned.some(([, found]) => found.test(text)))).toEqual(wrong.map(() => true));
    const right = ['You are not dirty.', 'If they look dirty, wash them.', 'Use your infection-control steps.'];
    expect(right.map((text) => banned.some(([, found]) => found.test(text)))).toEqual(right.map(() => false));
  });

  test('shout nowhere, and use no exclamation mark', () => {
    expect(sentences.filter(({ text }) => /!/.test(text) || /\b[A-Z]{4,}\b/.test(text))).toEqual([]);
  });

  test('name no organisation, no address and no phone number', () => {
    expect(sentences.filter(({ text }) => /HealthLink|\bNHS\b|\bCDC\b|\bWHO\b|https?:|www\.|@/.test(text))).toEqual([]);
  });
});
