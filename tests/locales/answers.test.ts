import { describe, expect, test } from 'vitest';
import { spoken } from '../fixtures/locale-words.ts';
import { speaking } from '../fixtures/speaker.ts';

describe.each(spoken)('the answers of the helper in $tag', ({ tag, sentences }) => {
  const { noNeed, forbids } = speaking(tag);
  const said = [...sentences].filter(([at]) => /^whom:(answers|why)\./.test(at));
  const free = ['whom:answers.no-need', 'whom:why.not-required', 'whom:why.not-required-at-work'];

  test('say that nobody has to where that is the answer, and nowhere else', () => {
    expect(said.length).toBe(10);
    expect(said.filter(([, text]) => noNeed.test(text)).map(([at]) => at)).toEqual(free);
  });

  test('forbid nothing', () => {
    expect(said.filter(([, text]) => forbids.test(text))).toEqual([]);
  });
});
