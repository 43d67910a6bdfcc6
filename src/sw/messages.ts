import type { Change } from './release.ts';

export type { Change };

/** Why something could not be kept: no connection or too slow; other bytes than promised; no room; a language that this release lacks; a language that an open page shows or that is always kept. */
export type Trouble = 'network' | 'bytes' | 'space' | 'unknown' | 'in-use';

/** What the page may ask of the worker, each with its answer. */
export interface Conversation {
  /**
   * Is the language (with English and the shell, and with the pages of staff if `staff`) on this phone, byte for byte? `mend` fetches what is missing
   * first. `all`: is everything here that the install waits for, which other open pages may be in need of?
   */
  audit: { ask: { tag: string; mend: boolean; staff?: boolean; all?: boolean }; answer: Audit };
  /** Keep one more language. */
  keep: { ask: { tag: string }; answer: Outcome };
  /** Give up a language that is not needed any more. */
  drop: { ask: { tag: string }; answer: Outcome };
  /** What a page of this `data-version` is told when it opens: what has changed on it since it was last opened (told once), and when the site was last reached. */
  news: { ask: { address: string; version: string }; answer: News };
  /** What is on this phone. */
  status: { ask: object; answer: Status };
  /** Delete everything that was kept and unregister. */
  clear: { ask: object; answer: Outcome };
}

/** The names of the questions. */
export type Question = keyof Conversation;
/** A question as it is posted, together with one `MessagePort` for the replies (none where a worker passes it on to its successor). */
export type Ask = { [T in Question]: { type: T } & Conversation[T]['ask'] }[Question];
/**
 * A nudge, without an answer: to a waiting worker, to take over now (the name is workbox-window's); to the active one,
 * to let its successor take over if it has no other page open, and to look for one.
 */
export type Nudge = { type: 'SKIP_WAITING' } | { type: 'cold-start' } | { type: 'look' };

/**
 * What a worker tells every open page, unasked: the reader has had everything removed; words could do harm, and what corrects them is on
 * its way; or the phone has no room for so many bytes that are missing.
 */
export type Notice = { readonly type: 'cleared'; readonly at: number /* milliseconds since 1970 */ } | { readonly type: 'recalled' } | { readonly type: 'full'; readonly bytes: number };

/** The start of the name of every store of a site at `base`, and the channel of its notices; the space keeps `/a/` apart from `/a/b/`. */
export const storePrefix = (base: string): string => `handleaf ${base} `;

/** What comes back through the port: `heard` at once, any number of `progress`, then one `done`, or `failed` if the phone's storage failed. */
export type Reply<T extends Question = Question> =
  | { type: 'heard' }
  | { type: 'progress'; done: number /* bytes */; total: number /* bytes */ }
  | { type: 'done'; answer: Conversation[T]['answer'] }
  | { type: 'failed' };

export interface Audit {
  /** The language is meant to be kept. */
  kept: boolean;
  /** The language, English and the shell were all read back and have the right hash. */
  whole: boolean;
}

export interface News {
  /** What the release that answers has changed for this phone. */
  change: Change;
  /** Ids of blocks on the page whose words have changed; `''` for words outside of blocks. */
  blocks: string[];
  /** When the site was last reached, in milliseconds since 1970; `null` if nobody knows. */
  seenAt: number | null;
  /** Words of this release could do harm, and what corrects them has not come to this phone yet. */
  recalled: boolean;
  /** The page came from the release before, just when this one took over: it would now be shown otherwise. */
  stale: boolean;
}

export interface Outcome {
  ok: boolean;
  trouble?: Trouble;
}

export interface LanguageState {
  tag: string;
  /** Of the pack that this release has of it: SHA-256, base64. */
  hash: string;
  kept: boolean;
  /** Read back and compared just now. */
  whole: boolean;
  /** Length of its pack on the phone, and what it costs to fetch, in bytes. */
  bytes: number;
  fetchBytes: number;
  /** The release that its pages on this phone belong to; `''` where there are none. */
  version: string;
  /** When it was last found whole, in milliseconds since 1970; `null` if never. */
  checkedAt: number | null;
}

export interface Status {
  languages: LanguageState[];
}
