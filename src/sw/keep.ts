import type { KeepingRecord, Store } from './caches.ts';
import { NotKept } from './caches.ts';
import { bothChanges, changedBlocks, type Changes } from './changes.ts';
import type { Audit, Notice, Outcome, Trouble } from './messages.ts';
import type { KnownFile } from './plan.ts';
import { filesFor, holds, languageOf, languagesToKeep, obsolete, packFile, packTag } from './plan.ts';
import { staffPack, type Release } from './release.ts';
import { changeHere, changeSince } from './tell.ts';

/** How long after a try to mend that failed there is no other, in milliseconds: the page tries again after 5 s. */
const mendingPause = 3_000;

const troubleOf = (error: unknown): Trouble => (error instanceof NotKept ? error.trouble : 'space');

/** What one release keeps on a phone: takes it in, proves it, mends it and gives it up. `openPages` gives the addresses of all open pages, `tell` tells them something. */
export function keeperOf(release: Release, store: Store, openPages: () => Promise<string[]>, tell: (notice: Notice) => Promise<void>) {
  const english = release.defaultLanguage;
  let lastMending = -Infinity;
  /** What the install waits for; nothing once the browser has ended and started this worker: then no install goes on. */
  let awaited: KnownFile[] = [];
  /** What the reader has given up while it may still be on its way here. */
  const givenUp = new Set<string | undefined>();

  async function languages(open: string[]): Promise<string[]> {
    const { kept } = await store.readRecord();
    const stored = (await store.stored()).map(({ path }) => packTag(path)).filter((tag) => tag !== undefined);
    return languagesToKeep(release, [...Object.keys(kept), ...stored], open);
  }

  /** Fetches what is missing, all at once, and waits for the last, so that a later try finds what did arrive. Pages are told of a full phone, unless it is tried `again`. */
  async function ensureAll(files: KnownFile[], again?: boolean): Promise<Trouble | undefined> {
    const tries = await Promise.allSettled(files.map((file) => store.ensure(file)));
    await store.forget(files.filter(({ path }) => givenUp.has(packTag(path))));
    const failure = tries.find((attempt) => attempt.status === 'rejected');
    const trouble = failure && troubleOf(failure.reason);
    if (trouble === 'space' && !again) {
      const lost = files.filter((_, index) => tries[index]?.status === 'rejected').map(({ path }) => path);
      const packs = Object.values(release.packs).filter(({ path }) => lost.includes(path));
      await tell({ type: 'full', bytes: packs.reduce((sum, { bytes }) => sum + bytes, 0) });
    }
    return trouble;
  }

  /** Takes the release in, whole, or rejects and leaves what is there as it was. */
  async function install(): Promise<void> {
    const open = await openPages();
    const files = (awaited = filesFor(release, await languages(open), open));
    // What is wrong is known from now on, even if what is right never comes.
    const record = await store.readRecord();
    // One that comes again, in the place of one that waited, is what is read already.
    const isRead = record.inForce?.version === release.version;
    const correction = Object.keys(record.kept).length > 0 && !isRead && changeHere(release, record) === 'safety';
    if (correction) {
      await store.changeRecord((record) => void (record.recalled = true));
      await tell({ type: 'recalled' });
    }
    if ((await ensureAll(files, true)) === 'space') {
      await store.forget(await leftovers());
      await ensureAll(files);
    }
    // What nobody reads now does not keep a correction from who reads: it stays as it is until its own can be fetched.
    const needed = correction ? languagesToKeep(release, [], open) : Object.keys(release.packs);
    const mayLack = (tag: string | undefined) => tag !== undefined && (tag === staffPack || givenUp.has(tag) || !needed.includes(tag));
    const missing = [...(await store.missing(files))].find((path) => !mayLack(packTag(path)));
    if (missing !== undefined) throw new Error(`Not whole: ${missing}`);
  }

  /** Packs of releases that never came into force, of languages whose pack in force is here. */
  async function leftovers(): Promise<KnownFile[]> {
    const { kept } = await store.readRecord();
    const stored = await store.stored();
    const here = (tag: string, hash: string | undefined) => stored.some((file) => packTag(file.path) === tag && file.hash === hash);
    return stored.filter(({ path, hash }) => {
      const tag = packTag(path);
      const read = tag && kept[tag]?.hash;
      return tag && read && here(tag, read) && hash !== read && hash !== release.packs[tag]?.hash;
    });
  }

  const pagesOf = async (file: KnownFile): Promise<Record<string, string>> => {
    const found = await store.read(file);
    return found ? (JSON.parse(new TextDecoder().decode(found)) as Record<string, string>) : {};
  };

  /** What a language says otherwise than what was read last. */
  async function findChanges(tag: string, read: string | undefined): Promise<Changes> {
    const file = packFile(tag, release);
    if (!file || read === file.hash) return {};
    const others = (await store.stored()).filter(({ path, hash }) => packTag(path) === tag && hash !== file.hash);
    const older = others.find(({ hash }) => hash === read) ?? others[0];
    return older ? changedBlocks(await pagesOf(older), await pagesOf(file)) : {};
  }

  /**
   * Finds what is to be noted of these languages: what they say otherwise than what was read last, and that they are of this release now.
   * A language may have missed releases that are in force here: what those changed is told with it.
   */
  async function adoptionOf(tags: string[]): Promise<(record: KeepingRecord) => void> {
    const record = await store.readRecord();
    const here = changeHere(release, record);
    const found = await Promise.all(
      tags.map(async (tag) => {
        const { hash, releases } = record.kept[tag] ?? {};
        const change = releases ? changeSince(release, releases) : here;
        return { change, changes: change === 'cosmetic' ? {} : await findChanges(tag, hash).catch(() => ({})) };
      }),
    );
    return (record) => {
      for (const { change, changes } of found) {
        record.changes = bothChanges(record.changes ?? {}, changes);
        if (change === 'safety') record.corrected = [...(record.corrected ?? []), ...Object.keys(changes)];
      }
      for (const tag of tags) record.kept[tag] = { version: release.version, releases: release.releases, hash: release.packs[tag]?.hash, checkedAt: Date.now() };
    };
  }

  const adopt = async (tags: string[]): Promise<void> => store.changeRecord(await adoptionOf(tags));

  /** Gives up what earlier releases needed, once what replaces it has been read back. */
  async function takeOver(): Promise<void> {
    // Listed first: what a page has kept in the meantime is not among the tags and must not be given up.
    const before = await store.stored();
    const tags = await languages([]);
    const change = changeHere(release, await store.readRecord());
    const comeIntoForce = (record: KeepingRecord) => {
      record.seenAt ??= Date.now();
      record.inForce = { version: release.version, releases: release.releases, change };
      delete record.recalled;
    };
    await store.changeRecord(comeIntoForce);
    const files = filesFor(release, tags);
    const missing = await store.missing(files);
    const adopted = tags.filter((tag) => !missing.has(release.packs[tag]?.path ?? ''));
    const noteAdopted = await adoptionOf(adopted);
    await store.changeRecord(noteAdopted);
    await store.forget(obsolete(before, files, missing));
    // A phone that was full has room for the record only now.
    const { inForce, kept } = await store.readRecord();
    if (inForce?.version === release.version && adopted.every((tag) => !kept[tag] || kept[tag].version === release.version)) return;
    await store.changeRecord((record) => {
      comeIntoForce(record);
      noteAdopted(record);
    });
  }

  /** Is this language here, with English and the shell, and with the pages of `staff`; or `all` that the install waits for? With `mend`, whatever is missing is fetched first. */
  async function audit(tag: string, mend: boolean, staff?: boolean, all?: boolean): Promise<Audit> {
    const { kept } = await store.readRecord();
    const tags = languagesToKeep(release, staff ? [tag, staffPack] : [tag], []);
    const files = all ? awaited : filesFor(release, tags);
    if (mend) for (const needed of tags) givenUp.delete(needed);
    let missing = await store.missing(files);
    if (missing.size > 0 && mend && performance.now() - lastMending > mendingPause) {
      if (await ensureAll(files.filter(({ path }) => missing.has(path)))) lastMending = performance.now();
      missing = await store.missing(files);
    }
    const whole = missing.size === 0 && holds(release.packs, tag);
    if (whole && (mend || tag in kept)) {
      const noteAdopted = await adoptionOf(tags);
      await store.changeRecord((record) => {
        noteAdopted(record);
        // The first page of all was opened before there was a worker to see it.
        record.lastRead ??= tag;
      });
    }
    return { kept: tag in kept || (mend && whole), whole };
  }

  /** Keeps a language; `onProgress` is told bytes done and bytes in all. `note: false` where another worker has the record. */
  async function keep(tag: string, note: boolean, onProgress?: (done: number, total: number) => void): Promise<Outcome> {
    const pack = release.packs[tag];
    const file = packFile(tag, release);
    if (!pack || !file) return { ok: false, trouble: 'unknown' };
    givenUp.delete(tag);
    try {
      await store.ensure(file, (done, of = pack.bytes) => onProgress?.(Math.min(done / of, 1) * pack.bytes, pack.bytes));
    } catch (error) {
      return { ok: false, trouble: troubleOf(error) };
    }
    onProgress?.(pack.bytes, pack.bytes);
    if (note) await adopt([tag]);
    return { ok: true };
  }

  /** Gives a language up, unless it is English or an open page shows it. */
  async function drop(tag: string, note: boolean): Promise<Outcome> {
    const shown = (await openPages()).map((href) => languageOf(href, release));
    if (tag === english || shown.includes(tag)) return { ok: false, trouble: 'in-use' };
    givenUp.add(tag);
    await store.forget((await store.stored()).filter(({ path }) => packTag(path) === tag));
    if (note) await store.changeRecord(({ kept }) => void delete kept[tag]);
    return { ok: true };
  }

  /** Mends, in the background, what else is kept besides the reader's own language, and fetches the pages of staff if `spare`. */
  async function mendAll(spare: boolean): Promise<void> {
    const { kept } = await store.readRecord();
    const files = filesFor(release, languagesToKeep(release, spare ? [...Object.keys(kept), staffPack] : Object.keys(kept), []));
    const missing = await store.missing(files);
    await ensureAll(files.filter(({ path }) => missing.has(path)));
    // What came late is told now: the next release may change looks only, and would say nothing of it.
    const late = Object.keys(kept).filter((tag) => missing.has(release.packs[tag]?.path ?? ''));
    const absent = await store.missing(filesFor(release, late));
    await adopt(late.filter((tag) => !absent.has(release.packs[tag]?.path ?? '')));
  }

  return { install, takeOver, audit, keep, drop, mendAll };
}
