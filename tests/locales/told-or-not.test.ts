import { describe, expect, test } from 'vitest';
import { bc } from '../../src/content/editions/bc.ts';
import { speak } from '../fixtures/locale-words.ts';
import { speakers, speaking } from '../fixtures/speaker.ts';

// Only the sources of British Columbia say whom nobody has to tell.
describe.each(speak(bc))('whom to tell, in $tag', ({ tag, sentences }) => {
  const { noNeed, forbids, asks, refuses } = speaking(tag);
  const say = (at: string) => sentences.get(at) ?? `nothing at ${at}`;
  const free = ['telling-others:short[1]', 'telling-others:blocks.no-need.heading', 'telling-others:blocks.no-need.intro', 'daily-life:short[1]', 'daily-life:blocks.work-school.body[0]'];

  test.each(free)('%s says that nobody has to, and forbids nothing', (at) => {
    expect(say(at)).toMatch(noNeed);
    expect(say(at)).not.toMatch(forbids);
  });

  test('whoever gives care is to be told, and that is not left free', () => {
    for (const at of ['telling-others:short[0]', 'telling-others:blocks.tell.intro', 'hospital-visits:short[0]']) {
      expect(say(at)).toMatch(asks);
      expect(say(at)).not.toMatch(noNeed);
    }
  });

  test('what is not to be shared is refused, and not left free', () => {
    expect(say('home-hygiene:blocks.own-things.intro')).toMatch(refuses);
    expect(say('home-hygiene:blocks.own-things.intro')).not.toMatch(noNeed);
  });

  test('nobody is forbidden to tell family, friends or a partner', () => {
    const yours = [...sentences].filter(([at]) => at === 'telling-others:short[2]' || at.startsWith('telling-others:blocks.your-choice.'));
    expect(yours.length).toBe(6);
    expect(yours.filter(([, text]) => forbids.test(text))).toEqual([]);
  });
});

test.each([...speakers])('the guard of %s finds a form that says the opposite', (_, { forbids, forbidding }) => {
  expect(forbidding).toMatch(forbids);
});

test('who need not be told stands on the same page as who is to be told, and after it', () => {
  const told = bc.leaflet['telling-others'].map(([block]) => block);
  expect(told.indexOf('tell')).toBe(0);
  expect(told.indexOf('no-need')).toBeGreaterThan(0);
});
