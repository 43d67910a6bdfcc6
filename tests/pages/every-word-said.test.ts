import { expect, test } from 'vitest';
import type { Edition } from '../../src/content/edition.ts';
import { editions, newEdition } from '../../src/content/editions/index.ts';
import { drawSite } from '../fixtures/drawn-site.ts';
import { speak } from '../fixtures/locale-words.ts';

const line = { value: { display: '0116 000 0000', dial: '01160000000' }, sources: ['leicester-cro'] } as const;
const approval = { by: 'A', on: '2026-11-20', hash: '0123456789abcdef' };
const { 'family-testing': _, ...leaflet } = newEdition.leaflet;

/** With what no shipped edition has, and without what every shipped one tells. */
const unusual: Edition = {
  ...newEdition,
  publisher: 'A hospital',
  contact: 'A desk',
  phones: { urgent: line, advice: line, deaf: line, interpreter: line },
  wards: [{ id: 'ward-7', name: 'Ward 7', phone: line }],
  approvals: { en: approval, fr: approval },
  leaflet: { ...leaflet, 'get-help': [...leaflet['get-help'], ['phones', 'leicester-cro']] },
};

/** Said by the page that stands in for one that is not there; and how each place is named, in whatever sentence needs it. */
const notLookedFor = /^ui:notFound$|:(region|inRegion|outsideCountry)$/;

/** Letters only, so that it does not matter what stands around data, or how a page writes a quotation mark. */
const letters = (text: string) => text.replace(/[^\p{L}\p{M}]+/gu, ' ').trim();

/** Keys of the words in English and French, each with whether some page says them. French, because some is said of translations alone. */
function keysOf(edition: Edition): [key: string, isSaid: boolean][] {
  const pages = [...drawSite({ edition }).pages.values()].map((html) => html.replace(/&(quot|amp|#39|lt|gt);/g, ' '));
  const said = pages.map((html) => `${letters(html.replace(/<[^>]*>/g, ''))} ${letters(html)}`).join(' ');
  const sentences = speak(edition).flatMap((language) => (language.tag === 'en' || language.tag === 'fr' ? [...language.sentences] : []));
  return sentences.map(([key, text]) => [key, text.split(/\{\{\w+\}\}/).every((piece) => said.includes(letters(piece)))]);
}

test('every sentence is said on some page of some edition', () => {
  const keys = [...Object.values(editions), newEdition, unusual].flatMap(keysOf);
  const said = new Set(keys.flatMap(([key, isSaid]) => (isSaid ? [key] : [])));
  expect(keys.flatMap(([key]) => (said.has(key) || notLookedFor.test(key) ? [] : [key]))).toEqual([]);
}, 180_000);
