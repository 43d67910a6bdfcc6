import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkSyntax } from '../../src/prerender/check/check-syntax.ts';
import { loadLanguage } from '../../src/prerender/draw/load-words.ts';
import { top } from '../fixtures/source-imports.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'handleaf-twice-'));
  for (const name of ['content/sources', 'content/topics', 'content/release', 'i18n/languages']) write(`src/${name}.ts`, 'export const all = {};\n');
  write('src/content/editions/here.ts', 'export const here = {};\n');
});
afterEach(() => rmSync(root, { recursive: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

const refused = (at: string, name: string, first: number) => `${at}: "${name}" stands on line ${first} already, in the same braces, and only the last would count. Take one out, or join the two.`;

describe('what is written twice in the same braces is refused, with its file and its line', () => {
  test.each([
    ['a part of an edition', 'src/content/editions/here.ts', "export const here = {\n  phones: { advice: 1 },\n  // ünï\n  phones: {},\n} as const satisfies Edition;\n", 4, 'phones', 2],
    ['a topic of its leaflet, between quotation marks', 'src/content/editions/here.ts', "export const here = {\n  leaflet: {\n    treatment: [['carriers', 'a']],\n    'treatment': [],\n  },\n};\n", 4, 'treatment', 3],
    ['a source', 'src/content/sources.ts', "export const sources = {\n  'a-source': { lang: 'en' },\n  'a-source': { lang: 'fr' },\n};\n", 3, 'a-source', 2],
    ['a block', 'src/content/topics.ts', 'export const topics = {\n  a: {\n    b: text,\n    b: list,\n  },\n};\n', 4, 'b', 3],
    ['a part of a language', 'src/i18n/languages.ts', "export const languages = [\n  { tag: 'en', tag: 'es' },\n];\n", 2, 'tag', 2],
  ])('%s', (_, file, text, line, name, first) => {
    write(file, text);
    expect(checkSyntax(root)).toEqual([refused(`${file}, line ${line}`, name, first)]);
  });

  test.each([
    ['a sentence', '{\n  "skip": "Old",\n  "skip": "New"\n}', 3, 'skip', 2],
    ['a group', '{ "a": {\n "b": { "x": "1" },\n\n "b": {} } }', 4, 'b', 2],
    ['the same name in other letters', '{ "caf\\u00e9": "x",\n "café": "y" }', 2, 'café', 1],
    ['the name that objects have themselves', '{ "__proto__": "x",\n "__proto__": "y" }', 2, '__proto__', 1],
  ])('%s of a language', (_, text, line, name, first) => {
    write('locales/fr/ui.json', text);
    expect(() => loadLanguage(join(root, 'locales'), 'fr')).toThrow(refused(`locales/fr/ui.json, line ${line}`, name, first));
  });

  test('but the same name in other braces is not', () => {
    write('src/content/editions/here.ts', 'export const here = { a: { value: 1 }, b: { value: 2 } };\n');
    write('locales/fr/ui.json', '{ "a": { "x": "1" }, "b": { "x": "2" } }');
    expect(checkSyntax(root)).toEqual([]);
    expect(loadLanguage(join(root, 'locales'), 'fr')).toEqual({ ui: { a: { x: '1' }, b: { x: '2' } } });
  });

  test('and nothing is in what is shipped', () => {
    expect(checkSyntax(top)).toEqual([]);
  });
});
