import type { Store } from './caches.ts';
import type { KnownFile, Place } from './plan.ts';
import { packFile, packTag, typeOf } from './plan.ts';
import type { Release } from './release.ts';
import { notKeptPage, staffPack } from './release.ts';

type Pack = Record<string, string>;

/** How long the network may take to bring a page that is not kept, in milliseconds. */
const patience = 5_000;

/** A network may never answer, and on some phones even the storage does not. */
const inTime = <T>(answer: Promise<T> | null): Promise<T | null> => Promise.race([answer, new Promise<null>((resolve) => setTimeout(resolve, patience, null))]);

/** Answers requests out of what is kept. Each kept file is read and compared once per start of the worker. */
export function answererOf(release: Release, store: Store) {
  /** Files by their path, packs by their hash. */
  const seen = new Map<string, Promise<unknown>>();
  let lastRead: string | undefined;

  /** Remembers what was found; what was not found is looked for again next time. */
  function once<T>(key: string, find: () => Promise<T | null>): Promise<T | null> {
    const known = seen.get(key) as Promise<T | null> | undefined;
    if (known) return known;
    const search = find().catch(() => null);
    seen.set(key, search);
    void search.then((found) => found ?? seen.delete(key));
    return search;
  }

  const parsed = (file: KnownFile): Promise<Pack | null> =>
    once(file.hash, async () => {
      const found = await store.read(file);
      return found && (JSON.parse(new TextDecoder().decode(found)) as Pack);
    });

  /** The pack of this release, or an older one that was kept because this release's never came; each is tried, for one may be wrong. */
  async function packOf(tag: string): Promise<Pack | null> {
    const promised = packFile(tag, release);
    if (!promised) return null;
    const found = await parsed(promised);
    if (found) return found;
    for (const file of await store.stored().catch(() => [])) {
      const older = packTag(file.path) === tag && (await parsed(file));
      if (older) return older;
    }
    return null;
  }

  /** Under the policy that the page says itself: an older one that stands in for a newer wears other styles. */
  function html(page: string, status = 200): Response {
    const headers = new Headers(release.htmlHeaders);
    headers.set('content-type', typeOf(''));
    headers.append('content-security-policy', /content="(default-src [^"]*)"/.exec(page)?.[1] ?? "default-src 'none'");
    return new Response(page, { status, headers });
  }

  async function file(path: string): Promise<Response | null> {
    // What this release lacks, an older page that was kept may still need.
    const hash = release.shell[path] ?? (await store.stored().catch(() => [])).find((older) => older.path === path)?.hash;
    const found = hash === undefined ? (await packOf(staffPack))?.[path] : await once(path, () => store.read({ path, hash }));
    return found == null ? null : new Response(found, { headers: { 'content-type': typeOf(path) } });
  }

  const kept = async (tag: string, address: string): Promise<string | undefined> =>
    (await packOf(tag))?.[address] ?? (await packOf(staffPack))?.[address];

  async function page(tag: string, address: string): Promise<Response | null> {
    const found = await kept(tag, address);
    return found === undefined ? null : html(found);
  }

  /** Whether a page of this version is not what is kept under its address. */
  async function isStale(address: string, version: string): Promise<boolean> {
    const found = await kept(address.split('/')[0] ?? '', address);
    return found !== undefined && !found.includes(`data-version="${version}"`);
  }

  /** The list of languages travels with the language that every phone keeps. */
  const list = () => page(release.defaultLanguage, '');

  /** "This page is not on this phone", in the language of the address, or the one read last, or English, or whichever is here; else the list. */
  async function notKept(tag: string | undefined): Promise<Response | null> {
    const record = await store.readRecord().catch(() => null);
    lastRead ??= record?.lastRead;
    for (const candidate of [tag, lastRead, release.defaultLanguage, ...Object.keys(record?.kept ?? {})]) {
      const words = candidate && (await packOf(candidate))?.[`${candidate}/${notKeptPage}/`];
      if (words) return html(words, 503);
    }
    return list();
  }

  /** The network if it answers in time, else the page that says what is the matter, else whatever the network does. */
  async function elsewhere(request: Request, tag: string | undefined, late: Promise<Response | null> | null): Promise<Response> {
    const network = fetch(request).catch(() => null);
    return (await inTime(network)) ?? (await inTime(late)) ?? (await inTime(notKept(tag))) ?? (await network) ?? Response.error();
  }

  /** Answers an opened address; never rejects. */
  async function navigation(request: Request, place: Place): Promise<Response> {
    if (place.kind === 'redirect') return Response.redirect(place.to, 302);
    const found =
      place.kind === 'page' ? page(place.tag, place.address)
      : place.kind === 'list' ? list()
      : place.kind === 'file' ? file(place.path)
      : null;
    return (await inTime(found)) ?? elsewhere(request, 'tag' in place ? place.tag : undefined, found);
  }

  /** Answers a script, a picture or the manifest; never rejects. */
  async function part(request: Request, path: string): Promise<Response> {
    const found = file(path);
    return (await inTime(found)) ?? (await fetch(request).catch(() => null)) ?? (await inTime(found)) ?? Response.error();
  }

  /** Notes which language is being read, for the reader of an address in none. */
  async function note(tag: string): Promise<void> {
    if (tag === lastRead || !(await packOf(tag))) return;
    lastRead = tag;
    if ((await store.readRecord()).lastRead !== tag) await store.changeRecord((record) => void (record.lastRead = tag));
  }

  /** Forgets what was read: a language is given up. */
  const forget = (): void => seen.clear();

  return { navigation, part, note, forget, isStale };
}
