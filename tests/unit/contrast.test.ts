import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { colourTokens, contrast, hexOf, type Scheme } from '../fixtures/colour.ts';
import { top } from '../fixtures/source-imports.ts';

/** Each text colour on each ground that it stands on in src/styles and the islands. */
const texts = [
  ['text', 'ground'],
  ['text', 'ground-raised'],
  ['text', 'do-ground'],
  ['text', 'dont-ground'],
  ['text-soft', 'ground'],
  ['text-soft', 'ground-raised'],
  ['text-soft', 'do-ground'],
  ['text-soft', 'dont-ground'],
  ['action', 'ground'],
  ['action', 'ground-raised'],
  ['do', 'do-ground'],
  ['dont', 'dont-ground'],
  ['dont', 'ground'],
  ['on-action', 'action'],
  ['on-action', 'action-strong'],
  ['on-notice', 'notice'],
] as const;

/** Each mark, outline and line of a picture on what it is seen against. */
const graphics = [
  ['focus', 'ground'],
  ['focus', 'ground-raised'],
  ['focus', 'do-ground'],
  ['focus', 'dont-ground'],
  ['action', 'ground'],
  ['do', 'ground'],
  ['dont', 'dont-ground'],
  ['text', 'ground'],
  ['picture-line', 'ground'],
  ['picture-line', 'ground-raised'],
  ['picture-line', 'picture-paper'],
  ['picture-line', 'picture-water'],
  ['action', 'picture-water'],
  ['action', 'picture-paper'],
] as const;

describe.each<Scheme>(['light', 'dark'])('in %s', (scheme) => {
  const colours = colourTokens(scheme);
  const between = (one: string, other: string) => {
    const [a, b] = [colours.get(one), colours.get(other)];
    if (!a || !b) throw new Error(`src/styles/tokens.css: no colour --${a ? other : one}`);
    return contrast(a, b);
  };

  test.each(texts)('text in %s on %s has a contrast of at least 7:1', (text, ground) => {
    expect(between(text, ground)).toBeGreaterThanOrEqual(7);
  });

  test.each(graphics)('what is drawn in %s on %s has a contrast of at least 3:1', (line, ground) => {
    expect(between(line, ground)).toBeGreaterThanOrEqual(3);
  });

  test("the colour of the browser's bar is the ground of the page", () => {
    const head = readFileSync(join(top, 'src/pages/page-head.tsx'), 'utf8');
    const [, bar] = head.match(new RegExp(`name="theme-color" content="(#\\w+)" media="\\(prefers-color-scheme: ${scheme}\\)"`)) ?? [];
    const ground = colours.get('ground');
    expect(bar).toBe(ground && hexOf(ground));
  });
});

test('contrast is counted as WCAG counts it', () => {
  expect(contrast([0, 0, 0], [1, 1, 1])).toBe(21);
  expect(contrast([1, 1, 1], [0.5, 0.5, 0.5])).toBeCloseTo(1.05 / 0.55, 6);
  expect(hexOf([1, 0.5, 0])).toBe('#ffbc00');
});
