import { createHash } from 'node:crypto';
import { sourceTag } from '../i18n/languages.ts';
import type { PackEntry } from '../sw/release.ts';
import { findDifference } from './find-difference.ts';

/** A language as one file, with its text. */
export interface Pack extends Pick<PackEntry, 'path' | 'hash' | 'bytes'> {
  readonly text: string;
}

/**
 * All pages of one language as one file: address → HTML. They travel, and are kept, whole or not at all.
 * The list of languages (`''`) travels with English, which every phone keeps.
 */
export function packOf(tag: string, pages: ReadonlyMap<string, string>): Pack {
  const held = [...pages].filter(([path]) => path.startsWith(`${tag}/`) || (path === '' && tag === sourceTag));
  const text = JSON.stringify(Object.fromEntries(held));
  const digest = createHash('sha256').update(text).digest();
  return { path: `packs/${tag}.${digest.toString('hex').slice(0, 8)}.json`, hash: digest.toString('base64'), bytes: Buffer.byteLength(text), text };
}

/** The file of steps that make a pack out of the default language's; the name tells its content, so it can be kept for ever. */
export function differenceOf(pack: Pack & { tag: string }, source: Pack): { path: string; text: string } {
  const text = JSON.stringify(findDifference(source.text, pack.text));
  return { path: `assets/difference-${pack.tag}.${createHash('sha256').update(text).digest('hex').slice(0, 8)}.json`, text };
}
