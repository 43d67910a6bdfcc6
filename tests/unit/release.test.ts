import { expect, test } from 'vitest';
import { changesOf } from '../../src/prerender/packs/release.ts';

test('what releases have changed is told as it stands', () => {
  expect(changesOf(['changed', 'safety', 'cosmetic'])).toEqual(['changed', 'safety', 'cosmetic']);
});

test.each([
  ['safty', 'src/content/release.ts: a release has changed "safty". Did you mean "safety"?'],
  ['words', 'src/content/release.ts: a release has changed "words". Choose from cosmetic, changed, safety.'],
])('a release that has changed "%s" stops the build', (line, sentence) => {
  expect(() => changesOf(['changed', line])).toThrow(sentence);
});
