import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openStore } from '../../../src/sw/caches.ts';
import { restOf } from '../../../src/sw/rest.ts';
import { encodeDifference } from '../../../src/prerender/packs/encode-difference.ts';
import { findDifference } from '../../../src/prerender/packs/find-difference.ts';
import { sha256 } from '../../../src/prerender/hashes.ts';
import type { Served } from './fake-browser.ts';
import { basic, fakeBrowser, login } from './fake-browser.ts';

let browser: ReturnType<typeof fakeBrowser>;
beforeEach(() => {
  browser = fakeBrowser({});
});
afterEach(() => {
  vi.unstubAllGlobals();
});

describe('a language as its difference from English', () => {
  const page = (said: string) => `<!doctype html><title>${said}</title><p class="a long enough run of shared text">${said}</p>`;
  const pack = (tag: string, said: string) => JSON.stringify({ [`${tag}/`]: page(said) });
  const differenceTo = (said: string) => () => basic(new Uint8Array(encodeDifference(findDifference([page('carry')], [page(said)]))));
  const english = { path: 'packs/en.1.json', hash: sha256(pack('en', 'carry')) };
  const arabic = { path: 'packs/ar.2.json', hash: sha256(pack('ar', 'يحمل')), ways: [{ path: 'assets/difference-ar.2.txt', from: english }] };
  const paths = () => browser.requests.map(({ path }) => path);

  beforeEach(() => {
    browser.served['/packs/en.1.json'] = pack('en', 'carry');
    browser.served['/packs/ar.2.json'] = pack('ar', 'يحمل');
    browser.served['/assets/difference-ar.2.txt'] = differenceTo('يحمل');
  });

  test('is made of both, and the pack itself is not asked for', async () => {
    const store = openStore('/');
    await store.ensure(arabic);
    expect(await store.missing([english, arabic])).toEqual(new Set());
    expect(paths().toSorted()).toEqual(['/assets/difference-ar.2.txt', '/packs/en.1.json']);
  });

  test.each<[string, Served]>([
    ['of another release', differenceTo('يحملون')],
    ['that is a login page', login],
    ['that is not there', () => basic('not found', { status: 404 })],
  ])('one %s is passed over for the pack', async (_, answer) => {
    browser.served['/assets/difference-ar.2.txt'] = answer;
    const store = openStore('/');
    await store.ensure(arabic);
    expect(await store.missing([arabic])).toEqual(new Set());
    expect(paths()).toContain('/packs/ar.2.json');
  });

  test('beside a page that is not of this release, it is made by the difference alone', async () => {
    const [way] = arabic.ways;
    browser.served['/ar/'] = page('كلمات أخرى');
    browser.served['/assets/difference-ar-home.2.txt'] = () => basic(new Uint8Array(encodeDifference(findDifference([page('carry')], [page('يحمل')]), page('يحمل'))));
    const beside = { path: 'assets/difference-ar-home.2.txt', from: english, page: '/ar/' };
    const store = openStore('/');
    await store.ensure({ ...arabic, ways: [beside, ...arabic.ways] });
    expect(await store.missing([arabic])).toEqual(new Set());
    expect(paths()).toEqual(expect.arrayContaining([`/${beside.path}`, `/${way?.path}`]));
    expect(paths()).not.toContain('/packs/ar.2.json');
  });

  test('without English there is still the pack', async () => {
    browser.served['/packs/en.1.json'] = login;
    const store = openStore('/');
    await store.ensure(arabic);
    expect(await store.missing([english, arabic])).toEqual(new Set(['packs/en.1.json']));
  });
});

describe('English beside the page that is read', () => {
  const openPage = 'https://leaflet.test/ar/#now';
  const opened = (picture: string) => `<head><meta><title>أيدٍ</title><style>p{color:red}</style></head><svg>${picture}</svg><p>أيدٍ</p>`;
  const text = JSON.stringify({ 'en/': '<head><meta><title>Hands</title><style>p{color:red}</style></head><svg><path d="M0 0h9"/></svg><p>Hands</p>' });
  const english = { path: 'packs/en.1.json', hash: sha256(text), ways: [{ path: 'assets/rest-home.1.txt', page: openPage }] };
  const paths = () => browser.requests.map(({ path, cache }) => `${path} ${cache}`);

  beforeEach(() => {
    browser.served['/packs/en.1.json'] = text;
    browser.served['/assets/rest-home.1.txt'] = 'en/\n<0>Hands</title><1></head><2><p>Hands</p>';
    browser.served[openPage] = opened('<path d="M0 0h9"/>');
  });

  test('is made of what that page brought and of the rest, and the pack itself is not asked for', async () => {
    const store = openStore('/');
    await store.ensure(english);
    expect(await store.missing([english])).toEqual(new Set());
    expect(paths()).toEqual([`${openPage} only-if-cached`, '/assets/rest-home.1.txt default']);
  });

  test('is made of the words too of an English page, with its links to itself in all languages', async () => {
    const foot = (page: string) => `<footer><a href="/en/${page}">English</a><a href="/ar/${page}">العربية</a></footer>`;
    const pages = { 'en/': `<p>All about washing your hands</p>${foot('')}`, 'en/card/': `<p>Show this to the staff</p>${foot('card/')}`, 'en/family/': `<p>For whoever lives with you</p>${foot('family/')}` };
    const content = JSON.stringify(pages);
    const page = 'https://leaflet.test/en/card/';
    browser.served[page] = pages['en/card/'];
    const rest = restOf(pages, pages['en/card/'], 'card/');
    expect(rest.match(/العربية/g)).toHaveLength(1);
    browser.served['/assets/rest-en-card.1.txt'] = rest;
    const store = openStore('/');
    const file = { path: 'packs/en.1.json', hash: sha256(content), ways: [{ path: 'assets/rest-en-card.1.txt', page }] };
    await store.ensure(file);
    expect(await store.missing([file])).toEqual(new Set());
    expect(paths()).not.toContain('/packs/en.1.json default');
  });

  test.each<[string, string, Served]>([
    ['the page is of another release', openPage, opened('<path d="M0 0h8"/>')],
    ['the browser has not kept the page', openPage, () => { throw new TypeError('Failed to fetch'); }],
    ['the rest is a login page', '/assets/rest-home.1.txt', login],
  ])('comes as a pack where %s', async (_, path, answer) => {
    browser.served[path] = answer;
    const store = openStore('/');
    await store.ensure(english);
    expect(await store.missing([english])).toEqual(new Set());
    expect(paths()).toContain('/packs/en.1.json default');
  });

  test('comes as a pack where an older one is kept, whose pages the browser may have too', async () => {
    const store = openStore('/');
    browser.served['/packs/en.0.json'] = '{}';
    await store.ensure({ path: 'packs/en.0.json', hash: sha256('{}') });
    await store.ensure(english);
    expect(paths()).not.toContain('/assets/rest-home.1.txt default');
  });
});
