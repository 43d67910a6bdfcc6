import { sourceTag } from '../../i18n/languages.ts';
import { isForStaff, pathOf } from '../../site/addresses.ts';
import { pagesIn } from '../../sw/difference.ts';
import { complete, ownAddress, restOf } from '../../sw/rest.ts';
import { besidePage, notKeptPage, pageName, restBeside, staffPack, type PackEntry } from '../../sw/release.ts';
import { encodeDifference } from './encode-difference.ts';
import { findDifference } from './find-difference.ts';
import { sha256, shortHash } from '../hashes.ts';

/** A language as one file, with its text. */
export interface Pack extends Pick<PackEntry, 'path' | 'hash' | 'bytes'> {
  readonly text: string;
}

/**
 * All pages of one language as one file: address → HTML. They travel, and are kept, whole or not at all.
 * The list of languages (`''`) travels with English, which every phone keeps. The whole leaflet comes first, because what is
 * behind it then compresses better.
 */
export function packOf(tag: string, pages: ReadonlyMap<string, string>): Pack {
  const held = [...pages].filter(([path]) => (path.startsWith(`${tag}/`) && !isForStaff(path)) || (path === '' && tag === sourceTag));
  const whole = pathOf(tag, 'all');
  return packed(`packs/${tag}`, held.sort(([one], [other]) => Number(other === whole) - Number(one === whole)));
}

/** The pages of staff in every language, and the script that only they need: kept like a language, and after the reader's own. */
export function staffPackOf(pages: ReadonlyMap<string, string>, script: { path: string; code: string }): Pack {
  return packed(staffPack, [...[...pages].filter(([path]) => isForStaff(path)), [script.path, script.code]]);
}

function packed(name: string, held: readonly (readonly [string, string])[]): Pack {
  const text = JSON.stringify(Object.fromEntries(held));
  return { path: `${name}.${shortHash(text)}.json`, hash: sha256(text), bytes: Buffer.byteLength(text), text };
}

/** Address and HTML of pages that somebody may have open. */
export type Openable = readonly (readonly [path: string, html: string])[];

/** The pages of a language that somebody may have open, those for staff among them, and with English the list of languages. Nobody opens the page for what is not kept. */
export function openable(tag: string, pages: Iterable<Openable[number]>): Openable {
  return [...pages].filter(([path]) => (path.startsWith(`${tag}/`) && path !== pathOf(tag, notKeptPage)) || (path === '' && tag === sourceTag));
}

/** A file that makes a pack out of the default language's; the name tells its content, so it can be kept for ever. */
export interface DifferenceFile {
  readonly path: string;
  readonly content: Buffer;
  /** By path: the same without the words that one page of the language brings, for who has opened that page. */
  readonly besidePages: ReadonlyMap<string, Buffer>;
}

/** The difference between a language's pages and English ones, whole and beside each of `opened`. */
export function differenceOf(pack: Pack & { tag: string }, source: Pack, opened: Openable): DifferenceFile {
  const pagesOf = ({ text }: Pack, tag: string) => pagesIn(text, tag).map(([, html]) => html);
  const lines = findDifference(pagesOf(source, sourceTag), pagesOf(pack, pack.tag));
  const content = encodeDifference(lines);
  const path = `assets/difference-${pack.tag}.${shortHash(content)}.txt`;
  const besidePages = new Map(opened.map(([address, html]) => [besidePage(path, pageName(address)), encodeDifference(lines, html)]));
  return { path, content, besidePages };
}

/**
 * What is left of a pack beside each page of `opened`, for a reader who has opened that page in whatever language, and the shorter one for who
 * has opened it in the language of the pack. All are named after the pack, because they follow from it. Throws where it cannot be put back, as in a page that holds a line break.
 */
export function restsOf({ path, hash, text }: Pack, opened: Openable): { pattern: string; files: Map<string, string> } {
  const pattern = `assets/rest-*.${path.split('.')[1]}.txt`;
  const files = new Map<string, string>();
  const pages = JSON.parse(text) as Record<string, string>;
  for (const [address, html] of opened) {
    const [tag] = address.split('/');
    for (const own of tag ? [undefined, ownAddress(address)] : [undefined]) {
      const rest = restOf(pages, html, own);
      if (sha256(complete(rest, html)) !== hash) throw new Error(`${address}: what it brings of ${path} cannot be put back`);
      files.set(restBeside(pattern, pageName(address), own === undefined ? '' : tag), rest);
    }
  }
  return { pattern, files };
}
