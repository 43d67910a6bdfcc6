import { describe, expect, test } from 'vitest';
import { mirror, stretch } from '../../src/i18n/pseudo.ts';

describe('the pseudo-languages', () => {
  test('one makes a text a good third longer, between brackets that show where it was cut', () => {
    expect(stretch('Next')).toBe('[Nëxt ··]');
    for (const text of ['Wash your hands', 'Yes', 'It is not your fault.']) {
      expect(stretch(text)).toMatch(/^\[.*\]$/);
      expect(stretch(text).length).toBeGreaterThan(text.length * 1.4);
    }
  });

  test('the other has no Latin letter left, and runs from right to left', () => {
    const text = mirror('The quick brown fox jumps over the lazy dog');
    expect(text).not.toMatch(/\p{Script=Latin}/u);
    expect(text).toMatch(/^[\p{Script=Arabic} ]+$/u);
  });

  test.each([['the long one', stretch], ['the right-to-left one', mirror]] as const)('%s leaves what is filled in as it is', (_, change) => {
    expect(change('Wash for {{seconds}} seconds, says {{name}}.').match(/\{\{\w+\}\}/g)).toEqual(['{{seconds}}', '{{name}}']);
  });
});
