import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { bundleStyles } from '../../src/prerender/site-styles.ts';
import { ownLook as look } from '../fixtures/edition.ts';
import { top } from '../fixtures/source-imports.ts';

const styleOf = (own: Parameters<typeof bundleStyles>[1]) => bundleStyles(join(top, 'src'), own).page.text;

/** What a style says in one layer, in all its parts; undefined: outside every layer, where it beats them all. */
function saidIn(style: string, wanted?: string): string {
  const parts: string[] = [];
  let rest = style;
  for (let start = rest.search(/@layer \w+\{/); start >= 0; start = rest.search(/@layer \w+\{/)) {
    const [, name] = /@layer (\w+)\{/.exec(rest) ?? [];
    let end = rest.indexOf('{', start) + 1;
    for (let depth = 1; depth > 0; end += 1) depth += { '{': 1, '}': -1 }[rest.charAt(end)] ?? 0;
    if (name === wanted) parts.push(rest.slice(start, end));
    rest = rest.slice(0, start) + rest.slice(end);
  }
  return wanted ? parts.join('') : rest;
}

describe('the look of an edition', () => {
  test('is said in the layer of the tokens, after them: the card and paper stay black on white in any light', () => {
    const style = styleOf(look);
    expect([...new Set([...style.matchAll(/@layer (\w+)/g)].map(([, name]) => name))]).toEqual(['tokens', 'base', 'page', 'island', 'print']);
    expect(saidIn(style)).not.toMatch(/#00456b|#003354|#8fd0f5|#b5e1fa/);
    const tokens = saidIn(style, 'tokens');
    const [, action] = /(--\w+):#00456b/.exec(tokens) ?? [];
    expect([...tokens.matchAll(new RegExp(`${action}:([^;}]+)`, 'g'))].map(([, colour]) => colour).slice(-2)).toEqual(['#00456b', '#8fd0f5']);
    expect(saidIn(style, 'print')).toContain(`${action}:black`);
  });

  test('draws a logo no higher than a few lines, and says nothing of one where there is none', () => {
    expect(saidIn(styleOf({ ...look, logo: true }), 'page')).toMatch(/\.logo \.pic\{[^}]*block-size:4rem/);
    expect(styleOf(look)).not.toContain('.logo');
  });
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
