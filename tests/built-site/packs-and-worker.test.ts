import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { policy } from '../../src/site/headers.ts';
import { isStaffPage, pageIds, pathOf, staffPageIds } from '../../src/site/addresses.ts';
import { makePack } from '../../src/sw/difference.ts';
import { complete } from '../../src/sw/rest.ts';
import { builtSite } from '../fixtures/built-site.ts';
import { filesIn, hashOf, namedInWorker, readBuilt } from '../fixtures/built-files.ts';
import { languageTags } from '../../src/i18n/languages.ts';

const folder = await builtSite();
const files = filesIn(folder);
const worker = readBuilt(folder, 'sw.js');
const { shell, packs, differences } = namedInWorker(folder);
/** The pages of staff travel apart. */
const ownPages = pageIds.filter((page) => !isStaffPage(page));
/** Nobody opens the page that stands in for one that is not kept. */
const openable = pageIds.filter((page) => page !== 'not-kept');
const tagOf = (path: string) => path.match(/^packs\/([\w-]+)\.\w{8}\.json$/)?.[1];

describe('the packs', () => {
  test('are one for each language, all named in the worker', () => {
    expect(packs.map(({ path }) => tagOf(path)).sort()).toEqual([...languageTags].sort());
    expect(files.filter((path) => /^packs\/.*\.json$/.test(path))).toEqual(packs.map(({ path }) => path).sort());
  });

  test('hold every page of their language as it is sent, byte for byte', () => {
    for (const { path } of packs) {
      const tag = tagOf(path) ?? '';
      const held = JSON.parse(readBuilt(folder, path)) as Record<string, string>;
      expect(Object.keys(held).filter((address) => address !== '').sort()).toEqual(ownPages.map((page) => pathOf(tag, page)).sort());
      for (const [address, text] of Object.entries(held)) expect([address, text === readBuilt(folder, `${address}index.html`)]).toEqual([address, true]);
    }
  });

  test('have the bytes that the worker will ask for', () => {
    for (const { path, hash, bytes } of packs) expect([path, hashOf(folder, path), Buffer.byteLength(readBuilt(folder, path))]).toEqual([path, hash, bytes]);
  });

  test('can be made from the English one, exactly, by the steps of their language', () => {
    const english = packs.find(({ path }) => tagOf(path) === 'en')?.path ?? '';
    expect(differences.length).toBe(languageTags.length - 1);
    for (const path of differences) {
      const tag = path.match(/^assets\/difference-([\w-]+)\.\w{8}\.txt$/)?.[1] ?? '';
      const pack = packs.find((entry) => tagOf(entry.path) === tag)?.path ?? '';
      const made = makePack(readBuilt(folder, english), 'en', tag, new Uint8Array(readFileSync(join(folder, path))).buffer);
      expect([path, made === readBuilt(folder, pack)]).toEqual([path, true]);
      expect(files.filter((file) => file.startsWith(`assets/difference-${tag}-`) && file.endsWith('.txt')).length).toBe(openable.length);
      for (const page of openable) {
        const beside = new Uint8Array(readFileSync(join(folder, path.replace('.', `-${page}.`)))).buffer;
        const again = makePack(readBuilt(folder, english), 'en', tag, beside, readBuilt(folder, `${pathOf(tag, page)}index.html`));
        expect([path, page, again === readBuilt(folder, pack)]).toEqual([path, page, true]);
      }
    }
  });
});

describe('the English pack', () => {
  test('can be completed, exactly, beside each page of any language that somebody may have opened, for staff too', () => {
    const english = packs.find(({ path }) => tagOf(path) === 'en')?.path ?? '';
    const rests = files.filter((path) => /^assets\/rest-[\w-]+\.\w{8}\.txt$/.test(path));
    expect(worker).toContain(`assets/rest-*.${english.split('.')[1]}.txt`);
    // One for each page and one for the list, in whatever language it was opened, and a shorter one for each in English.
    expect(rests.length).toBe(2 * openable.length + 1);
    for (const path of rests) {
      const [, own, name = ''] = path.match(/rest-(en-)?([\w-]+)\./) ?? [];
      const opened = name === 'list' ? [''] : (own ? ['en'] : languageTags).map((tag) => (name === 'home' ? `${tag}/` : `${tag}/${name}/`));
      for (const page of opened) expect([path, page, complete(readBuilt(folder, path), readBuilt(folder, `${page}index.html`)) === readBuilt(folder, english)]).toEqual([path, page, true]);
    }
  });
});

