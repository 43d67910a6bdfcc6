import { describe, expect, test } from 'vitest';
import { editions } from '../../src/content/editions/index.ts';
import type { Source } from '../../src/content/source.ts';
import { sources } from '../../src/content/sources.ts';
import { sourcesOf } from '../../src/content/facts-in.ts';
import { checkSources } from '../../src/prerender/check/check-sources.ts';

const all = Object.entries<Source>(sources);

describe('the register of sources', () => {
  test('holds no source twice', () => {
    const addresses = all.map(([, { url }]) => url.replace(/^https?:\/\/(www\d?\.)?/, '').replace(/\/$/, '').toLowerCase());
    expect(addresses.filter((address, index) => addresses.indexOf(address) !== index)).toEqual([]);
  });

  test('holds nothing that was read before it was written', () => {
    expect(all.filter(([, { dated, read }]) => dated !== null && dated > read).map(([id]) => id)).toEqual([]);
  });

  test('is checked by every build, which finds nothing', () => {
    expect(checkSources()).toEqual([]);
  });

  const source = sources['leicester-cro'];
  test.each<[what: string, source: unknown, sentence: string]>([
    ['without the day it was read', { ...source, read: undefined }, '"mine".read is missing. Give the day on which it was read, such as 2026-11-20.'],
    ['with a script for an address', { ...source, url: 'javascript:alert(1)' }, 'has the address "javascript:alert(1)". Write one that begins with https://.'],
    ['with an address that is not encrypted', { ...source, url: 'http://hospital.example/' }, 'has the address "http://hospital.example/". Write one that begins with https://.'],
    ['with a day that no calendar has', { ...source, read: '2026-02-30' }, 'was read on "2026-02-30"'],
    ['with a date in words', { ...source, dated: 'last May' }, 'is dated "last May"'],
    ['with a language in words', { ...source, lang: 'English!' }, 'has the language "English!"'],
    ['with a part misspelt', { ...source, titel: 'x' }, 'has no part "titel". Did you mean "title"?'],
    ['with another extent', { ...source, extent: 'all' }, 'has the extent "all". Choose from whole, part, older.'],
    ['that is only an address', 'https://hospital.example/', 'Write it in braces'],
  ])('with a source %s stops the build', (_, wrong, sentence) => {
    expect(checkSources({ mine: wrong })).toEqual([expect.stringContaining(`src/content/sources.ts: the source "mine"`)]);
    expect(checkSources({ mine: wrong })[0]).toContain(sentence);
  });

  test('holds no source that no edition names', () => {
    const named = new Set(Object.values(editions).flatMap(sourcesOf));
    expect(all.map(([id]) => id).filter((id) => !named.has(id as keyof typeof sources))).toEqual([]);
  });
});
