import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { colourTokens, hexOf } from '../fixtures/colour.ts';
import { namesTheDisease } from '../fixtures/disease-words.ts';
import { drawSite, only, pagesOf } from '../fixtures/drawn-site.ts';
import { top } from '../fixtures/source-imports.ts';
import { languageTags } from '../../src/i18n/languages.ts';

interface Icon {
  src: string;
  sizes: string;
  purpose?: string;
}
interface Manifest {
  id: string;
  name: string;
  short_name: string;
  description: string;
  lang: string;
  dir: string;
  start_url: string;
  scope: string;
  display: string;
  background_color: string;
  theme_color: string;
  icons: Icon[];
  shortcuts: { name: string; url: string; icons: Icon[] }[];
}

const site = drawSite({ base: '/a/b/' });
const manifests = [...site.manifests].map(([path, text]) => ({ path, text, manifest: JSON.parse(text) as Manifest }));

describe('the manifest of a language', () => {
  test('is the one that its pages name', () => {
    expect(manifests.map(({ manifest }) => manifest.lang).sort()).toEqual([...languageTags].sort());
    for (const { document, tag, path } of pagesOf(site)) {
      const link = only(document, 'link[rel=manifest]');
      expect([path, link.getAttribute('href')]).toEqual([path, `/a/b/${manifests.find(({ manifest }) => manifest.lang === tag)?.path}`]);
      // Without credentials Chromium opens a second connection for it.
      expect([path, link.getAttribute('crossorigin')]).toEqual([path, 'use-credentials']);
      // An iPhone that reads no icons of a manifest would draw a small picture of the page, which names the disease.
      expect([path, only(document, 'link[rel=apple-touch-icon]').getAttribute('href')]).toEqual([path, '/a/b/apple-touch-icon.png']);
    }
  });

  test('opens the leaflet in that language, also below a folder, as one app in all languages', () => {
    for (const { manifest } of manifests) {
      expect(manifest).toMatchObject({ id: '/a/b/', scope: '/a/b/', start_url: `/a/b/${manifest.lang}/`, display: 'standalone', dir: manifest.lang === 'ar' ? 'rtl' : 'ltr' });
      expect(site.pages.has(manifest.start_url.slice('/a/b/'.length))).toBe(true);
      for (const { url } of manifest.shortcuts) expect(site.pages.has(url.slice('/a/b/'.length).replace(/#.*$/, ''))).toBe(true);
    }
  });

  test('says nothing about health to whoever sees the phone', () => {
    for (const { manifest } of manifests) {
      for (const text of [manifest.name, manifest.short_name, manifest.description, ...manifest.shortcuts.map(({ name }) => name)]) expect([text, namesTheDisease(text)]).toEqual([text, false]);
      expect(manifest.short_name.length).toBeLessThanOrEqual(12);
    }
  });

  test('has icons that are there, one of them to be cut round', () => {
    for (const { manifest } of manifests) {
      const icons = [...manifest.icons, ...manifest.shortcuts.flatMap((shortcut) => shortcut.icons)];
      expect(icons.filter(({ src }) => !src.startsWith('/a/b/') || !existsSync(join(top, 'public', src.slice('/a/b/'.length).replace(/^assets\/icon\.\w+\.svg$/, 'icon.svg'))))).toEqual([]);
      expect(manifest.icons.map(({ sizes, purpose }) => [sizes, purpose])).toEqual([['any', undefined], ['192x192', undefined], ['512x512', undefined], ['512x512', 'maskable']]);
    }
  });

  test('has the colour of the page', () => {
    const ground = colourTokens('light').get('ground');
    for (const { manifest } of manifests) expect([manifest.theme_color, manifest.background_color]).toEqual(ground && [hexOf(ground), hexOf(ground)]);
  });
});
