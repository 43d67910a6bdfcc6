import { storePrefix, type Change, type Trouble } from './messages.ts';
import type { Changes } from './changes.ts';
import { makePack } from './difference.ts';
import type { KnownFile, Way } from './plan.ts';
import { complete } from './rest.ts';
import { fileOfKey, keyOf, packTag, recordName, typeOf } from './plan.ts';

/** What the worker remembers between its starts, beside the files themselves. */
export interface KeepingRecord {
  /** Grows with each change, so that the newest of two copies wins. */
  turn: number;
  /** Language tag → the release it was last whole in, what all releases until then had changed, the hash of its pack there, and when that was (milliseconds since 1970). */
  kept: Record<string, { version: string; releases?: readonly Change[]; hash?: string | undefined; checkedAt: number }>;
  /** The language that was read last. */
  lastRead?: string;
  /** When the site was last reached, in milliseconds since 1970. */
  seenAt?: number;
  /** The release in force: which, how many there had been with it, and what it changed for this phone. */
  inForce?: { version: string; releases: readonly Change[]; change: Change };
  /** A release that corrects words which could do harm has been seen, and is not in force here yet. */
  recalled?: boolean;
  /** What changed on pages that have not been opened since. */
  changes?: Changes;
  /** Those of them that a safety release has changed. */
  corrected?: string[] | undefined;
}

/** Why a file could not be kept. */
export class NotKept extends Error {
  constructor(readonly trouble: Trouble) {
    super(trouble);
  }
}

/** Told how many bytes have come, of how many where that is not the length of the file itself. */
type OnProgress = (done: number, of?: number) => void;

async function sha256(bytes: BufferSource): Promise<string> {
  return btoa(String.fromCharCode(...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))));
}

async function download(url: string, cache: RequestCache, signal: AbortSignal, onProgress?: OnProgress) {
  const response = await fetch(url, { cache, signal, redirect: 'error' });
  if (response.status !== 200 || response.type !== 'basic' || !response.body) return;
  const reader = response.body.getReader();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let done = 0;
  for (let step = await reader.read(); !step.done; step = await reader.read()) {
    chunks.push(step.value);
    onProgress?.((done += step.value.length));
  }
  return new Blob(chunks).arrayBuffer();
}

/** A signal to stop that comes after so long, in milliseconds. */
function abortedAfter(time: number): AbortSignal {
  const control = new AbortController();
  setTimeout(() => control.abort(), time);
  return control.signal;
}

/**
 * Fetches a file and lets it through only if its bytes have the promised hash: first as the browser's own cache
 * has it, then once more past that cache. One deadline (milliseconds) for both.
 */
async function fetchVerified(url: string, { hash }: KnownFile, deadline: number, onProgress?: OnProgress) {
  const signal = abortedAfter(deadline);
  let trouble: Trouble = 'network';
  for (const cache of ['default', 'reload'] as const) {
    try {
      const bytes = await download(url, cache, signal, onProgress);
      if (bytes && (await sha256(bytes)) === hash) return bytes;
      trouble = 'bytes';
    } catch {
      trouble = 'network';
    }
  }
  throw new NotKept(trouble);
}

