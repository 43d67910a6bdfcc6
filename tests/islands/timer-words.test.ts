import { describe, expect, test } from 'vitest';
import timer from '../../locales/en/timer.json' with { type: 'json' };
import ui from '../../locales/en/ui.json' with { type: 'json' };
import { fill } from '../../src/parts/fill.ts';

describe('the words', () => {
  const sentences = Object.values({ ...timer, ...ui.timer }).flatMap((group) => (typeof group === 'string' ? [group] : Object.values(group)));

  test('are filled in', () => {
    expect(fill('{{seconds}} of {{total}}, {{other}}', { seconds: 15, total: 41 })).toBe('15 of 41, {{other}}');
  });

  test('have no placeholder but {{seconds}} and {{total}}, no digit, and no markup', () => {
    for (const sentence of sentences) {
      expect(sentence.replace(/\{\{(seconds|total)\}\}/g, '')).not.toMatch(/[{}$%<>]|\p{Nd}/u);
    }
  });

  test('are sentences of at most twenty words', () => {
    for (const sentence of sentences.flatMap((text) => text.split(/[.?!]\s/))) {
      expect(sentence.split(/\s+/).length, sentence).toBeLessThanOrEqual(20);
    }
  });
});
