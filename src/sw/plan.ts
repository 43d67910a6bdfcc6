import { types } from '../site/media-types.ts';
import type { Release } from './release.ts';
import { besidePage, notKeptPage, pageName, restBeside } from './release.ts';

/** What an address of the site stands for; `tag` is the language that it names, if the release has it. */
export type Place =
  | { kind: 'list' }
  | { kind: 'page'; tag: string; address: string }
  | { kind: 'redirect'; to: string }
  | { kind: 'file'; path: string }
  | { kind: 'elsewhere'; tag: string | undefined };

/** A file that can be known by its hash; `path` is relative to the base. */
export interface KnownFile {
  path: string;
  /** SHA-256, base64. */
  hash: string;
  /** Cheaper ways to the same bytes, the cheapest first. */
  ways?: Way[];
}

/** A smaller file that makes a pack: out of another pack that it is different `from`, or of what an open `page` (its whole address) has brought, or of both. */
export interface Way {
  path: string;
  /** About how long it is before compression, in bytes, where that is known. */
  bytes?: number | undefined;
  from?: KnownFile;
  page?: string;
}

/** Whether a record has a key of its own: an address may be called `constructor`. */
export const holds = (record: object, key: string): boolean => Object.keys(record).includes(key);

/** `decodeURI` throws on `%E0%A4%A`, and one open tab at such an address must not break an install. */
function segmentsOf(rest: string): string[] {
  let decoded = rest;
  try {
    decoded = decodeURIComponent(rest);
  } catch {
    // Undecodable: no page has such an address, but its first segment may still name a language.
  }
  return decoded.split('/').filter(Boolean);
}

function tagNamed(segment: string | undefined, release: Release): string | undefined {
  const wanted = segment?.toLowerCase();
  return Object.keys(release.packs).find((tag) => tag.toLowerCase() === wanted);
}

/** Finds what a path names: `/EN//card` → redirect to `/en/card/`; the query never counts. */
export function locate(pathname: string, release: Release): Place {
  const { base, shell, pages } = release;
  if (!pathname.startsWith(base)) return { kind: 'elsewhere', tag: undefined };
  const rest = pathname.slice(base.length);
  if (rest === '') return { kind: 'list' };
  if (holds(shell, rest) || /^assets\/./.test(rest)) return { kind: 'file', path: rest };
  const segments = segmentsOf(rest);
  if (segments[segments.length - 1] === 'index.html') segments.pop();
  const [first, ...below] = segments;
  if (first === undefined) return { kind: 'redirect', to: base };
  const tag = tagNamed(first, release);
  const id = below.join('/').toLowerCase();
  if (tag === undefined || id === notKeptPage || !pages.includes(id)) return { kind: 'elsewhere', tag };
  const address = id ? `${tag}/${id}/` : `${tag}/`;
  return address === rest ? { kind: 'page', tag, address } : { kind: 'redirect', to: base + address };
}

/** The language that an open page shows, from its whole address. */
export function languageOf(href: string, release: Release): string | undefined {
  const { pathname } = new URL(href);
  return pathname.startsWith(release.base)
    ? tagNamed(segmentsOf(pathname.slice(release.base.length))[0], release)
    : undefined;
}

/** The languages to keep: English, then those kept before, then those of open pages; each once, none that the release lacks. */
export function languagesToKeep(release: Release, kept: string[], openPages: string[]): string[] {
  const open = openPages.map((href) => languageOf(href, release));
  const tags = [release.defaultLanguage, ...kept, ...open];
  return [...new Set(tags)].filter((tag) => tag !== undefined && holds(release.packs, tag)) as string[];
}

/** The files that these languages need: the shell, then one pack each. `openPages`: addresses of pages that may have brought a part of them. */
export function filesFor(release: Release, tags: string[], openPages: string[] = []): KnownFile[] {
  const shell = Object.entries(release.shell).map(([path, hash]) => ({ path, hash }));
  return [...shell, ...tags.map((tag) => packFile(tag, release, openPages)).filter((pack) => pack !== undefined)];
}

/** The pack of a language as a file to keep, with the cheaper ways to it. */
export function packFile(tag: string, release: Release, openPages: string[] = []): KnownFile | undefined {
  const { packs, defaultLanguage } = release;
  const pack = holds(packs, tag) ? packs[tag] : undefined;
  const source = packs[defaultLanguage];
  if (!pack) return undefined;
  const { path, hash, difference, differenceBytes, rest } = pack;
  const ways: Way[] = [];
  const from = difference && source && { path: source.path, hash: source.hash };
  const page = openPages.find((href) => openedName(href, release) && (rest || languageOf(href, release) === tag));
  const name = page && openedName(page, release);
  const beside = name && (rest ? restBeside(rest, name, languageOf(page, release) === tag ? tag : '') : difference && besidePage(difference, name));
  if (beside) ways.push({ path: beside, page, bytes: differenceBytes, ...(from && { from }) });
  if (difference && from) ways.push({ path: difference, bytes: differenceBytes, from });
  return ways.length > 0 ? { path, hash, ways } : { path, hash };
}

/** What an open page is called in the names of files; `''` for none of the leaflet's. */
function openedName(href: string, release: Release): string {
  const place = locate(new URL(href).pathname, release);
  if (place.kind === 'list') return pageName('');
  return place.kind === 'page' ? pageName(place.address) : '';
}

/** The name that a file is kept under: it says what the content is, so two versions of one address live side by side. */
export const keyOf = (base: string, { path, hash }: KnownFile): string => `${base}${path}?${hash}`;

/** The file that a key of the store names, or `undefined` for what is no file (the record). */
export function fileOfKey(base: string, key: string): KnownFile | undefined {
  const [path, hash] = key.slice(base.length).split('?');
  return path === undefined || !hash || hash === recordName ? undefined : { path, hash };
}

/** The record's place in the store, where a file has its hash. */
export const recordName = 'record';

/** The language of a pack: `packs/zh-Hans.1f3a.json` → `zh-Hans` · `assets/staff.1f3a.json` → `assets/staff`. */
export function packTag(path: string): string | undefined {
  const found = /^(?:packs\/([^./]+)|(assets\/staff))\./.exec(path);
  return found?.[1] ?? found?.[2];
}

/**
 * The files that may go once a release has taken over. What the release lacks (`missing`, paths) keeps its
 * older twin, a language its older pack, and all older files of the shell stay with it.
 */
export function obsolete(stored: KnownFile[], wanted: KnownFile[], missing: ReadonlySet<string>): KnownFile[] {
  const needed = new Set(wanted.map(({ path, hash }) => `${path}?${hash}`));
  const tagsMissing = new Set([...missing].map(packTag));
  // An older page that stays needs its script.
  if (missing.size > 0) tagsMissing.add(undefined);
  return stored.filter(({ path, hash }) => !needed.has(`${path}?${hash}`) && !tagsMissing.has(packTag(path)));
}

/** The media type of a kept file, by its ending; what has none, or another, is a page. What the server said is not kept. */
export const typeOf = (path: string): string => types[path.slice(path.lastIndexOf('.') + 1)] ?? types.html;