/** The files of the site at `base` on this phone; nothing goes in or comes out without its hash being right. */
export function openStore(base: string, deadline = 30_000 /* ms for one file */) {
  const prefix = storePrefix(base);
  const fresh = prefix + Date.now().toString(36);
  const recordKey = keyOf(base, { path: '', hash: recordName });
  const underWay = new Map<string, Promise<void>>();
  let lastChange: Promise<unknown> = Promise.resolve();
  let closed = false;

  const names = async () => (await caches.keys()).filter((name) => name.startsWith(prefix));
  const stores = async () => Promise.all((closed ? [] : await names()).map((name) => caches.open(name)));

  /** The bytes of a kept file; `null` if there are none, and wrong ones are deleted on sight. */
  async function read(file: KnownFile): Promise<ArrayBuffer | null> {
    const key = keyOf(base, file);
    for (const store of await stores()) {
      const found = await store.match(key);
      if (!found) continue;
      const bytes = await found.arrayBuffer().catch(() => null);
      // What cannot be read now may be right, and be readable later.
      if (!bytes) continue;
      if ((await sha256(bytes)) === file.hash) return bytes;
      await store.delete(key);
    }
    return null;
  }

  /** A store may say that it has put something and have nothing: then one with a name never used before does. */
  async function put(key: string, content: () => Response, isThere: () => Promise<boolean>): Promise<boolean> {
    for (const name of [`${prefix}1`, fresh]) {
      try {
        if (closed) return false;
        await (await caches.open(name)).put(key, content());
        if (await isThere()) return true;
      } catch {
        // No room, or no storage: the caller is told.
      }
    }
    // Each start has a name of its own: on a full phone their stores would heap up.
    const inVain = await caches.open(fresh).catch(() => null);
    if (inVain && (await inVain.keys()).length === 0) await caches.delete(fresh);
    return false;
  }

  /** Only on a first visit, because later the browser's own cache may hold another release's page. */
  async function openedPage(address: string, tag: string): Promise<string> {
    if ((await stored()).some((file) => packTag(file.path) === tag)) throw new Error('Not the first visit');
    return (await fetch(address, { cache: 'only-if-cached', mode: 'same-origin' })).text();
  }

  async function makeBy({ path, bytes, from, page }: Way, tag: string, onProgress?: OnProgress): Promise<string | undefined> {
    const opened = page && (await openedPage(page, tag));
    const [part] = await Promise.all([download(base + path, 'default', abortedAfter(deadline / 3), (done) => onProgress?.(done, bytes)), from && ensure(from)]);
    if (!part) return undefined;
    if (!from) return complete(new TextDecoder().decode(part), opened ?? '');
    const source = await read(from);
    return source ? makePack(new TextDecoder().decode(source), packTag(from.path) ?? '', tag, part, opened) : undefined;
  }

  /** Makes a pack out of what is here and a smaller file; nothing if no way to it brings the right bytes. */
  async function make({ path, hash, ways = [] }: KnownFile, onProgress?: OnProgress): Promise<ArrayBuffer | undefined> {
    for (const way of ways) {
      try {
        const { buffer } = new TextEncoder().encode(await makeBy(way, packTag(path) ?? '', onProgress));
        if ((await sha256(buffer)) === hash) return buffer;
      } catch {
        // The next way, or the pack itself.
      }
    }
    return undefined;
  }

  async function fetchAndPut(file: KnownFile, onProgress?: OnProgress): Promise<void> {
    if (await read(file)) return;
    const bytes = (await make(file, onProgress)) ?? (await fetchVerified(base + file.path, file, deadline, onProgress));
    const content = () => new Response(bytes, { headers: { 'content-type': typeOf(file.path) } });
    const isThere = async () => (await read(file)) !== null;
    if (!(await put(keyOf(base, file), content, isThere))) throw new NotKept('space');
  }

  /** Sees to it that a file is kept; rejects with `NotKept`. Two callers share one download. */
  function ensure(file: KnownFile, onProgress?: OnProgress): Promise<void> {
    const key = keyOf(base, file);
    const work = underWay.get(key) ?? fetchAndPut(file, onProgress).finally(() => underWay.delete(key));
    underWay.set(key, work);
    return work;
  }

  /** Reads every file back and returns the paths of those that are not there whole. */
  async function missing(files: KnownFile[]): Promise<Set<string>> {
    const absent = await Promise.all(files.map(async (file) => ((await read(file)) ? [] : [file.path])));
    return new Set(absent.flat());
  }

  /** Every file that some store has under its hash, right or wrong. */
  async function stored(): Promise<KnownFile[]> {
    const keys = await Promise.all((await stores()).map((store) => store.keys()));
    const files = keys.flat().map(({ url }) => fileOfKey(base, url.slice(new URL(url).origin.length)));
    return files.filter((file) => file !== undefined);
  }

  async function forget(files: KnownFile[]): Promise<void> {
    for (const store of await stores()) {
      await Promise.all(files.map((file) => store.delete(keyOf(base, file))));
    }
  }

  async function readRecord(): Promise<KeepingRecord> {
    let newest: KeepingRecord = { turn: 0, kept: {} };
    for (const store of await stores()) {
      const read = async (): Promise<unknown> => (await store.match(recordKey))?.json();
      // What cannot be read now may be right.
      const content = await read().catch(read).catch(() => null);
      const found = content as Partial<KeepingRecord> | null | undefined;
      if (found?.kept && (found.turn ?? 0) > newest.turn) newest = found as KeepingRecord;
    }
    return newest;
  }

  /** Changes the record, one change after the other; a record that cannot be written costs nothing but memory. */
  function changeRecord(change: (record: KeepingRecord) => void): Promise<void> {
    const work = lastChange.then(async () => {
      const record = await readRecord();
      change(record);
      record.turn += 1;
      const content = () => new Response(JSON.stringify(record), { headers: { 'content-type': typeOf('.json') } });
      await put(recordKey, content, async () => (await readRecord()).turn === record.turn);
    });
    lastChange = work.catch(() => {});
    return work;
  }

  /** Deletes everything, and keeps nothing from now on. */
  async function clear(): Promise<void> {
    closed = true;
    // A store that was just being looked into comes back, empty, and goes the second time.
    for (const _ of [1, 2]) await Promise.all((await names()).map((name) => caches.delete(name)));
  }

  /** Keeps again after `clear`. */
  const reopen = (): void => void (closed = false);

  return { read, ensure, missing, stored, forget, readRecord, changeRecord, clear, reopen };
}

/** What `openStore` gives. */
export type Store = ReturnType<typeof openStore>;
