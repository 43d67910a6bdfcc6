import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { bundleStyles } from '../../src/prerender/draw/site-styles.ts';
import { ownLook as look } from '../fixtures/edition.ts';
import { top } from '../fixtures/source-imports.ts';

const styleOf = (own: Parameters<typeof bundleStyles>[1]) => bundleStyles(join(top, 'src'), own).page.text;

/** What a token of the shortened style is set to, in order. `colour`: one that only this token has. */
function settingsOf(style: string, colour: string): string[] {
  const [, token] = new RegExp(`(--\\w+):${colour}`).exec(style) ?? [];
  return [...style.matchAll(new RegExp(`${token}:([^;}]+)`, 'g'))].map(([, value]) => value ?? '');
}

describe('the look of an edition', () => {
  test('stands in the place of our own colours, by day and in the dark: the card and paper stay black on white in any light', () => {
    const style = styleOf(look);
    expect(settingsOf(style, '#00456b')).toEqual(['#00456b', '#8fd0f5', 'black']);
    expect(settingsOf(style, '#003354')).toEqual(['#003354', '#b5e1fa']);
  });

  test('draws a logo no higher than a few lines, and says nothing of one where there is none', () => {
    expect(styleOf({ ...look, logo: true })).toMatch(/\.logo \.pic\{[^}]*block-size:4rem/);
    expect(styleOf(look)).not.toContain('.logo');
  });
});

test('no layers, which browsers of older phones do not know: they would show the words unstyled', () => {
  expect(Object.values(bundleStyles(join(top, 'src'))).map(({ text }) => text).join('')).not.toContain('@layer');
});

test('a sign that a style draws is said to no screen reader, and drawn by browsers that know no alternative to it', () => {
  const style = Object.values(bundleStyles(join(top, 'src'))).map(({ text }) => text).join('');
  const drawn = [...style.matchAll(/content:"([^"·]+)"([^;}]*);?(content:[^;}]*)?/g)];
  expect(drawn.length).toBeGreaterThan(5);
  expect(drawn.filter(([, sign, alternative, next]) => alternative !== ' / ""' && next !== `content:"${sign}" / ""`).map(([text]) => text)).toEqual([]);
});

test('a style that cannot be read is named with its file and its line, though others bundle it', () => {
  const copy = join(mkdtempSync(join(tmpdir(), 'handleaf-styles-')), 'src');
  onTestFinished(() => rmSync(join(copy, '..'), { recursive: true }));
  for (const folder of ['styles', 'islands']) cpSync(join(top, 'src', folder), join(copy, folder), { recursive: true });
  const file = join(copy, 'styles/base.css');
  const style = readFileSync(file, 'utf8');
  const line = style.slice(0, style.indexOf("[data-script='Guru'] {")).split('\n').length;
  writeFileSync(file, style.replace("[data-script='Guru'] {", "[data-script='Guru'] "));
  expect(() => bundleStyles(copy)).toThrow(new RegExp(`^src/styles/base\\.css, line ${line + 1}: this cannot be read \\(`));
});
