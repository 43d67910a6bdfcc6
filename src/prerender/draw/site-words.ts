import { join } from 'node:path';
import type { Edition } from '../../content/edition.ts';
import { elsewhere } from '../../content/elsewhere.ts';
import { languages, pseudoLanguages, sourceTag, type Language } from '../../i18n/languages.ts';
import { mirror, stretch } from '../../i18n/pseudo.ts';
import { createTranslator, type Translator, type Values } from '../../i18n/translator.ts';
import type { Review, TextState } from '../../pages/page-context.ts';
import { contentHash, refuseUnnamed, reviewOf } from '../edition/approval.ts';
import { checkEdition, overdue } from '../check/check-edition.ts';
import { checkLanguages } from '../check/check-languages.ts';
import { checkSources } from '../check/check-sources.ts';
import { blameSource, checkBlocks, checkWords } from '../check/check-words.ts';
import { checkNumberNames, checkOverlay, checkTerms, ownFiles, wordsFor } from '../edition/edition-words.ts';
import { changeSentences, loadLanguage, type LanguageFiles } from './load-words.ts';

/** The words of a build: whole, or an error that names every gap. */
export interface SiteWords {
  readonly languages: readonly Language[];
  readonly translators: Readonly<Record<string, Translator>>;
  readonly files: Readonly<Record<string, LanguageFiles>>;
  readonly states: Readonly<Record<string, TextState>>;
  readonly reviews: Readonly<Record<string, Review>>;
  readonly contentHashes: Readonly<Record<string, string>>;
  /** What whoever builds has to hear, one sentence each: which languages are left out or drafts again and why, and that the words are overdue. */
  readonly notes: readonly string[];
}

/** Loads and checks the facts of an edition and its words in every language; throws with the list of what is missing or wrong. */
export function loadSiteWords(locales: string, edition: Edition, pseudo: boolean): SiteWords {
  // Before the rest: an edition speaks every language that stands there.
  const ofLanguages = checkLanguages();
  if (ofLanguages.length > 0) throw new Error(ofLanguages.join('\n'));
  const wrong = [...checkSources(), ...checkEdition(edition, join(locales, '../src'))];
  if (wrong.length > 0) throw new Error(`The edition "${edition.id}" cannot be built:\n  ${wrong.join('\n  ')}`);
  const drafted = languages.filter(({ tag }) => edition.languages === 'all' || (edition.languages as readonly string[]).includes(tag));
  const written: Record<string, LanguageFiles> = Object.fromEntries(drafted.map(({ tag }) => [tag, loadLanguage(locales, tag)]));
  const files = Object.fromEntries(Object.entries(written).map(([tag, all]) => [tag, ownFiles(edition, all)]));
  const source = files[sourceTag] ?? {};
  const ofTerms = drafted.flatMap(({ tag }) => checkTerms(edition, tag, written[tag] ?? {}));
  const ofWords = blameSource(drafted.flatMap(({ tag }) => checkWords(tag, files[tag] ?? {}, source)), drafted.length - 1);
  const ofEnglish = [...checkOverlay(edition, source), ...checkNumberNames(edition, source)];
  for (const { tag } of drafted) files[tag] = wordsFor(edition, files[tag] ?? {});
  // What English lacks comes first: every other language is compared with it.
  const problems = [...ofEnglish, ...checkBlocks(edition, files[sourceTag] ?? {}, source), ...ofTerms, ...ofWords];
  if (problems.length > 0) throw new Error(`The words are not whole:\n  ${problems.join('\n  ')}`);

  refuseUnnamed(edition, Object.fromEntries(Object.entries(written).filter(([tag]) => Object.hasOwn(edition.approvals, tag))));

  const contentHashes = Object.fromEntries(drafted.map(({ tag }) => [tag, contentHash(edition, files[tag] ?? {})]));
  const reviews: Record<string, Review> = Object.fromEntries(drafted.map(({ tag }) => [tag, reviewOf(edition, tag, contentHashes[tag] ?? '')]));
  const published = edition.publishes === 'reviewed only' ? drafted.filter(({ tag }) => reviews[tag]?.state === 'approved') : drafted;
  if (!published.some(({ tag }) => tag === sourceTag)) {
    throw new Error(`The edition "${edition.id}" publishes approved languages only (publishes: 'reviewed only'), but its English text is not approved as it stands now. English is what staff read: have it approved with "npm run edition -- approve ${edition.id} ${sourceTag}", or publish drafts with their label.`);
  }

  if (!published.some(({ tag }) => tag === edition.clinicLanguage)) {
    throw new Error(`The edition "${edition.id}" publishes approved languages only (publishes: 'reviewed only'), but the text in "${edition.clinicLanguage}", the language of its clinics, is not approved as it stands now. Have it approved with "npm run edition -- approve ${edition.id} ${edition.clinicLanguage}", or choose another clinicLanguage.`);
  }

  const all: readonly Language[] = pseudo ? [...published, ...pseudoLanguages] : published;
  if (pseudo) {
    const english = { ...files[sourceTag], provenance: { ...files[sourceTag]?.['provenance'], state: 'machine-draft' } };
    files['en-XA'] = changeSentences(english, stretch);
    files['ar-XB'] = changeSentences(english, mirror);
    for (const { tag } of pseudoLanguages) reviews[tag] = { state: 'none' };
  }
  const translators = Object.fromEntries(all.map(({ tag }) => [tag, createTranslator(tag, files[tag] ?? {}, valuesOf(edition, files[tag] ?? {}))]));
  const states = Object.fromEntries(all.map(({ tag }) => [tag, files[tag]?.['provenance']?.['state'] as TextState]));
  const left = drafted.filter((language) => !published.includes(language)).map(({ tag, english }) => `${english} is left out: ${reasonOf(reviews[tag])}.`);
  const lapsed = published.filter(({ tag }) => reviews[tag]?.state === 'lapsed').map(({ tag, english }) => `${english} is a draft again: ${reasonOf(reviews[tag])}.`);
  return { languages: all, translators, files, states, reviews, contentHashes, notes: [...left, ...lapsed, ...overdue(edition)] };
}

function reasonOf(review: Review | undefined): string {
  return !review || review.state === 'none' ? 'nobody has approved it' : `changed since ${review.by} approved it on ${review.on}`;
}

/** Everything that sentences may be filled with: facts of the edition, and how its place is named in this language. */
export function valuesOf(edition: Edition, files: LanguageFiles): Values {
  return {
    ...Object.fromEntries(Object.entries(edition.numbers ?? {}).map(([name, fact]) => [name, fact.value])),
    ...(files[edition.id] as Record<string, string>),
    ...elsewhere,
    name: edition.name,
    seconds: edition.handWashing.seconds.value,
    ...(edition.interpretedLanguages ? { languages: edition.interpretedLanguages.value } : {}),
  };
}
