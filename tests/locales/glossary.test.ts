import { describe, expect, test } from 'vitest';
import { english, spokenIn, translated } from '../fixtures/locale-words.ts';
import { agreedWords, speakers, speaking } from '../fixtures/speaker.ts';

const banned = [...speakers].flatMap(([tag, { never }]) => never.map(({ what, found, example }) => [tag, what, found, example] as const));

describe('a person who carries bacteria is never called', () => {
  test.each(banned)('%s: %s', (tag, _, found, example) => {
    expect(example).toMatch(found);
    expect([...spokenIn(tag).sentences].filter(([, text]) => found.test(text))).toEqual([]);
  });
});

describe.each(translated)('the words that $tag has agreed on', ({ tag, sentences }) => {
  test.each(Object.entries(agreedWords))('for %s', (word, source) => {
    const own = speaking(tag).agreed[word] as RegExp;
    const wanted = [...english.sentences].filter(([, text]) => source.test(text));
    expect(wanted.length).toBeGreaterThan(0);
    expect(wanted.filter(([at]) => !own.test(sentences.get(at) ?? '')).map(([at, text]) => `${at}: ${text} → ${sentences.get(at)}`)).toEqual([]);
  });
});
