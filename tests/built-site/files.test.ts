import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { styleHashesOf } from '../../src/prerender/hosts/style-hashes.ts';
import { isForStaff, pageIds, pathOf } from '../../src/site/addresses.ts';
import { builtSite } from '../fixtures/built-site.ts';
import { filesIn, readBuilt } from '../fixtures/built-files.ts';
import { namesTheDisease } from '../fixtures/disease-words.ts';
import { languageTags } from '../../src/i18n/languages.ts';

const folder = await builtSite();
const files = filesIn(folder);
const html = files.filter((path) => path.endsWith('.html') && !path.startsWith('assets/'));

describe('a build', () => {
  test('holds each page of each language where the contract says', () => {
    const pages = languageTags.flatMap((tag) => pageIds.map((page) => `${pathOf(tag, page)}index.html`));
    expect(html).toEqual([...pages, 'index.html', '404.html'].sort());
    expect(files).toContain('ar/home-hygiene/index.html');
  });

  test('holds the worker, and one that takes it away', () => {
    expect(files).toEqual(expect.arrayContaining(['sw.js', 'kill/sw.js']));
    expect(readBuilt(folder, 'kill/sw.js')).toMatch(/unregister/);
  });

  test('has no script within a page, and no script but its own', () => {
    for (const path of html) {
      const scripts = [...readBuilt(folder, path).matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/g)].map(([, attributes, text]) => [attributes?.trim(), text]);
      expect([path, scripts]).toEqual([
        path,
        ['async src="/assets/app', ...(isForStaff(path.replace('index.html', '')) ? ['src="/assets/staff'] : [])].map((start) => [expect.stringMatching(new RegExp(`^type="module" ${start}\\.[\\w-]+\\.js"$`)), '']),
      ]);
    }
  });

  test('names the disease in no title, on no home screen and in no file name', () => {
    const titles = html.map((path) => readBuilt(folder, path).match(/<title>(.*?)<\/title>/)?.[1] ?? 'no title: infection');
    expect(titles.filter(namesTheDisease)).toEqual([]);
    for (const path of files.filter((name) => name.endsWith('.webmanifest'))) expect([path, namesTheDisease(Object.values(JSON.parse(readBuilt(folder, path)) as object).flat().map((value) => (typeof value === 'object' ? (value as { name?: string }).name : value)).join(' '))]).toEqual([path, false]);
    const health = (path: string) => namesTheDisease(path.replace(/(home-hygiene)/g, ''));
    expect(files.filter(health)).toEqual([]);
  });

  test('has an icon that is a drawing without words', () => {
    expect(readBuilt(folder, 'icon.svg')).toMatch(/^<svg/);
    expect(readBuilt(folder, 'icon.svg')).not.toMatch(/<(text|title|desc|metadata|script|style)|<!--|style=|href=/);
  });

  test('has beside each text its twins in brotli and gzip, with the same bytes', () => {
    const texts = files.filter((path) => /\.(html|js|css|json|webmanifest|svg|txt)$/.test(path));
    expect(texts.length).toBeGreaterThan(90);
    for (const path of texts) {
      const content = readFileSync(join(folder, path));
      expect([path, brotliDecompressSync(readFileSync(join(folder, `${path}.br`))).equals(content), gunzipSync(readFileSync(join(folder, `${path}.gz`))).equals(content)]).toEqual([path, true, true]);
    }
  });

  test('holds nothing else, no map and no source', () => {
    const known = /^(assets|packs)\/[\w.-]+$|^kill\/sw\.js|\.html(\.br|\.gz)?$|^sw\.js|^headers\.json|^(icon|apple-touch-icon)[\w-]*\.(svg|png)|^robots\.txt|^licences\.txt|^_headers$/;
    expect(files.filter((path) => !known.test(path) || /\.map$|\.tsx?$/.test(path))).toEqual([]);
  });

  test('tells the server the hashes of the styles that its pages carry', () => {
    const styleHashes = styleHashesOf(folder);
    for (const hash of styleHashes) expect(html.some((path) => readBuilt(folder, path).includes(`'sha256-${hash}'`))).toBe(true);
    expect(styleHashes.length).toBeGreaterThan(0);
  });

  test('speaks to nobody: no file names another site, but the sources that pages link to', () => {
    const named = files.filter((path) => /\.(js|css|webmanifest)$/.test(path)).flatMap((path) => [...readBuilt(folder, path).matchAll(/https?:\/\/[\w.-]+/g)].map(([url]) => url));
    // Names of XML vocabularies, which nothing fetches.
    expect(named.filter((url) => url !== 'http://www.w3.org')).toEqual([]);
  });
});
