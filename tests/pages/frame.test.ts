import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { dataMarks } from '../../src/i18n/translator.ts';
import { languages, languageTags, spacesWords } from '../../src/i18n/languages.ts';
import { bundleStyles } from '../../src/prerender/draw/site-styles.ts';
import { policy } from '../../src/site/headers.ts';
import { isForStaff, pageIds, pathOf } from '../../src/site/addresses.ts';
import { all, drawSite, only, pagesOf, readHtml, textOf } from '../fixtures/drawn-site.ts';
import { namesTheDisease } from '../fixtures/disease-words.ts';
import { edition } from '../fixtures/edition.ts';
import { top } from '../fixtures/source-imports.ts';

const site = drawSite({ pseudo: true, site: 'https://leaflet.example' });
const pages = pagesOf(site);
const list = readHtml(site.pages.get('') ?? '');
const notFound = readHtml(site.notFound);
/** Every document of the site, with a name for messages. */
const documents: readonly (readonly [path: string, document: Document, html: string])[] = [
  ...pages.map(({ path, document, html }) => [path, document, html] as const),
  ['the list of languages', list, site.pages.get('') ?? ''],
  ['the page for a wrong address', notFound, site.notFound],
];
/** Which pages something is wrong with. */
const wrong = (isWrong: (document: Document, html: string) => unknown) => documents.filter(([, document, html]) => isWrong(document, html)).map(([path]) => path);

