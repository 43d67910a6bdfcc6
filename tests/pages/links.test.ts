import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sources } from '../../src/content/sources.ts';
import { all, builtAssets, drawSite, pagesOf, readHtml } from '../fixtures/drawn-site.ts';
import { edition, toldTopics } from '../fixtures/edition.ts';
import { top } from '../fixtures/source-imports.ts';

describe.each(['/', '/a/b/'])('served from %s', (base) => {
  const site = drawSite({ base });
  const documents = new Map([...site.pages].map(([path, html]) => [path, readHtml(html)]));
  const isFile = (path: string) => Object.values<string>(builtAssets).includes(path) || site.manifests.has(path) || site.files.has(path) || existsSync(join(top, 'public', path));

  test('every link leads to a page, a place on a page, a file, a phone or a source', () => {
    const outside = new Set<string>([...Object.values(sources), ...(edition.reading ?? []).map(({ value }) => value)].map(({ url }) => url));
    let followed = 0;
    for (const [from, document] of [...documents, ['404.html', readHtml(site.notFound)] as const]) {
      for (const element of all(document, 'a[href], link[href], script[src]')) {
        const to = element.getAttribute('href') ?? element.getAttribute('src') ?? '';
        followed += 1;
        if (outside.has(to) || /^tel:\+?\d+$/.test(to)) continue;
        // The page that the worker answers with stands at the address that was asked for: an empty link asks again.
        if (to === '' && from.endsWith('not-kept/')) continue;
        const [, path, place] = to.match(/^([^#]*)#?(.*)$/) ?? [];
        const target = path === '' ? document : documents.get(path?.startsWith(base) ? path.slice(base.length) : 'nothing');
        expect([from, to, Boolean(target) || isFile(path?.slice(base.length) ?? '')]).toEqual([from, to, true]);
        // It stands in for other pages; by itself it would say without end that there is no network.
        if (element.localName === 'a') expect([from, to]).not.toEqual([from, expect.stringMatching(/\/not-kept\/$/)]);
        if (place) expect([from, to, target && all(target, `[id="${place}"]`).length]).toEqual([from, to, 1]);
      }
    }
    expect(followed).toBeGreaterThan(3000);
  });

  test('nothing lies outside of that folder', () => {
    for (const [from, document] of documents) {
      const addresses = all(document, '[href^="/"], [src^="/"]').map((element) => element.getAttribute('href') ?? element.getAttribute('src') ?? '');
      expect([from, addresses.filter((address) => !address.startsWith(base))]).toEqual([from, []]);
      expect(document.documentElement.dataset['base']).toBe(base);
    }
  });

  test('every page can be reached from the list of languages, without a script', () => {
    const reached = new Set(['']);
    for (const path of reached) {
      for (const link of all(documents.get(path) ?? readHtml(''), 'a[href]')) {
        const to = (link.getAttribute('href') ?? '').replace(/#.*$/, '');
        if (to.startsWith(base) && documents.has(to.slice(base.length))) reached.add(to.slice(base.length));
      }
    }
    expect([...documents.keys()].filter((path) => !reached.has(path) && !path.endsWith('/not-kept/'))).toEqual([]);
  });
});

describe('the foot of a page', () => {
  const footed = pagesOf(drawSite());
  const linksIn = (document: Document, selector: string) => all(document, `footer ${selector}`).map((link) => link.getAttribute('href'));

  test('leads to the pages that are no topic, and to the check from every page that does not hold it', () => {
    for (const { document, page, path, tag } of footed) {
      const others = ['all/', 'questions/', ...(page === 'all' || page === 'questions' ? [] : ['questions/#check']), 'saved/', 'about/', 'share/'];
      expect([path, linksIn(document, '.plain-links a')]).toEqual([path, others.map((to) => `/${tag}/${to}`)]);
    }
  });

  test('leads to every topic and marks the one that is open, where the page does not list them itself', () => {
    for (const { document, page, path, tag } of footed) {
      const own = page === 'home' || page === 'not-kept';
      expect([path, linksIn(document, '.topics a')]).toEqual([path, own ? [] : toldTopics.map((topic) => `/${tag}/${topic}/`)]);
      expect([path, linksIn(document, '.topics [aria-current=page]')]).toEqual([path, toldTopics.filter((topic) => topic === page).map((topic) => `/${tag}/${topic}/`)]);
    }
  });
});

describe('a link to another site', () => {
  test('tells it nothing about the reader', () => {
    const links = pagesOf(drawSite()).flatMap(({ document }) => all(document, 'a[href^=http]'));
    expect(links.length).toBeGreaterThan(50);
    expect(links.filter((link) => !link.getAttribute('rel')?.split(' ').includes('noreferrer') || link.getAttribute('target'))).toEqual([]);
  });
});
