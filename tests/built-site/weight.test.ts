import { describe, expect, test } from 'vitest';
import { pageIds, pathOf, type PageId } from '../../src/site/addresses.ts';
import { edition } from '../fixtures/edition.ts';
import { builtSite } from '../fixtures/built-site.ts';
import { bytesOnTheWire, namedInWorker } from '../fixtures/built-files.ts';
import { languageTags } from '../../src/i18n/languages.ts';

const folder = await builtSite();

/** Languages beyond the five that the limits were set with. Each adds its name to every page, and its files to the worker: with a sixth, 37 bytes of a page, 67 of the list and 179 of what is kept (measured). */
const further = Math.max(0, languageTags.length - 5);

/**
 * Most bytes of a page after brotli, one in a hundred above what is measured: a word changed anywhere moves other pages by some twenty bytes.
 * On the wire some 6,900 more are read before it can be, most of them the connection's (measured by the bench): 7,100 make 14,000.
 */
const usual = 7_800;
/** Pages that carry more, each for a reason. */
const more: Partial<Record<PageId, number>> = {
  // Eleven drawn moves, the timer and its style.
  'hand-washing': 14_200,
  // Every source by its name and address.
  about: 9_700,
  // The sentence twice, and a form.
  card: 9_400,
  // Its island's style and words.
  saved: 10_300,
  // The whole leaflet, for paper: not what a camera opens.
  all: 17_250,
  // Its title, every question, every block that may be asked about, in two languages, and both lists of signs.
  questions: 13_000,
  // Codes, and on paper two pages at once; for staff.
  share: 10_700,
  sheet: 12_700,
  poster: 9_500,
};

describe('what a phone has to fetch', () => {
  test.each(pageIds)('for the page %s is little, in every language', (page) => {
    const weights = languageTags.map((tag) => [tag, bytesOnTheWire(folder, `${pathOf(tag, page)}index.html`)] as const);
    expect(weights.filter(([, bytes]) => bytes > (more[page] ?? usual) + 40 * further)).toEqual([]);
    expect(weights.every(([, bytes]) => bytes > 1_000)).toBe(true);
  });

  test('for the list of languages is less than for a page', () => {
    expect(bytesOnTheWire(folder, 'index.html')).toBeLessThan(4_900 + 70 * further);
  });

  // 60,000 on the wire less what connection and headers take; the words of another language come on top, and those of an edition with more of its own.
  const most = (tag: string) => (tag === 'en' ? 50_100 : 63_600) + (edition.id === 'bc' ? 0 : 1_000) + 190 * further;

  test.each(languageTags)('to keep %s and English is little', (tag) => {
    const { shell, packs, differences } = namedInWorker(folder);
    const one = (path: string | undefined) => bytesOnTheWire(folder, path ?? 'nothing');
    const english = one(packs.find(({ path }) => path.startsWith('packs/en.'))?.path.replace(/packs\/en\.(.*)json/, `assets/rest-${tag === 'en' ? 'en-' : ''}home-hygiene.$1txt`));
    const other = tag === 'en' ? 0 : one(differences.find((path) => path.startsWith(`assets/difference-${tag}.`))?.replace('.', '-home-hygiene.'));
    const page = bytesOnTheWire(folder, `${tag}/home-hygiene/index.html`);
    const all = page + bytesOnTheWire(folder, 'sw.js') + shell.map(({ path }) => one(path)).reduce((sum, bytes) => sum + bytes, 0) + english + other;
    expect(all).toBeGreaterThan(20_000);
    expect(all).toBeLessThanOrEqual(most(tag));
  });
});
