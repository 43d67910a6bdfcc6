import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { topicIds } from '../../src/content/topics.ts';
import { languages, pseudoLanguages } from '../../src/i18n/languages.ts';
import { pageAt, pageIds, pathOf } from '../../src/site/addresses.ts';

const tags = [...languages, ...pseudoLanguages].map(({ tag }) => tag);

describe('addresses', () => {
  test('the page at the address of a page is that page, in every language', () => {
    for (const tag of tags) for (const page of pageIds) expect(pageAt(pathOf(tag, page))).toEqual({ tag, page });
  });

  test('every topic has an address, and so have home, the whole leaflet, the family, the card, the questions, what is kept, the sources and the pages of staff', () => {
    expect(pageIds).toEqual(['home', ...topicIds, 'all', 'family', 'card', 'questions', 'saved', 'about', 'share', 'sheet', 'poster', 'not-kept']);
    expect(new Set(tags.flatMap((tag) => pageIds.map((page) => pathOf(tag, page)))).size).toBe(tags.length * pageIds.length);
  });

  test('are the ones that people share', () => {
    expect(pathOf('ar', 'home')).toBe('ar/');
    expect(pathOf('zh-Hans', 'home-hygiene')).toBe('zh-Hans/home-hygiene/');
  });

  test('an address that names a page is the only address of that page', () => {
    const piece = fc.constantFrom(...tags, ...pageIds, '', 'x', '..', 'index.html');
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.array(piece, { maxLength: 4 }).map((pieces) => pieces.join('/'))), (path) => {
        const found = pageAt(path);
        if (found) expect(pathOf(found.tag, found.page)).toBe(path);
      }),
    );
  });

  test.each(['', '/', 'en', 'en/home/', 'en/home-hygiene', 'en/home-hygiene//', 'en/no-such-page/', 'en/constructor/', '/en/', 'en/about/index.html'])('%j is the address of no page', (path) => {
    expect(pageAt(path)).toBeUndefined();
  });
});
