import { afterAll, describe, expect, test } from 'vitest';
import { topicsOf, type Edition } from '../../src/content/edition.ts';
import { bc } from '../../src/content/editions/bc.ts';
import { newEdition } from '../../src/content/editions/index.ts';
import { leicester } from '../../src/content/editions/leicester.ts';
import { pageAt, pagesOf as pageIdsOf } from '../../src/site/addresses.ts';
import { edition, ownLook as look } from '../fixtures/edition.ts';
import { all, drawSite, pagesOf, textOf } from '../fixtures/drawn-site.ts';
import { copyWords } from '../fixtures/words-copy.ts';

/** An edition that has no source on two topics, one of which the first page leads to. */
const { 'telling-others': _, treatment: __, ...leaflet } = edition.leaflet;
const smaller: Edition = { ...edition, leaflet };

describe('a topic on which an edition has no source', () => {
  const copy = copyWords();
  afterAll(copy.remove);
  // Words of its own on what it does not tell would stop the build.
  copy.changeInAll(edition.id, ({ words }) => {
    for (const topic of ['telling-others', 'treatment']) delete words?.[topic];
  });
  const pages = pagesOf(drawSite({ edition: smaller }, copy.root));

  test('has no page, and every other has', () => {
    expect(topicsOf(smaller)).not.toContain('treatment');
    expect(new Set(pages.map(({ page }) => page))).toEqual(new Set(pageIdsOf(smaller)));
    expect(pages.filter(({ page }) => page === 'treatment' || page === 'telling-others')).toEqual([]);
  });

  test('has no link that leads to it, and no place on the page that holds all', () => {
    const dead = pages.flatMap(({ document, path }) => all(document, 'a[href^="/"]').map((link) => (link.getAttribute('href') ?? '').split('#')[0]?.slice(1) ?? '').filter((to) => to.includes('/') && !pages.some((page) => page.path === to) && pageAt(to)).map((to) => `${path} → ${to}`));
    expect(dead).toEqual([]);
    for (const { document } of pages.filter(({ page }) => page === 'all')) expect(all(document, '.chapter').map(({ id }) => id)).toEqual(topicsOf(smaller));
  });
});

describe('a phone line that no source names', () => {
  const pages = pagesOf(drawSite({ edition: { ...newEdition, languages: ['en', 'ar'] } }));
  const urgentOnly = pagesOf(drawSite({ edition: { ...bc, phones: { urgent: bc.phones.advice }, languages: ['en', 'ar'] } }));

  test('is nowhere, and the rest of the page stands', () => {
    expect(pages.filter(({ document }) => all(document, 'a[href^="tel:"]').length > 0).map(({ path }) => path)).toEqual([]);
    const help = pages.find(({ path }) => path === 'ar/get-help/');
    expect(all(help?.document as Document, 'section.block').map(({ id }) => id)).toEqual(['emergency', 'signs', 'say']);
  });

  test('leaves no empty place in a sentence', () => {
    expect([...pages, ...urgentOnly].filter(({ html }) => /\{\{|undefined|NaN|\p{L} (<bdi[^>]*><\/bdi>)?\./u.test(html.replace(/<(script|style)[\s\S]*?<\/\1>/g, '').replace(/data-[\w-]+="[^"]*"/g, ''))).map(({ path }) => path)).toEqual([]);
  });
});

describe('what an edition cannot know is not put into a sentence', () => {
  test('a number that a sentence needs stops the build, which says which', () => {
    const { numbers: ___, ...without } = leicester;
    expect(() => drawSite({ edition: without as Edition })).toThrow(/needs \{\{\w+\}\}, and the edition gives no such fact\. Give the fact in src\/content\/editions, or leave its block out\./);
  });

  test('a block that only another edition has words for stops the build, which says which', () => {
    const telling = { ...bc, leaflet: { ...bc.leaflet, 'hospital-visits': [['beyond-guidance', 'leicester-cro']] } } as unknown as Edition;
    expect(() => drawSite({ edition: telling })).toThrow('blocks.beyond-guidance: missing, but edition "bc" tells it');
  });
});

describe('colours and a logo of its own', () => {
  test('reach every page, and the policy knows them', () => {
    const site = drawSite({ edition: { ...edition, look } });
    const plain = drawSite();
    expect(site.styleHashes[0]).not.toBe(plain.styleHashes[0]);
    for (const { html } of pagesOf(site)) for (const colour of ['#00456b', '#003354', '#8fd0f5', '#b5e1fa']) expect(html).toContain(colour);
    const [style] = all(pagesOf(site)[0]?.document as Document, 'style');
    expect(textOf(style)).toMatch(/prefers-color-scheme:dark\)\{:root\{[^}]*--\w+:#8fd0f5/);
  });
});
