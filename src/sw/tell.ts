import type { KeepingRecord, Store } from './caches.ts';
import type { Change, LanguageState, News, Status } from './messages.ts';
import { filesFor, holds, packFile, packTag } from './plan.ts';
import { changeKinds, staffPack, type Release } from './release.ts';

/** How exactly it is known when the site was last reached, in milliseconds. */
const seeingPause = 6 * 3_600_000;

/** What this release changes for who has seen these: the strongest change among the releases since. */
export function changeSince({ releases }: Release, seen: readonly Change[]): Change {
  const parted = seen.findIndex((line, index) => line !== releases[index]);
  const from = parted < 0 ? seen.length : parted;
  const unseen = releases.slice(from);
  // One that takes others back changes what those did; one without a line of its own is what its last line says.
  const lines = unseen.length > 0 ? unseen : from < seen.length ? seen.slice(from) : releases.slice(-1);
  return changeKinds.filter((change) => lines.includes(change)).pop() ?? 'changed';
}

/** What this release changes for the phone that has this record. */
export function changeHere(release: Release, { inForce }: KeepingRecord): Change {
  return inForce?.version === release.version ? inForce.change : changeSince(release, inForce?.releases ?? release.releases);
}

/** Whether a page that this release corrects still comes from an older one, because its language could not be fetched. */
async function isBehind(release: Release, store: Store, change: Change, address: string): Promise<boolean> {
  const tag = address.split('/')[0] ?? '';
  const file = packFile(tag, release);
  if (!file || change !== 'safety' || (await store.missing([file])).size === 0) return false;
  return (await store.stored()).some(({ path }) => packTag(path) === tag);
}

/**
 * What has changed on a page since it was last opened; told once, and not to a page that is `stale`. With `''`, the address of the list of
 * languages, which tells no news, a page asks what a release changes that waits.
 */
export async function newsFor(release: Release, store: Store, address: string, stale: boolean): Promise<News> {
  const record = await store.readRecord();
  const { changes = {}, corrected = [], seenAt = null, inForce, recalled: isDue } = record;
  const change = changeHere(release, record);
  // While a release takes over, what was due is the release itself.
  const recalled = isDue && inForce?.version === release.version ? true : await isBehind(release, store, change, address);
  const blocks = address && !stale && holds(changes, address) ? (changes[address] ?? []) : [];
  // One that waits and is in force already, because the host went back to it, brings nothing new.
  const isHere = !address && inForce?.version === release.version;
  // A page that was left before a correction is wrong also where a release that came later is in force.
  const isWrong = stale && corrected.includes(address);
  if (blocks.length === 0) return { change: isHere ? 'cosmetic' : isWrong ? 'safety' : change, blocks, seenAt, recalled, stale };
  await store.changeRecord((record) => {
    delete record.changes?.[address];
    record.corrected = record.corrected?.filter((other) => other !== address);
  });
  return { change: corrected.includes(address) ? 'safety' : 'changed', blocks, seenAt, recalled, stale };
}

/**
 * Notes that the site has been reached, at most once in a while: each note is written to the phone. `newest`: the site has no newer
 * release, so that a correction which was known and never came has been taken back.
 */
export async function noteSeen(store: Store, newest: () => boolean): Promise<void> {
  const { seenAt = 0, recalled } = await store.readRecord();
  if (!(recalled && newest()) && Math.abs(Date.now() - seenAt) <= seeingPause) return;
  await store.changeRecord((record) => {
    record.seenAt = Date.now();
    if (newest()) delete record.recalled;
  });
}

/** What is on this phone, every byte of it read back. */
export async function statusOf(release: Release, store: Store): Promise<Status> {
  const { kept } = await store.readRecord();
  const packs = Object.entries(release.packs).filter(([tag]) => tag !== staffPack);
  const missing = await store.missing(filesFor(release, packs.map(([tag]) => tag)));
  const languages = packs.map(([tag, { path, hash, bytes, fetchBytes }]): LanguageState => {
    const whole = !missing.has(path);
    const { version = '', checkedAt = null } = kept[tag] ?? {};
    return { tag, hash, kept: tag in kept, whole, bytes, fetchBytes, version: whole ? release.version : version, checkedAt };
  });
  return { languages };
}
