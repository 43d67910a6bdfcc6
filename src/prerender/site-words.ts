import type { Edition } from '../content/edition.ts';
import { languages, pseudoLanguages, sourceTag, type Language } from '../i18n/languages.ts';
import { mirror, stretch } from '../i18n/pseudo.ts';
import { createTranslator, type Translator, type Values, type Words } from '../i18n/translator.ts';
import type { TextState } from '../pages/page-context.ts';
import { checkBlocks, checkWords } from './check-words.ts';
import { loadLanguage, type LanguageFiles } from './load-words.ts';

/** The words of a build: whole, or an error that names every gap. */
export interface SiteWords {
  readonly languages: readonly Language[];
  readonly translators: Readonly<Record<string, Translator>>;
  readonly files: Readonly<Record<string, LanguageFiles>>;
  readonly states: Readonly<Record<string, TextState>>;
}

/** Loads and checks the words of every language of an edition; throws with the list of what is missing. */
export function loadSiteWords(locales: string, edition: Edition, pseudo: boolean): SiteWords {
  const published = languages.filter(({ tag }) => edition.languages === 'all' || (edition.languages as readonly string[]).includes(tag));
  const files: Record<string, LanguageFiles> = Object.fromEntries(published.map(({ tag }) => [tag, loadLanguage(locales, tag)]));
  const source = files[sourceTag];
  if (!source) throw new Error(`editions/${edition.id}: languages must hold "${sourceTag}", which staff read`);

  const problems = [...checkBlocks(edition, source), ...published.flatMap(({ tag }) => checkWords(tag, files[tag] ?? {}, source))];
  if (problems.length > 0) throw new Error(`The words are not whole:\n  ${problems.join('\n  ')}`);

  const all: readonly Language[] = pseudo ? [...published, ...pseudoLanguages] : published;
  if (pseudo) {
    files['en-XA'] = changeWords(source, stretch);
    files['ar-XB'] = changeWords(source, mirror);
  }
  const translators = Object.fromEntries(all.map(({ tag }) => [tag, createTranslator(tag, files[tag] ?? {}, valuesOf(edition, files[tag] ?? {}))]));
  const states = Object.fromEntries(all.map(({ tag }) => [tag, files[tag]?.['provenance']?.['state'] as TextState]));
  return { languages: all, translators, files, states };
}

/** Everything that sentences may be filled with: facts of the edition, and how its place is named in this language. */
function valuesOf(edition: Edition, files: LanguageFiles): Values {
  const phrases = files[edition.id];
  if (!phrases) throw new Error(`locales: no words for the edition "${edition.id}" (file ${edition.id}.json)`);
  return {
    ...(phrases as Record<string, string>),
    ...edition.handWashing.elsewhere,
    name: edition.name,
    seconds: edition.handWashing.seconds.value,
    languages: edition.interpretedLanguages.value,
  };
}

function changeWords({ provenance, ...files }: LanguageFiles, change: (text: string) => string): LanguageFiles {
  const walk = (entry: Words[string]): Words[string] => {
    if (typeof entry === 'string') return change(entry);
    if (Array.isArray(entry)) return entry.map(change);
    return Object.fromEntries(Object.entries(entry as Words).map(([key, value]) => [key, walk(value)]));
  };
  const changed = Object.fromEntries(Object.entries(files).map(([name, words]) => [name, walk(words) as Words]));
  return { ...changed, provenance: { ...provenance, state: 'machine-draft' } };
}
