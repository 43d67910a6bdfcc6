import { check, keep, mend } from '../offline/keeping.ts';

/** How a piece of work ended, as the key of what is said about it. */
export type WorkOutcome = 'done' | 'mended' | 'failed' | 'full';

/**
 * Reads every language back byte for byte, and fetches what is missing or wrong.
 *
 * @param onStep told how many languages are done, with the part of the one that is under way
 */
export async function mendAndKeep(tags: readonly string[], onStep: (done: number) => void): Promise<WorkOutcome> {
  let outcome: WorkOutcome = 'done';
  for (const [index, tag] of tags.entries()) {
    const audit = await check(tag).catch(() => undefined);
    if (!audit?.kept || !audit.whole) {
      const kept = await keep(tag, (done, total) => onStep(index + done / total)).catch(() => ({ ok: false, trouble: undefined }));
      if (!kept.ok) return kept.trouble === 'space' ? 'full' : 'failed';
      if (!(await mend(tag).catch(() => undefined))?.whole) return 'failed';
      if (audit?.kept) outcome = 'mended';
    }
    onStep(index + 1);
  }
  return outcome;
}