describe('every page', () => {
  test('is drawn in every language', () => {
    expect([...site.pages.keys()]).toEqual(['', ...[...languages.map(({ tag }) => tag as string), 'en-XA', 'ar-XB'].flatMap((tag) => pageIds.map((page) => pathOf(tag, page)))]);
  });

  test('is a whole document, in the one mode of browsers that follows the standards', () => {
    expect(wrong((_, html) => !html.startsWith('<!doctype html><html ') || !html.endsWith('</html>'))).toEqual([]);
  });

  test('has one heading of the first level and one main part, with the heading in it', () => {
    expect(wrong((document) => all(document, 'h1').length !== 1 || all(document, 'main').length !== 1 || all(document, 'main h1').length !== 1)).toEqual([]);
  });

  test('says its language and the way in which it runs', () => {
    const directions = new Map<string, string>([...languages.map(({ tag, dir }) => [tag, dir] as const), ['en-XA', 'ltr'], ['ar-XB', 'rtl']]);
    expect(pages.filter(({ document, tag }) => document.documentElement.lang !== tag || document.documentElement.dir !== directions.get(tag)).map(({ path }) => path)).toEqual([]);
    expect(directions.get('ar')).toBe('rtl');
    expect([list.documentElement.lang, list.documentElement.dir]).toEqual(['en', 'ltr']);
  });

  test('of text in another language says so: each autonym has its language and direction', () => {
    for (const { document, tag } of pages) {
      const links = all(document, '.languages li a');
      expect(links.map((link) => [link.lang, link.dir, link.getAttribute('hreflang')])).toEqual([...languages.map(({ tag: other, dir }) => [other, dir, other]), ['en-XA', 'ltr', 'en-XA'], ['ar-XB', 'rtl', 'ar-XB']]);
      expect(links.filter((link) => link.getAttribute('aria-current') === 'true').map((link) => link.lang)).toEqual([tag]);
    }
  });

  test('begins its levels of headings at one and leaves none out', () => {
    const levels = (document: Document) => all(document, 'h1, h2, h3, h4, h5, h6').map(({ tagName }) => Number(tagName.slice(1)));
    expect(wrong((document) => levels(document).some((level, index, before) => level > (before[index - 1] ?? 0) + 1))).toEqual([]);
  });

  test('has a place for news that a screen reader knows before anything is said there', () => {
    expect(pages.filter(({ document }) => textOf(only(document, '[data-news][role=status]:not([hidden])')) !== '').map(({ path }) => path)).toEqual([]);
  });

  test('has no empty heading, link, button, list or paragraph', () => {
    const empty = (document: Document) => all(document, 'h1, h2, h3, a, button, summary, ul, ol, dl, li, dt, dd, p:not([role=status], [hidden]), figcaption').filter((element) => textOf(element) === '');
    expect(wrong((document) => empty(document).length)).toEqual([]);
  });

  test('gives every id once, and names only ids that are there', () => {
    for (const [path, document] of documents) {
      const ids = all(document, '[id]').map(({ id }) => id);
      expect([path, ids.filter((id, index) => ids.indexOf(id) !== index)]).toEqual([path, []]);
      const named = all(document, '[aria-labelledby], [aria-describedby]').flatMap((element) => (element.getAttribute('aria-labelledby') ?? element.getAttribute('aria-describedby') ?? '').split(' '));
      const used = all(document, 'use').map((element) => (element.getAttribute('href') ?? '').slice(1));
      expect([path, [...named, ...used].filter((id) => !ids.includes(id))]).toEqual([path, []]);
    }
  });

  test('carries no style attribute and no script in an attribute, which the policy would refuse', () => {
    const refused = (document: Document) => all(document, '*').flatMap((element) => [...element.attributes]).filter(({ name, value }) => name === 'style' || name.startsWith('on') || /^\s*javascript:/i.test(value));
    expect(wrong((document) => refused(document).length)).toEqual([]);
  });

  test('has no script but the one of the build, and that of staff on their pages', () => {
    for (const [path, document] of documents) {
      const scripts = all(document, 'script');
      expect([path, scripts.map((script) => [script.getAttribute('src'), script.getAttribute('type'), textOf(script)])]).toEqual([path, [['/assets/app.00000000.js', 'module', ''], ...(isForStaff(path) ? [['/assets/staff.00000000.js', 'module', '']] : [])]]);
    }
  });

  test('asks nobody else for anything', () => {
    const asked = (document: Document) => all(document, '[src], link[href]:not([rel=alternate]):not([rel=canonical])').map((element) => element.getAttribute('src') ?? element.getAttribute('href') ?? '');
    expect(wrong((document) => asked(document).some((url) => !url.startsWith('/') || url.startsWith('//')))).toEqual([]);
    expect(wrong((document) => all(document, 'iframe, object, embed, img[src^=http], [srcset], link[rel=preconnect], link[rel=dns-prefetch]').length)).toEqual([]);
  });

  test('carries the policy before all that it governs, with the hash of each of its styles', () => {
    for (const [path, document, html] of documents) {
      const styles = [...html.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(([, style = '']) => createHash('sha256').update(style).digest('base64'));
      expect([path, styles.length > 0, styles.filter((hash) => !site.styleHashes.includes(hash))], 'what the header lets in').toEqual([path, true, []]);
      expect([path, only(document, 'meta[http-equiv]').getAttribute('content')]).toEqual([path, policy(styles, 'meta')]);
      const [first, second] = [...document.head.children];
      expect([path, first?.getAttribute('charset'), second?.getAttribute('http-equiv')]).toEqual([path, 'utf-8', 'Content-Security-Policy']);
    }
  });

  test('wears the style of pages that lead to topics, or hold more than one, where anything on it is drawn by that', () => {
    const { page, further } = bundleStyles(join(top, 'src'), edition.look);
    const classesOf = (text: string) => new Set(text.replace(/\{[^{}]*\}/g, '{}').match(/\.[a-z][\w-]*/g));
    const own = [...classesOf(further.text)].filter((selector) => !classesOf(page.text).has(selector)).join(',');
    expect(wrong((_, html) => !html.includes(page.text))).toEqual([]);
    expect(documents.filter(([, document, html]) => document.querySelector(own) && !html.includes(further.text)).map(([path]) => path)).toEqual([]);
    expect(documents.filter(([, document]) => document.querySelector(own)).map(([path]) => path)).toContain('en/');
  });

  test('keeps its letters as large as they are on an iPhone that is held sideways', () => {
    expect(wrong((_, html) => !/html\{[^}]*-webkit-text-size-adjust:100%/.test(html))).toEqual([]);
  });

  test('does not name the disease in its title', () => {
    expect(wrong((document) => namesTheDisease(textOf(only(document, 'title'))))).toEqual([]);
    const titles = pages.filter(({ tag }) => tag === 'en').map(({ document }) => textOf(only(document, 'title')));
    expect(new Set(titles).size).toBe(titles.length);
    for (const title of titles) expect(title).toMatch(/^.+ · Handleaf$/);
  });

  test('can be made bigger, and its numbers are not taken for phone numbers', () => {
    expect(wrong((document) => only(document, 'meta[name=viewport]').getAttribute('content') !== 'width=device-width, initial-scale=1')).toEqual([]);
    expect(pages.filter(({ document }) => only(document, 'meta[name=format-detection]').getAttribute('content') !== 'telephone=no').map(({ path }) => path)).toEqual([]);
  });

  test('is not offered to search engines while it is a draft', () => {
    expect(wrong((document) => only(document, 'meta[name=robots]').getAttribute('content') !== 'noindex')).toEqual([]);
  });

  test('shows no gap: no placeholder, no mark around data, nothing undefined', () => {
    // What the phone fills in.
    const bare = (html: string) => html.replace(/data-(props|long)="[^"]*"/g, '').replace(/<style>[\s\S]*?<\/style>/g, '');
    expect(wrong((_, html) => html.includes(dataMarks.open) || html.includes(dataMarks.close))).toEqual([]);
    expect(wrong((_, html) => /\{\{|\}\}|>undefined<|\bNaN\b|\[object |returned an object/.test(bare(html)))).toEqual([]);
  });
});

describe('the pages of one text in all languages', () => {
  test('name each other, and the list of languages for everybody else', () => {
    for (const { document, page, path } of pages.filter((drawn) => drawn.page !== 'not-kept')) {
      const links = all(document, 'link[rel=alternate]').map((link) => [link.getAttribute('hreflang'), link.getAttribute('href')]);
      expect([path, links]).toEqual([path, [...site.tags.map((tag) => [tag, `https://leaflet.example/${pathOf(tag, page)}`]), ['x-default', 'https://leaflet.example/']]]);
    }
  });

  test('name each other by their paths where the origin is not known', () => {
    const unplaced = [...drawSite().pages].filter(([path, html]) => !html.includes('<link rel="alternate" hreflang="x-default" href="/"/>') && !path.endsWith('/not-kept/'));
    expect(unplaced.map(([path]) => path)).toEqual([]);
  });

  test('are named by none of the pages that only the worker answers with', () => {
    expect(pages.filter(({ document, page }) => page === 'not-kept' && all(document, 'link[rel=alternate]').length > 0)).toEqual([]);
  });

  test('break a heading between words only, where words do not stand apart by spaces', () => {
    const headings = pages.filter(({ page }) => page === 'get-help').map(({ document, tag }) => [tag, only(document, 'h1').innerHTML] as const);
    expect(headings.filter(([, html]) => html.includes('<wbr>')).map(([tag]) => tag)).toEqual(languageTags.filter((tag) => !spacesWords(tag)));
    expect(new Map(headings).get('zh-Hans')).toContain('去<wbr>哪里<wbr>寻求');
  });

  test('keep a word with hyphens in a heading together, with the sign behind it, where words stand apart by spaces', () => {
    const pieces = (topic: string) => pages.filter(({ page, tag }) => page === topic && tag === 'fr').flatMap(({ document }) => all(document, 'h1 span').map(textOf));
    expect([pieces('family-testing'), pieces('how-it-spreads'), pieces('get-help')]).toEqual([['a-t-elle'], ['transmettent-ils ?'], []]);
  });

  test('have the same structure in every language', () => {
    const shape = (document: Document) => all(document, 'main *').filter((element) => !element.closest('.draft, blockquote, bdi, svg, .top span')).map(({ tagName }) => tagName).filter((name) => !['BDI', 'WBR'].includes(name)).join(' ');
    for (const page of pageIds) {
      const shapes = pages.filter((drawn) => drawn.page === page && drawn.tag !== 'en').map(({ document }) => shape(document));
      expect([page, new Set(shapes).size]).toEqual([page, 1]);
    }
  });
});

describe('the list of languages', () => {
  test('offers each by its own name, with its English name for staff, and no flag', () => {
    for (const document of [list, notFound]) {
      const entries = all(document, '.language-list a');
      expect(entries.map((link) => [link.getAttribute('href'), textOf(link.querySelector('strong')), link.lang, link.dir])).toEqual([
        ...languages.map(({ tag, autonym, dir }) => [`/${tag}/`, autonym, tag, dir]),
        ['/en-XA/', '[Ḷöñg Ëñglîsh]', 'en-XA', 'ltr'],
        ['/ar-XB/', '[RTL English]', 'ar-XB', 'rtl'],
      ]);
      expect(textOf(entries[1]?.querySelector('small'))).toBe('Punjabi');
      expect(document.body.innerHTML).not.toMatch(/[\u{1f1e6}-\u{1f1ff}]/u);
    }
  });

  test('sends nobody anywhere', () => {
    expect(all(list, 'meta[http-equiv=refresh]')).toEqual([]);
  });

  test('says in every language that there is no page at a wrong address, and only there', () => {
    expect(all(notFound, 'main > p').map((element) => [element.lang, element.dir])).toEqual([...languages.map(({ tag, dir }) => [tag, dir]), ['en-XA', 'ltr'], ['ar-XB', 'rtl']]);
    expect(textOf(notFound.querySelector('p[lang=en]'))).toBe('There is no such page');
    expect([list, notFound].map((document) => textOf(only(document, 'title')))).toEqual(['Handleaf', 'There is no such page · Handleaf']);
    expect(all(list, 'main > p').map(({ className }) => className)).toEqual(['staff-way']);
  });
});
