import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { fileOfKey, filesFor, keyOf, languageOf, languagesToKeep, locate, obsolete, packFile, packTag, typeOf } from '../../../src/sw/plan.ts';
import { storePrefix } from '../../../src/sw/messages.ts';
import { besidePage, pageName, type Release } from '../../../src/sw/release.ts';
import { releaseOf } from './release-of.ts';

const release = releaseOf();
const deep = releaseOf({ base: '/a/b/' });

describe('finding what an address names', () => {
  test.each([
    ['/', { kind: 'list' }],
    ['/en/', { kind: 'page', tag: 'en', address: 'en/' }],
    ['/zh-Hans/home-hygiene/', { kind: 'page', tag: 'zh-Hans', address: 'zh-Hans/home-hygiene/' }],
    ['/assets/app.1.js', { kind: 'file', path: 'assets/app.1.js' }],
    ['/index.html', { kind: 'redirect', to: '/' }],
    ['//', { kind: 'redirect', to: '/' }],
    ['/en', { kind: 'redirect', to: '/en/' }],
    ['/EN/', { kind: 'redirect', to: '/en/' }],
    ['/ZH-hans//Card', { kind: 'redirect', to: '/zh-Hans/card/' }],
    ['/en//', { kind: 'redirect', to: '/en/' }],
    ['//en/card/', { kind: 'redirect', to: '/en/card/' }],
    ['/en/card/index.html', { kind: 'redirect', to: '/en/card/' }],
    ['/en/home%2Dhygiene/', { kind: 'redirect', to: '/en/home-hygiene/' }],
    ['/en/%E0%A4%A/', { kind: 'elsewhere', tag: 'en' }],
    ['/%E0%A4%A/', { kind: 'elsewhere', tag: undefined }],
    ['/en/no-such-page/', { kind: 'elsewhere', tag: 'en' }],
    ['/en/not-kept/', { kind: 'elsewhere', tag: 'en' }],
    ['/xx/card/', { kind: 'elsewhere', tag: undefined }],
    ['/constructor/', { kind: 'elsewhere', tag: undefined }],
    ['/toString', { kind: 'elsewhere', tag: undefined }],
    ['/assets/older.2.js', { kind: 'file', path: 'assets/older.2.js' }],
    ['/sw.js', { kind: 'elsewhere', tag: undefined }],
    ['/assets/staff.1.js', { kind: 'file', path: 'assets/staff.1.js' }],
    ['/assets%2Fstaff/', { kind: 'elsewhere', tag: undefined }],
    ['/assets/', { kind: 'elsewhere', tag: undefined }],
  ])('%s', (path, place) => {
    expect(locate(path, release)).toEqual(place);
  });

  test('a site in a folder answers for that folder alone', () => {
    expect(locate('/a/b/AR', deep)).toEqual({ kind: 'redirect', to: '/a/b/ar/' });
    expect(locate('/a/b/ar/', deep)).toEqual({ kind: 'page', tag: 'ar', address: 'ar/' });
    expect(locate('/ar/', deep)).toEqual({ kind: 'elsewhere', tag: undefined });
  });

  test('no address throws, and every redirect leads to a page or the list', () => {
    const segment = fc.oneof(fc.string(), fc.constantFrom('en', 'AR', 'card', '', '%', '%2F', '..', 'index.html'));
    fc.assert(
      fc.property(fc.array(segment), (segments) => {
        const place = locate(new URL('https://leaflet.test/' + segments.join('/')).pathname, release);
        if (place.kind === 'redirect') expect(['page', 'list']).toContain(locate(place.to, release).kind);
      }),
      { numRuns: 500 },
    );
  });
});

describe('the file that a pack or an asset is', () => {
  test.each([
    ['packs/zh-Hans.1f3a.json', 'zh-Hans'],
    ['assets/staff.1f3a.json', 'assets/staff'],
    ['assets/app.1f3a.js', undefined],
    ['icon.svg', undefined],
    ['packs/', undefined],
  ])('%s', (path, tag) => {
    expect(packTag(path)).toBe(tag);
  });
});

describe('the name of a file beside a page', () => {
  test.each([
    ['', 'list'],
    ['zh-Hans/', 'home'],
    ['zh-Hans/home-hygiene/', 'home-hygiene'],
  ])('that lies at "%s" holds "%s"', (address, name) => {
    expect(pageName(address)).toBe(name);
    expect(besidePage('assets/difference-zh-Hans.1f3a.txt', pageName(address))).toBe(`assets/difference-zh-Hans-${name}.1f3a.txt`);
  });
});

