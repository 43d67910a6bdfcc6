import { describe, expect, test } from 'vitest';
import { pseudoLanguages } from '../../src/i18n/languages.ts';
import { dayInWords } from '../../src/parts/day.ts';
import { sources } from '../../src/content/sources.ts';
import { edition } from '../fixtures/edition.ts';
import { all, drawSite, only, pagesOf, type DrawnPage } from '../fixtures/drawn-site.ts';

const pages = pagesOf(drawSite({ pseudo: true }));
const spokenNames = ['title', 'aria-label', 'alt', 'placeholder', 'data-saving', 'data-ready', 'data-failed', 'data-unsupported', 'data-update', 'data-update-button'];

/** Words that reach a reader through a translation: without data, names, what is in English on purpose, and days. */
function translatedText({ document, tag }: DrawnPage): string[] {
  const body = document.body.cloneNode(true) as HTMLElement;
  const spoken = all(body, '*').flatMap((element) => spokenNames.map((name) => element.getAttribute(name) ?? ''));
  for (const element of all(body, '[translate=no], [lang], svg, script')) element.remove();
  const days = [edition.checked, edition.due, ...Object.values(sources).map(({ read }) => read)].map((day) => dayInWords(day, tag));
  const text = [body.textContent ?? '', document.title, ...spoken];
  return text.map((part) => [...days, ...pseudoLanguages.map(({ autonym }) => autonym)].reduce((rest, name) => rest.replaceAll(name, ''), part));
}

/** The text outside all brackets: the long pseudo-language puts each sentence between two. */
function outsideBrackets(text: string): string {
  let depth = 0;
  return [...text].filter((character) => {
    if (character === '[') depth += 1;
    if (character === ']') depth -= 1;
    return depth === 0 && character !== ']';
  }).join('');
}

describe('the long pseudo-language', () => {
  const long = pages.filter(({ tag }) => tag === 'en-XA');

  test('has every page', () => {
    expect(long.length).toBe(pages.filter(({ tag }) => tag === 'en').length);
  });

  test('shows that every word of every page went through a translation', () => {
    for (const page of long) {
      const bare = translatedText(page).map(outsideBrackets).join(' ');
      expect([page.path, bare.match(/\p{L}{2,}/gu) ?? []]).toEqual([page.path, []]);
    }
  });

  test('fills its sentences in like every other', () => {
    const page = long.find(({ page: id }) => id === 'hand-washing') as DrawnPage;
    expect(only(page.document, '#steps > p:not(.sources)').textContent).toMatch(new RegExp(`^\\[.*${edition.handWashing.seconds.value}.*·\\]$`));
  });

  test('is longer than English', () => {
    const length = (tag: string) => pages.filter((page) => page.tag === tag).map((page) => (page.document.querySelector('main')?.textContent ?? '').length).reduce((sum, value) => sum + value, 0);
    expect(length('en-XA')).toBeGreaterThan(length('en') * 1.3);
  });
});

describe('the right-to-left pseudo-language', () => {
  test('has no Latin letter on any page, but in data and names', () => {
    for (const page of pages.filter(({ tag }) => tag === 'ar-XB')) {
      const version = /(?<!\w)[0-9a-f]{8}(?!\w)/g;
      const bare = translatedText(page).join(' ').replace(version, '');
      expect([page.path, bare.match(/[A-Za-z]+/g) ?? []]).toEqual([page.path, []]);
    }
  });
});

test('no pseudo-language is on any page of a build that did not ask for them', () => {
  for (const { html, path } of pagesOf(drawSite())) expect([path, /en-XA|ar-XB/.test(html)]).toEqual([path, false]);
});
