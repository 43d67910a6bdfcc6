import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'vite';
import type { Words } from '../../i18n/translator.ts';
import { isGroup } from '../check/check-shape.ts';
import { cannotBeRead } from '../check/check-syntax.ts';
import { notUtf8, readText } from '../check/read-text.ts';
import { lineAt, writtenTwiceInJson } from '../check/written-twice.ts';

/** The files of one language, by name without ending. */
export type LanguageFiles = Readonly<Record<string, Words>>;

/** The same files with every sentence changed; what is no sentence, and where the text comes from, stay. */
export function changeSentences({ provenance, ...files }: LanguageFiles, change: (text: string) => string): LanguageFiles {
  const walk = (entry: Words[string]): Words[string] => {
    if (typeof entry === 'string') return change(entry);
    if (Array.isArray(entry)) return entry.map((text) => walk(text) as string);
    return isGroup(entry) ? Object.fromEntries(Object.entries(entry).map(([key, value]) => [key, walk(value)])) : entry;
  };
  const changed = Object.fromEntries(Object.entries(files).map(([name, words]) => [name, walk(words) as Words]));
  return provenance ? { ...changed, provenance } : changed;
}

/** What tests look for in a language (`tests/fixtures/speaker.ts`): no reader sees it, and no approval is bound to it. */
const notShown = 'speaker.json';

/** Reads locales/<tag>/*.json. Throws with file and reason where one cannot be read; what stands in it is checked by `checkWords`. */
export function loadLanguage(locales: string, tag: string): LanguageFiles {
  const folder = join(locales, tag);
  const names = list(folder, tag).filter((name) => name.endsWith('.json') && name !== notShown);
  return Object.fromEntries(names.sort().map((name) => [name.slice(0, -'.json'.length), readWords(join(folder, name), `locales/${tag}/${name}`)]));
}

function list(folder: string, tag: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    throw new Error(`locales/${tag}: the language is in src/i18n/languages.ts, but its folder is not there`);
  }
}

function readWords(path: string, name: string): Words {
  const text = readText(path);
  if (text === undefined) throw new Error(notUtf8(name));
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    throw new Error(unreadable(name, text, error instanceof Error ? error.message : String(error)));
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) throw new Error(`${name}: expected one object`);
  const twice = writtenTwiceInJson(name, text);
  if (twice.length > 0) throw new Error(twice.join('\n'));
  return parsed as Words;
}

function unreadable(name: string, text: string, message: string): string {
  const [place = '', line] = / (?:in JSON )?at position \d+ \(line (\d+) column \d+\)$/.exec(message) ?? [];
  // Where the message names no line, the text is none as a script either.
  const found = () => lineAt(text, parseSync('words.js', `(${text}`).errors[0]?.labels[0]?.start ?? text.length);
  return cannotBeRead(name, line ? Number(line) : found(), message.slice(0, message.length - place.length));
}
