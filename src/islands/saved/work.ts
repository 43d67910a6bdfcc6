import type { Outcome } from '../../sw/messages.ts';
import { check, keep, mend } from '../offline/keeping.ts';

/** How a piece of work ended, as the key of what is said about it. */
export type WorkOutcome = 'done' | 'mended' | 'failed' | 'full';

const worstFirst: readonly WorkOutcome[] = ['full', 'failed', 'mended'];

/**
 * Reads every language back byte for byte, and fetches what is missing or wrong; tells the worst that came of it.
 *
 * @param onStep told how many languages are done, with the part of the one that is under way
 */
export async function mendAndKeep(tags: readonly string[], onStep: (done: number) => void): Promise<WorkOutcome> {
  const outcomes: WorkOutcome[] = [];
  for (const [index, tag] of tags.entries()) {
    outcomes.push(await mendOrKeep(tag, (part) => onStep(index + part)));
    onStep(index + 1);
  }
  return worstFirst.find((outcome) => outcomes.includes(outcome)) ?? 'done';
}

async function mendOrKeep(tag: string, onStep: (part: number) => void): Promise<WorkOutcome> {
  const audit = await check(tag).catch(() => undefined);
  if (audit?.kept && audit.whole) return 'done';
  const kept = await keep(tag, (done, total) => onStep(done / total)).catch((): Outcome => ({ ok: false }));
  if (!kept.ok) return kept.trouble === 'space' ? 'full' : 'failed';
  if (!(await mend(tag).catch(() => undefined))?.whole) return 'failed';
  return audit?.kept ? 'mended' : 'done';
}