describe('the file of staff', () => {
  const path = files.find((name) => /^assets\/staff\.\w{8}\.json$/.test(name)) ?? '';
  const held = JSON.parse(readBuilt(folder, path)) as Record<string, string>;

  test('is known to the worker by its hash, and holds their pages in every language as they are sent', () => {
    expect(worker).toContain(hashOf(folder, path));
    const pages = Object.keys(held).filter((address) => address.endsWith('/'));
    expect(pages).toEqual(languageTags.flatMap((tag) => staffPageIds.map((page) => pathOf(tag, page))));
    for (const address of pages) expect([address, held[address] === readBuilt(folder, `${address}index.html`)]).toEqual([address, true]);
  });

  test('holds every file that its pages need and the shell has not', () => {
    const needed = new Set(Object.values(held).flatMap((html) => [...html.matchAll(/<script\b[^>]*\ssrc="\/([^"]+)/g)].map(([, source = '']) => source)));
    const missing = [...needed].filter((file) => !shell.some((kept) => kept.path === file));
    expect(missing).toEqual(Object.keys(held).filter((name) => !name.endsWith('/')));
    for (const file of missing) expect(held[file]).toBe(readBuilt(folder, file));
  });
});

describe('the shell', () => {
  test('is every script and the icon, with the hash of each', () => {
    expect(shell.length).toBeGreaterThanOrEqual(2);
    for (const { path, hash } of shell) expect([path, hashOf(folder, path)]).toEqual([path, hash]);
    const scripts = files.filter((path) => /^assets\/(?!staff\.).*\.js$/.test(path));
    expect(scripts.length).toBeGreaterThan(0);
    expect(shell.map(({ path }) => path)).toEqual(expect.arrayContaining(scripts));
  });

  test('holds every file that a page of the leaflet needs to be drawn and to work', () => {
    for (const { path } of packs) {
      for (const html of Object.values(JSON.parse(readBuilt(folder, path)) as Record<string, string>)) {
        const needed = [...html.matchAll(/<(?:script|img|use|source)\b[^>]*\s(?:src|href)="([^"#]+)|<link\b[^>]*rel="(?:stylesheet|icon|preload|modulepreload)"[^>]*href="([^"]+)/g)].map(([, source, link]) => (source ?? link ?? '').slice(1));
        expect(needed.length).toBeGreaterThan(0);
        expect(needed.filter((file) => !shell.some((kept) => kept.path === file))).toEqual([]);
      }
    }
  });
});

describe('the worker', () => {
  test('is one script that loads no other', () => {
    expect(() => new Script(worker)).not.toThrow();
    expect(worker).not.toMatch(/\bimport\s*\(|\bimportScripts\b|\bimport\.meta\b|^\s*(import|export)\b/m);
    expect(worker).not.toContain('__RELEASE__');
  });

  test('cut anywhere on its way, is no script, so that half of it is never installed', () => {
    const valid: number[] = [];
    for (let length = 1; length < worker.length; length++) if (isScript(worker.slice(0, length))) valid.push(length);
    expect(valid).toEqual([]);
  });

  test('that takes it away is whole or nothing too', () => {
    const kill = readBuilt(folder, 'kill/sw.js');
    expect(isScript(kill)).toBe(true);
    for (let length = 1; length < kill.trimEnd().length; length++) expect([length, isScript(kill.slice(0, length))]).toEqual([length, false]);
  });

  test('finds in every page that it answers the policy of the styles in it, and adds what only a header can say', () => {
    const held = [...packs.map(({ path }) => path), ...files.filter((name) => /^assets\/staff\.\w{8}\.json$/.test(name))];
    const pages = held.flatMap((path) => Object.entries(JSON.parse(readBuilt(folder, path)) as Record<string, string>)).filter(([address]) => !address.endsWith('.js'));
    const found = pages.map(([address, html]) => [address, /content="(default-src [^"]*)"/.exec(html)?.[1]]);
    expect(found).toEqual(pages.map(([address, html]) => [address, policy([...html.matchAll(/<style>(.*?)<\/style>/gs)].map(([, style = '']) => createHash('sha256').update(style).digest('base64')), 'meta')]));
    expect(worker).toContain("frame-ancestors 'none'");
  });
});

function isScript(code: string): boolean {
  try {
    new Script(code);
    return true;
  } catch {
    return false;
  }
}
