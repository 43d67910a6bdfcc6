import type { Ask, Audit, Conversation, Outcome, Question, Status } from '../../sw/messages.ts';
import { ownPrefix } from '../base.ts';
import { ask, inCharge, registrationHere } from './ask.ts';
import { tellPages } from './notices.ts';

/** What is on this phone, as the page of what is kept shows it. */
export interface KeptStatus extends Status {
  /** The kept languages that a newer release, which is whole on this phone and waits to be used, has other pages of. */
  newer: readonly string[];
}

/** There is no worker to ask: this browser cannot keep anything, or has not finished yet. */
export class NothingKept extends Error {}

async function askActive<T extends Question>(
  question: Extract<Ask, { type: T }>,
  onProgress?: (done: number, total: number) => void,
): Promise<Conversation[T]['answer']> {
  const worker = await inCharge();
  if (!worker) throw new NothingKept();
  return ask(worker, question, onProgress).catch(async (error: unknown) => {
    // One that was replaced meanwhile answers nothing more.
    const next = await inCharge();
    if (!next || next === worker) throw error;
    return ask(next, question, onProgress);
  });
}

/** Asks what is kept, every byte read back; rejects with `NothingKept` or `NoAnswer`. */
export async function askStatus(): Promise<KeptStatus> {
  const waiting = (await registrationHere())?.waiting;
  const [status, next] = await Promise.all([
    askActive<'status'>({ type: 'status' }),
    waiting ? ask<'status'>(waiting, { type: 'status' }).catch(() => null) : null,
  ]);
  const coming = new Map(next?.languages.map(({ tag, hash }) => [tag, hash]));
  const newer = status.languages.filter(({ tag, hash, kept }) => kept && (coming.get(tag) ?? hash) !== hash).map(({ tag }) => tag);
  return { ...status, newer };
}

/** Keeps one more language; `onProgress` is told bytes done and bytes in all (before compression). */
export const keep = (tag: string, onProgress?: (done: number, total: number) => void): Promise<Outcome> =>
  askActive<'keep'>({ type: 'keep', tag }, onProgress);

/** Gives a language up; English and the languages of open pages stay (`in-use`). */
export const drop = (tag: string): Promise<Outcome> => askActive<'drop'>({ type: 'drop', tag });

/** Reads a language back and compares it, without fetching anything. */
export const check = (tag: string): Promise<Audit> => askActive<'audit'>({ type: 'audit', tag, mend: false });

/** Fetches whatever is missing of a kept language, of English and of the shell, and tells whether all is whole. */
export const mend = (tag: string): Promise<Audit> => askActive<'audit'>({ type: 'audit', tag, mend: true });

/** How long the worker may take to clear, in milliseconds: some browsers end it before it has said that it has. */
const clearing = 5_000;

/** Deletes everything that was kept and unregisters; no open page keeps anything again. Where no worker answers, this page does it. */
export const clearAll = (): Promise<Outcome> =>
  Promise.race([askActive<'clear'>({ type: 'clear' }), new Promise<never>((_, reject) => setTimeout(reject, clearing))]).catch(clearHere);

async function clearHere(): Promise<Outcome> {
  tellPages({ type: 'cleared', at: Date.now() });
  const registration = await registrationHere();
  for (const worker of [registration?.installing, registration?.waiting]) worker?.postMessage({ type: 'clear' } satisfies Ask);
  const prefix = ownPrefix();
  // Where the browser forbids a look, it cannot be said that nothing is there.
  const names = 'caches' in window ? await caches.keys() : [];
  await Promise.all(names.filter((name) => name.startsWith(prefix)).map((name) => caches.delete(name)));
  await registration?.unregister();
  return { ok: true };
}
