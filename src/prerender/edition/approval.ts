import { createHash } from 'node:crypto';
import type { Edition } from '../../content/edition.ts';
import { newEdition } from '../../content/editions/index.ts';
import type { Review } from '../../pages/page-context.ts';
import { everyFact } from './every-fact.ts';
import type { LanguageFiles } from '../draw/load-words.ts';

/**
 * What an approval is bound to: every word of a language and every fact of the edition (`everyFact`).
 * Who has approved it, and which other languages there are, do not count.
 *
 * @param words of one language, as the edition says them
 */
export function contentHash(edition: Edition, words: LanguageFiles): string {
  const facts = everyFact({ ...edition, approvals: {}, publishes: 'drafts with label', languages: 'all' });
  const { provenance: _, ...read } = words;
  return createHash('sha256').update(JSON.stringify(inOrder([facts, read]))).digest('hex').slice(0, 16);
}

/** How a place is named in sentences; "abroad" may stay as it came. */
const names = ['region', 'inRegion'] as const;

/**
 * Throws where the place of an edition is still called what `npm run edition -- new` calls it ("this area"): nobody can approve a text that does not say where it holds.
 *
 * @param filesOf every file of the languages that are to be approved, by tag
 */
export function refuseUnnamed({ id }: Edition, filesOf: Readonly<Record<string, LanguageFiles>>): void {
  // Nobody publishes the commented edition itself.
  if (id === newEdition.id) return;
  const problems = Object.entries(filesOf).flatMap(([tag, { [id]: own, [newEdition.id]: first }]) =>
    names.filter((name) => own?.[name] !== undefined && own[name] === first?.[name]).map((name) => `locales/${tag}/${id}.json: "${name}" is still "${String(own?.[name])}". Write how your place is called`),
  );
  if (problems.length > 0) throw new Error(`The text of the edition "${id}" cannot be approved before its place has a name:\n  ${problems.join('\n  ')}`);
}

/** Whether the text of a language is approved, was approved before it changed, or never was. */
export function reviewOf(edition: Edition, tag: string, hash: string): Review {
  const approval = (edition.approvals as Readonly<Record<string, Edition['approvals'][keyof Edition['approvals']]>>)[tag];
  if (!approval) return { state: 'none' };
  return { state: approval.hash === hash ? 'approved' : 'lapsed', by: approval.by, on: approval.on };
}

/** The same with the keys of each object in alphabetical order, so that moving a line changes no hash. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, inOrder(inner)]));
}
