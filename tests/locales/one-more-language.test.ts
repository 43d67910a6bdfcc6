import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { bc } from '../../src/content/editions/bc.ts';
import type { Edition } from '../../src/content/edition.ts';
import { languageTags } from '../../src/i18n/languages.ts';
import { loadSiteWords } from '../../src/prerender/draw/site-words.ts';
import { top } from '../fixtures/source-imports.ts';

// The registry with one line more, as somebody who adds a language would write it.
vi.mock('../../src/i18n/languages.ts', async (importActual) => {
  const actual = await importActual<typeof import('../../src/i18n/languages.ts')>();
  return { ...actual, languages: [...actual.languages, { tag: 'ur', autonym: 'اردو', english: 'Urdu', dir: 'rtl', script: 'Arab' }] };
});

let copy: string;
beforeEach(() => {
  copy = join(mkdtempSync(join(tmpdir(), 'handleaf-locales-')), 'locales');
  cpSync(join(top, 'locales'), copy, { recursive: true });
});
afterEach(() => rmSync(join(copy, '..'), { recursive: true }));

/** The edition speaks every language of the registry, so the line above is all that it needs. */
const six: Edition = bc;
const five: Edition = { ...bc, languages: languageTags };

function change(path: string, edit: (text: string) => string): void {
  writeFileSync(join(copy, path), edit(readFileSync(join(copy, path), 'utf8')));
}

describe('a sixth language', () => {
  test('is one line in the registry and one folder', () => {
    cpSync(join(copy, 'ar'), join(copy, 'ur'), { recursive: true });
    const words = loadSiteWords(copy, six, false);
    expect(words.languages.map(({ tag }) => tag)).toEqual([...languageTags, 'ur']);
    expect(words.translators['ur']?.plain('ui:languages')).toBe(words.translators['ar']?.plain('ui:languages'));
    expect(words.states['ur']).toBe('machine-draft');
  });

  test('brings what tests look for in it, which is no word of it', () => {
    cpSync(join(copy, 'ar'), join(copy, 'ur'), { recursive: true });
    const { files, contentHashes } = loadSiteWords(copy, six, false);
    expect(Object.keys(files['ur'] ?? {})).not.toContain('speaker');
    change('ur/speaker.json', () => '{}');
    expect(loadSiteWords(copy, six, false).contentHashes['ur']).toBe(contentHashes['ur']);
  });

  test('without its folder stops the build, which says so', () => {
    expect(() => loadSiteWords(copy, six, false)).toThrow('locales/ur: the language is in src/i18n/languages.ts, but its folder is not there');
  });

  test('with every gap that it has stops the build once, which names them all', () => {
    cpSync(join(copy, 'ar'), join(copy, 'ur'), { recursive: true });
    rmSync(join(copy, 'ur/treatment.json'));
    change('ur/ui.json', (text) => text.replace(/"skip": "[^"]+",/, ''));
    change('ur/home.json', (text) => text.replace('{{name}}', 'CPO'));
    expect(() => loadSiteWords(copy, six, false)).toThrow(
      'The words are not whole:\n  locales/ur/home.json: "heading" has the placeholders none, expected {{name}}\n  locales/ur/treatment.json: the file is missing\n  locales/ur/ui.json: "skip" is missing',
    );
  });
});

describe('the words of a build', () => {
  test.each([
    ['a closing quotation mark is missing', '"appName": "Handleaf",', '"appName": "Handleaf,', 2],
    ['an opening quotation mark is missing', '"appName": "Handleaf",', '"appName": Handleaf",', 2],
    ['a comma is missing', '"appName": "Handleaf",', '"appName": "Handleaf"', 3],
    ['only an opening brace is left', /(?<=\{)[^]*/, '\n', 2],
  ])('stop it where %s, and name the file and the line', (_, right, wrong, line) => {
    change('pa/ui.json', (text) => text.replace(right, wrong));
    expect(() => loadSiteWords(copy, five, false)).toThrow(new RegExp(`^locales/pa/ui\\.json, line ${line}: this cannot be read \\(.*\\)\\. Look at the end of the line before`));
  });

  test('are read behind a byte order mark, which some editors write and nobody sees', () => {
    change('pa/ui.json', (text) => `\ufeff${text}`);
    expect(loadSiteWords(copy, five, false).translators['pa']?.plain('ui:languages')).not.toMatch(/\ufeff/);
  });

  test('stop it where a file was saved in another encoding, which would lose its letters', () => {
    writeFileSync(join(copy, 'fr/ui.json'), Buffer.from(readFileSync(join(copy, 'fr/ui.json'), 'utf8'), 'latin1'));
    expect(() => loadSiteWords(copy, five, false)).toThrow('locales/fr/ui.json: this is not UTF-8, so its letters would be lost. Save it as UTF-8');
  });

  test('stop it where a file is a list', () => {
    change('pa/ui.json', () => '[]');
    expect(() => loadSiteWords(copy, five, false)).toThrow('locales/pa/ui.json: expected one object');
  });

  test('stop it where the place of the edition has no name', () => {
    for (const tag of languageTags) rmSync(join(copy, tag, 'bc.json'));
    expect(() => loadSiteWords(copy, five, false)).toThrow('locales/en/bc.json: the file is missing. It says how the place of the edition is named in a sentence');
  });

  test('stop it where the language that staff read is not among its languages', () => {
    expect(() => loadSiteWords(copy, { ...bc, languages: ['fr'] }, false)).toThrow('src/content/editions/bc.ts: languages leaves out "en". English is what staff read: add it.');
  });

  test('hold the pseudo-languages only where they are asked for', () => {
    expect(loadSiteWords(copy, five, false).languages.map(({ tag }) => tag)).toEqual([...languageTags]);
    expect(loadSiteWords(copy, five, true).languages.map(({ tag }) => tag)).toEqual([...languageTags, 'en-XA', 'ar-XB']);
  });
});
