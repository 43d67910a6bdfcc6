import { describe, expect, test } from 'vitest';
import { bc } from '../../src/content/editions/bc.ts';
import { leicester } from '../../src/content/editions/leicester.ts';
import { languageTags } from '../../src/i18n/languages.ts';
import { factsText } from '../../src/pages/staff/facts-text.ts';
import type { Translator } from '../../src/i18n/translator.ts';
import { mostTextBytes, qrOfLink, qrOfText, type Qr } from '../../src/parts/qr.ts';
import { shareLink, openings } from '../../src/site/share-links.ts';
import { pathOf } from '../../src/site/addresses.ts';
import { paint, readCode, stain, versionOf } from '../fixtures/read-code.ts';
import { loadSiteWords } from '../../src/prerender/draw/site-words.ts';
import { join } from 'node:path';
import { top } from '../fixtures/source-imports.ts';

const origins = ['https://leaflet.example', 'http://localhost:4173', 'https://handouts.infection-prevention.health.example'];
const links = languageTags.flatMap((tag) => openings.flatMap((opening) => origins.map((origin) => shareLink(origin, '/', tag, opening))));

describe('a link', () => {
  test('leads to the page that it is of', () => {
    expect(shareLink('https://leaflet.example', '/a/b/', 'zh-Hans', 'leaflet')).toBe('https://leaflet.example/a/b/zh-Hans/');
    for (const tag of languageTags) {
      expect(shareLink('', '/', tag, 'leaflet')).toBe(`/${pathOf(tag, 'home')}`);
      expect(shareLink('', '/', tag, 'washing')).toBe(`/${pathOf(tag, 'hand-washing')}`);
      expect(shareLink('', '/', tag, 'family')).toBe(`/${pathOf(tag, 'family')}`);
    }
  });

  test('is what its code says, letter for letter', () => {
    for (const link of links) expect(readCode(paint(qrOfLink(link)))).toBe(link);
  });

  test('is still read where a stain covers 15 % of the code, wherever it lies between the corners that a reader looks for', () => {
    let tried = 0;
    const lost: string[] = [];
    for (const link of links.filter((_, index) => index % 4 === 0)) {
      const qr = qrOfLink(link);
      const clean = paint(qr);
      for (const [across, down] of [[0.5, 0.5], [0.55, 0.75], [0.75, 0.55], [0.6, 0.6], [0.4, 0.5]] as const) {
        for (const shade of [0, 255] as const) {
          tried += 1;
          if (readCode(stain(clean, qr.size, { share: 0.15, across, down, shade })) !== link) lost.push(`${link} ${across} ${down} ${shade}`);
        }
      }
    }
    expect(tried).toBeGreaterThan(100);
    expect(lost).toEqual([]);
  });

  test('has a code small enough to be read across a room: at most 49 modules a side with its margin', () => {
    expect(Math.max(...links.filter((link) => link.startsWith('https://leaflet.example')).map((link) => qrOfLink(link).size))).toBeLessThanOrEqual(49);
  });
});

/** Where a stain lies between the corners that a reader looks for. */
const places = [[0.5, 0.5], [0.55, 0.75], [0.75, 0.55], [0.6, 0.6], [0.4, 0.5]] as const;

/** Whether a code is still read as `text` with a stain on a share of it, in whichever of the places. */
function bears(text: string, qr: Qr, share: number): boolean {
  const clean = paint(qr, 3);
  return places.every(([across, down]) => ([0, 255] as const).every((shade) => readCode(stain(clean, qr.size, { share, across, down, shade })) === text));
}

describe.each([bc, leicester])('the main facts of $id', (edition) => {
  const words = loadSiteWords(join(top, 'locales'), edition, false);

  test.each(languageTags)('fit into one code in %s that a phone reads well, and it says them exactly', (tag) => {
    const t = words.translators[tag];
    if (!t) throw new Error(`no words in ${tag}`);
    const text = factsText(t, edition, '1a2b3c4d', false);
    const pixels = paint(qrOfText(text), 5);
    expect(readCode(pixels)).toBe(text);
    expect(versionOf(pixels)).toBeLessThanOrEqual(20);
    expect(text.split('\n').length).toBeGreaterThanOrEqual(5);
    expect(text).toContain(edition.name);
    expect(text).toContain(String(edition.handWashing.seconds.value));
    expect(text).not.toMatch(/[{}\ue000\ue001\u200e\u200f\u2066-\u2069]/);
  });

  test.each(languageTags)('are still read in %s where a stain covers a twelfth of the code; a twentieth, where the text leaves little to spare', (tag) => {
    const text = factsText(words.translators[tag] as Translator, edition, '1a2b3c4d', false);
    expect(bears(text, qrOfText(text), Buffer.byteLength(text) <= 666 ? 0.08 : 0.05)).toBe(true);
  }, 30_000);
});

test('a text that does not fit into one code is an error that says so', () => {
  expect(qrOfText('a'.repeat(mostTextBytes)).size).toBe(97 + 8);
  expect(() => qrOfText('a'.repeat(mostTextBytes + 1))).toThrow(/859 bytes do not fit/);
  expect(() => qrOfText('ਹ'.repeat(400))).toThrow(/1200 bytes do not fit/);
});