describe('languages to keep', () => {
  test('English, what was kept before, and what open pages show, each once', () => {
    const open = ['https://leaflet.test/ar/card/?x#y', 'https://leaflet.test/PA', 'https://leaflet.test/'];
    expect(languagesToKeep(release, ['ar', 'zh-Hans'], open)).toEqual(['en', 'ar', 'zh-Hans', 'pa']);
  });

  test('a tab at a malformed address breaks nothing and still tells its language', () => {
    expect(languagesToKeep(release, [], ['https://leaflet.test/ar/%E0%A4%A/'])).toEqual(['en', 'ar']);
  });

  test('a language that the release does not have is not kept', () => {
    expect(languagesToKeep(release, ['tlh', 'constructor'], ['https://leaflet.test/tlh/'])).toEqual(['en']);
  });

  test('pages of another site at the same origin count for nothing', () => {
    expect(languageOf('https://leaflet.test/ar/', deep)).toBeUndefined();
    expect(languageOf('https://leaflet.test/a/b/ar/', deep)).toBe('ar');
  });

  test('each language adds its pack to the shell', () => {
    const shell = Object.keys(release.shell);
    expect(filesFor(release, ['en', 'ar']).map(({ path }) => path)).toEqual([...shell, 'packs/en.1.json', 'packs/ar.1.json']);
  });

  test.each([
    ['/ar/card/?src=qr#now', 'assets/rest-card.1.txt'],
    ['/ar/', 'assets/rest-home.1.txt'],
    ['/en/card/', 'assets/rest-en-card.1.txt'],
    ['/en/', 'assets/rest-en-home.1.txt'],
    ['/', 'assets/rest-list.1.txt'],
    ['/ar/%E0%A4%A/', undefined],
  ])('beside %s, English may come as %s', (page, path) => {
    const { packs } = release;
    const rested = { ...release, packs: { ...packs, en: { ...packs['en'], rest: 'assets/rest-*.1.txt' } } } as Release;
    const open = ['https://leaflet.test/elsewhere', `https://leaflet.test${page}`];
    expect(packFile('en', rested, open)?.ways).toEqual(path && [{ path, page: open[1] }]);
    expect(packFile('en', release, open)?.ways).toBeUndefined();
  });
});

describe('the ways to a pack', () => {
  const { packs } = release;
  const english = { path: 'packs/en.1.json', hash: packs['en']?.hash };
  const apart = { ...release, packs: { ...packs, ar: { ...packs['ar'], difference: 'assets/difference-ar.1.txt' } } } as Release;
  const whole = { path: 'assets/difference-ar.1.txt', from: english };

  test('of another language are its difference without what its open page brings, then its difference', () => {
    const page = 'https://leaflet.test/ar/card/';
    expect(packFile('ar', apart, [page])?.ways).toEqual([{ path: 'assets/difference-ar-card.1.txt', from: english, page }, whole]);
  });

  test.each(['/en/card/', '/', '/ar/nowhere/'])('beside %s, which brings no word of it, are its difference alone', (page) => {
    expect(packFile('ar', apart, [`https://leaflet.test${page}`])?.ways).toEqual([whole]);
  });
});

describe('names in the store', () => {
  test('a key says where and what, and is read back', () => {
    const file = { path: 'assets/app.1.js', hash: 'a+b/c=' };
    expect(keyOf('/a/b/', file)).toBe('/a/b/assets/app.1.js?a+b/c=');
    const { pathname, search } = new URL(keyOf('/a/b/', file), 'https://leaflet.test');
    expect(fileOfKey('/a/b/', pathname + search)).toEqual(file);
  });

  test('the record is no file, the list of languages is', () => {
    expect(fileOfKey('/', '/?record')).toBeUndefined();
    expect(fileOfKey('/', '/?c2hh')).toEqual({ path: '', hash: 'c2hh' });
  });

  test('the store of a folder does not begin like that of the folder above', () => {
    expect(storePrefix('/a/b/').startsWith(storePrefix('/a/'))).toBe(false);
  });

  test('the page of languages and every pack page are HTML', () => {
    for (const address of ['', 'en/card/']) expect(typeOf(address)).toMatch(/^text\/html/);
    expect(typeOf('assets/app.1.js')).toMatch(/^text\/javascript/);
    expect(typeOf('assets/manifest.1.webmanifest')).toBe('application/manifest+json; charset=utf-8');
  });
});

describe('giving up what an earlier release needed', () => {
  const old = releaseOf({ version: '0' });
  const tags = ['en', 'ar'];
  const stored = [...filesFor(old, [...tags, 'pa']), ...filesFor(release, tags)];
  const paths = (missing: string[]) =>
    obsolete(stored, filesFor(release, tags), new Set(missing)).map(({ path, hash }) => `${path} ${hash}`);

  test('all of it, once the new release is whole', () => {
    const given = [...filesFor(old, [...tags, 'pa'])].map(({ path, hash }) => `${path} ${hash}`);
    expect(paths([])).toEqual(given.filter((name) => !filesFor(release, tags).some(({ path, hash }) => name === `${path} ${hash}`)));
  });

  test('not the older pack of a language whose new pack is missing', () => {
    const left = paths(['packs/ar.1.json']);
    expect(left).not.toContain('packs/ar.0.json hash of ar 0');
    expect(left).toContain('packs/en.0.json hash of en 0');
  });

  test('no older part of the shell while the new shell is not whole', () => {
    const left = paths(['assets/app.1.js']);
    expect(left).not.toContain('assets/app.0.js hash of app 0');
    expect(left).toContain('packs/en.0.json hash of en 0');
  });
});
