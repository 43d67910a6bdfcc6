import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { colourTokens as readTokens, fromHex, type Rgb } from '../../src/prerender/check/colour.ts';
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
  // As any checker tells it of red, green, blue and a dark grey on white.
  const white = fromHex('#ffffff') as Rgb;
  expect(['#ff0000', '#00ff00', '#0000ff', '#0a0a0a'].map((colour) => contrast(white, fromHex(colour) as Rgb).toFixed(2))).toEqual(['4.00', '1.37', '8.59', '19.80']);
});

test('a colour is the same in OKLCH, in linear light and in hexadecimal', () => {
  const css = ':root { --red: oklch(0.628 0.2577 29.23); --blue: oklch(0.452 0.3132 264.05); --grey: oklch(0.1 0 0); }';
  expect([...readTokens(css, 'light')].map(([name, colour]) => [name, hexOf(colour)])).toEqual([['red', '#ff0000'], ['blue', '#0000ff'], ['grey', '#030303']]);
  expect(hexOf([1, 0.5, 0])).toBe('#ffbc00');
  for (const hex of ['#0a1b2c', '#0b0b0b', '#fedcba']) expect(hexOf(fromHex(hex) as Rgb)).toBe(hex);
  expect(() => readTokens(':root { --wide: oklch(0.7 0.3 150); }', 'light')).toThrow('--wide lies beyond sRGB');
});
