import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { askedForOnce } from '../../src/prerender/hosts/listed-headers.ts';
import { styleHashesOf } from '../../src/prerender/hosts/style-hashes.ts';
import { everywhere, headersOf, missingPageHeaders } from '../../src/site/headers.ts';
import { readBuilt } from '../fixtures/built-files.ts';
import { builtSite } from '../fixtures/built-site.ts';
import { bases } from '../fixtures/hosted.ts';

describe('_headers', () => {
  test.each(bases)('says below %s of every file what the table says, and of a missing one nothing that could be kept', async (base) => {
    const folder = await builtSite({ base });
    const styleHashes = styleHashesOf(folder);
    const rules = readRules(readBuilt(folder, '_headers'));
    const files = readFileSync(`${folder}-host/files.sha256`, 'utf8').trim().split('\n').map((line) => line.slice(66)).filter((path) => !/\.(br|gz)$/.test(path));
    const troubles = files.flatMap((path) => {
      if (askedForOnce.test(path) || /^(_headers|headers\.json|licences\.txt|kill\/|404\.html|[\w-]+\.(png|svg)$)/.test(path)) return [];
      const got = appliedTo(base + path.replace(/index\.html$/, ''), rules);
      const { 'content-type': type, ...wanted } = headersOf(path, styleHashes);
      const typed = path.endsWith('.html') ? wanted : { ...wanted, 'content-type': type ?? '' };
      return Object.entries(typed).filter(([name, value]) => got[name] !== value).map(([name, value]) => `${path}: ${name} is ${got[name]} instead of ${value}`);
    });
    expect(troubles).toEqual([]);
    const missing = appliedTo(`${base}assets/missing.00000000.js`, rules);
    expect(missing).toEqual({ ...everywhere, 'content-security-policy': missingPageHeaders(styleHashes)['content-security-policy'] });
  });

  test('keeps within what Cloudflare Pages reads: a hundred rules, two thousand characters a line', async () => {
    const text = readBuilt(await builtSite(), '_headers');
    expect(readRules(text).length).toBeLessThanOrEqual(100);
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(2000);
  });
});

interface Rule {
  readonly pattern: RegExp;
  readonly headers: readonly (readonly [string, string])[];
}

/** Reads `_headers` as its readers document it: an address with `*`, then indented headers. */
function readRules(text: string): Rule[] {
  return text.split(/\n(?=\S)/).filter((part) => part.startsWith('/')).map((part) => {
    const [address = '', ...lines] = part.trim().split('\n');
    const pattern = new RegExp(`^${address.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')}$`);
    return { pattern, headers: lines.map((line) => [line.slice(0, line.indexOf(':')).trim(), line.slice(line.indexOf(':') + 1).trim()] as const) };
  });
}

/** All rules that fit apply, and values of the same header are joined. */
function appliedTo(address: string, rules: readonly Rule[]): Record<string, string> {
  const applied: Record<string, string> = {};
  for (const { pattern, headers } of rules) {
    if (pattern.test(address)) for (const [name, value] of headers) applied[name] = applied[name] === undefined ? value : `${applied[name]}, ${value}`;
  }
  return applied;
}
