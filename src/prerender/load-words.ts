import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Words } from '../i18n/translator.ts';
import { writtenTwiceInJson } from './written-twice.ts';

/** The files of one language, by name without ending. */
export type LanguageFiles = Readonly<Record<string, Words>>;

/** Reads locales/<tag>/*.json. Throws with file and reason where one cannot be read; what stands in it is checked by `checkWords`. */
export function loadLanguage(locales: string, tag: string): LanguageFiles {
  const folder = join(locales, tag);
  const names = list(folder, tag).filter((name) => name.endsWith('.json'));
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
  // Some editors put a byte order mark before the first brace.
  const text = readFileSync(path, 'utf8').replace(/^\ufeff/, '');
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    throw new Error(`${name}: not valid JSON (${error instanceof Error ? error.message : error})`);
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) throw new Error(`${name}: expected one object`);
  const twice = writtenTwiceInJson(name, text);
  if (twice.length > 0) throw new Error(twice.join('\n'));
  return parsed as Words;
}
