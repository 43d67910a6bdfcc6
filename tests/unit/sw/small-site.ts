import { sha256 } from '../../../src/prerender/hashes.ts';
import { differenceOf, openable, packOf, staffPackOf } from '../../../src/prerender/packs/packs.ts';
import { staffPack, type Release } from '../../../src/sw/release.ts';
import { keptPageHeaders } from '../../../src/site/headers.ts';

export const tags = ['en', 'ar', 'pa'] as const;
export type Tag = (typeof tags)[number];
/** The pages of each language below its tag; the one that says what is not kept is not opened by a link. */
export const pageIds = ['', 'card', 'share'] as const;
export type PageId = (typeof pageIds)[number];
/** How often the words of each language, and the shell, have been changed: it wraps, so that older words come back. */
export type Edition = Record<Tag | 'shell', number>;
const editions = 3;

/** A release with all that the server has of it: path relative to the base → content. */
export interface Deployed {
  edition: Edition;
  release: Release;
  files: ReadonlyMap<string, string | ArrayBuffer>;
}

const said: Record<Tag, string> = { en: 'Wash your hands', ar: 'اغسل يديك', pa: 'ਹੱਥ ਧੋਵੋ' };

function pagesOf(tag: Tag, edition: number): Map<string, string> {
  const page = (name: string) =>
    `<!doctype html><html lang="${tag}"><title>${name}</title><section class="block do" id="hands"><h2>${said[tag]}</h2><p>${said[tag]} ${edition}</p></section></html>`;
  const pages = new Map([...pageIds, 'not-kept'].map((id) => [id ? `${tag}/${id}/` : `${tag}/`, page(`${id} ${said[tag]}`)]));
  return tag === 'en' ? new Map([['', page('list of languages')], ...pages]) : pages;
}

const known = new Map<string, Deployed>();

/** The release of an edition, built as the real one is: packs named after their bytes, each with its difference from English. */
export function siteOf(edition: Edition): Deployed {
  const version = Object.values(edition).join('.');
  const site = known.get(version) ?? build(edition, version);
  known.set(version, site);
  return site;
}

function build(edition: Edition, version: string): Deployed {
  const pages = new Map(tags.flatMap((tag) => [...pagesOf(tag, edition[tag])]));
  const source = packOf('en', pages);
  // One part of the shell has its content in its name, the other keeps its name for ever.
  const shell = { [`assets/app.${edition.shell}.js`]: `start(${edition.shell})`, 'icon.svg': `<svg id="${edition.shell}"/>` };
  const files = new Map<string, string | ArrayBuffer>([...pages, ...Object.entries(shell)]);
  const packs = tags.map((tag): [string, Release['packs'][string]] => {
    const pack = packOf(tag, pages);
    const { path, text, hash, bytes } = pack;
    files.set(path, text);
    if (tag === 'en') return [tag, { path, hash, bytes, fetchBytes: bytes }];
    const difference = differenceOf({ ...pack, tag }, source, openable(tag, pages));
    files.set(difference.path, new Uint8Array(difference.content).buffer);
    return [tag, { path, hash, bytes, fetchBytes: difference.content.length, difference: difference.path }];
  });
  const staff = staffPackOf(pages, { path: `assets/staff.${version}.js`, code: `share(${version})` });
  files.set(staff.path, staff.text);
  packs.push([staffPack, { path: staff.path, hash: staff.hash, bytes: staff.bytes, fetchBytes: staff.bytes }]);
  const release: Release = {
    version,
    releases: [edition.shell === 1 ? 'cosmetic' : 'changed'],
    base: '/',
    shell: Object.fromEntries(Object.entries(shell).map(([path, text]) => [path, sha256(text)])),
    packs: Object.fromEntries(packs),
    pages: [...pageIds],
    htmlHeaders: keptPageHeaders,
    defaultLanguage: 'en',
  };
  return { edition, release, files };
}

/** The release after one, in which some things have changed. */
export function siteAfter({ edition }: Deployed, changed: readonly (keyof Edition)[]): Deployed {
  const next = { ...edition };
  for (const part of changed) next[part] = (next[part] + 1) % editions;
  return siteOf(next);
}
