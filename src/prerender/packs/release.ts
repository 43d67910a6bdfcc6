import { brotliCompressSync, constants } from 'node:zlib';
import { releases } from '../../content/release.ts';
import { sourceTag } from '../../i18n/languages.ts';
import type { PageId } from '../../site/addresses.ts';
import { keptPageHeaders } from '../../site/headers.ts';
import { changeKinds, notKeptPage, type Change, type Release } from '../../sw/release.ts';
import { choice } from '../check/check-shape.ts';
import type { DifferenceFile, Pack } from './packs.ts';
import { sha256, shortHash } from '../hashes.ts';

/** A pack of the release, and the difference that it can be made by. */
export interface ReleasedPack extends Pack {
  readonly tag: string;
  readonly difference?: DifferenceFile;
  /** Where its rests lie, with `*` for the page. */
  readonly rest?: string;
}

/**
 * Everything that the worker must know of a build.
 *
 * @param shell files that every reader needs, by path relative to the base
 */
export function releaseOf(base: string, pages: readonly PageId[], packs: readonly ReleasedPack[], shell: Readonly<Record<string, string | Uint8Array>>): Release {
  const release: Omit<Release, 'version'> = {
    releases: changesOf(releases),
    base,
    shell: Object.fromEntries(Object.entries(shell).map(([path, content]) => [path, sha256(content)])),
    packs: Object.fromEntries(packs.map((pack) => [pack.tag, entryOf(pack)])),
    pages: pages.filter((page) => page !== notKeptPage).map((page) => (page === 'home' ? '' : page)),
    htmlHeaders: keptPageHeaders,
    defaultLanguage: sourceTag,
  };
  return { version: shortHash(JSON.stringify(release)), ...release };
}

/** The lines of `src/content/release.ts`, each a change that phones know; throws where one is not, because they would take it for a lesser one. */
export function changesOf(lines: readonly string[]): Change[] {
  return lines.map((line) => {
    const known = changeKinds.find((change) => change === line);
    if (!known) throw new Error(`src/content/release.ts: a release has changed "${line}". ${choice(line, changeKinds)}`);
    return known;
  });
}

function entryOf({ path, hash, bytes, text, difference, rest }: ReleasedPack): Release['packs'][string] {
  // Within a tenth of what is shipped, and many times faster: the size is told as "about … kB".
  const fetched = brotliCompressSync(difference?.content ?? text, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } });
  return { path, hash, bytes, fetchBytes: fetched.byteLength, ...(difference ? { difference: difference.path, differenceBytes: difference.content.byteLength } : {}), ...(rest ? { rest } : {}) };
}
