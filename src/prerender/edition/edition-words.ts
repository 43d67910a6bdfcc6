import { toldBlock, type Edition } from '../../content/edition.ts';
import { editions, newEdition } from '../../content/editions/index.ts';
import { elsewhere } from '../../content/elsewhere.ts';
import { topics, type TopicId } from '../../content/topics.ts';
import type { Words } from '../../i18n/translator.ts';
import { isGroup } from '../check/check-shape.ts';
import { changeSentences, type LanguageFiles } from '../draw/load-words.ts';

/** How an edition's place is named, as it stands in sentences: British Columbia, in British Columbia, outside Canada. */
const places = ['region', 'inRegion', 'outsideCountry'] as const;

/** The files of a language that one edition needs: its own and those of all in its `terms`, not those of another edition. */
export function ownFiles(edition: Edition, files: LanguageFiles): LanguageFiles {
  const needed = filesFor(edition, files);
  const { terms, ...own } = needed[edition.id] ?? {};
  if (!isGroup(terms)) return needed;
  const said = (text: string) => Object.entries(terms).filter(([term]) => isTerm(term)).reduce((changed, [term, here]) => changed.replace(finding(term), String(here)), text);
  return changeSentences({ ...needed, [edition.id]: own }, said);
}

function filesFor(edition: Edition, files: LanguageFiles): LanguageFiles {
  const others = [...Object.keys(editions), newEdition.id].filter((id) => id !== edition.id);
  return Object.fromEntries(Object.entries(files).filter(([name]) => !others.includes(name)));
}

const isTerm = (term: string) => /^[\p{L}\p{M} -]+$/u.test(term);

/** A term as a whole word, and not as the name of what is filled in. */
const finding = (term: string) => new RegExp(`(?<![\\p{L}\\p{M}{])${term}(?![\\p{L}\\p{M}}])`, 'gu');

/** What is wrong with the `terms` of an edition in one language, one sentence each: no words, or words that no sentence of all says. */
export function checkTerms(edition: Edition, tag: string, files: LanguageFiles): string[] {
  const { [edition.id]: own, ...base } = filesFor(edition, files);
  const terms = own?.['terms'];
  if (terms === undefined) return [];
  const at = `locales/${tag}/${edition.id}.json: "terms`;
  if (!isGroup(terms)) return [`${at}" is not a group. Write { "as the words of all say it": "as this place says it" }`];
  const sentences: string[] = [];
  changeSentences(base, (text) => (sentences.push(text), text));
  return Object.entries(terms).flatMap(([term, here]) => [
    ...(isTerm(term) && finding(term).test(sentences.join('\n')) ? [] : [`${at}.${term}" replaces nothing: no sentence of all says it as a whole word`]),
    ...(typeof here === 'string' && here !== '' ? [] : [`${at}.${term}" does not say how this place says it`]),
  ]);
}

/** The words of a language as an edition says them: its own `words` laid over those of all. Groups are joined; a sentence or a list is replaced whole. */
export function wordsFor(edition: Edition, files: LanguageFiles): LanguageFiles {
  const { [edition.id]: own = {}, ...base } = ownFiles(edition, files);
  const { words, ...phrases } = own;
  return { ...(join(base, (words ?? {}) as Words) as LanguageFiles), [edition.id]: phrases };
}

/** What stands in an edition's `words` and would never be shown, one sentence each: it replaces nothing, or belongs to no block that the edition tells. */
export function checkOverlay(edition: Edition, source: LanguageFiles): string[] {
  const { [edition.id]: own, ...base } = ownFiles(edition, source);
  if (!own) return [`locales/en/${edition.id}.json: the file is missing. It says how the place of the edition is named in a sentence`];
  const walk = (words: Words, under: Words, key: string): string[] =>
    Object.entries(words).flatMap(([name, entry]) => {
      const at = key ? `${key}.${name}` : name;
      const [topic, group, block] = at.split('.');
      const isBlock = group === 'blocks' && block !== undefined && at.split('.').length === 3 && Object.hasOwn((topics as Readonly<Record<string, object>>)[topic ?? ''] ?? {}, block);
      if (isBlock && !toldBlock(edition, topic as TopicId, block)) return [`locales/en/${edition.id}.json: "words.${at}" would never be shown: leaflet in src/content/editions/${edition.id}.ts does not tell this block. Tell it there, or take its words out`];
      const replaced = under[name];
      if (replaced === undefined) return isBlock ? [] : [`locales/en/${edition.id}.json: "words.${at}" replaces nothing: there are no such words in locales/en, and src/content/topics.ts has no such block`];
      if (kindOf(entry) !== kindOf(replaced)) return [`locales/en/${edition.id}.json: "words.${at}" is ${kindOf(entry)}, but what it replaces is ${kindOf(replaced)}`];
      return isGroup(entry) && isGroup(replaced) ? walk(entry, replaced, at) : [];
    });
  const unnamed = places.filter((place) => typeof own[place] !== 'string').map((place) => `locales/en/${edition.id}.json: "${place}" is missing`);
  return [...unnamed, ...walk((own['words'] ?? {}) as Words, base as Words, '')];
}

/** Numbers of an edition under a name that sentences of all editions use already, one sentence each: the one would be said for the other. */
export function checkNumberNames(edition: Edition, source: LanguageFiles): string[] {
  const { [edition.id]: _, ...base } = ownFiles(edition, source);
  const taken = new Set([...places, 'name', 'seconds', 'languages', ...Object.keys(elsewhere), ...[...JSON.stringify(base).matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name)]);
  return Object.keys(edition.numbers ?? {}).filter((name) => taken.has(name)).map((name) => `src/content/editions/${edition.id}.ts: numbers.${name}: sentences of every edition say {{${name}}} already, and mean something else. Choose another name`);
}

type Entry = Words[string];

function join(under: Words, over: Words): Words {
  const joined: Record<string, Entry> = { ...under };
  for (const [key, entry] of Object.entries(over)) {
    const replaced = under[key];
    joined[key] = isGroup(entry) && isGroup(replaced) ? join(replaced, entry) : entry;
  }
  return joined;
}

/** What words are, as a sentence says it. */
export function kindOf(entry: Entry): 'a sentence' | 'a list' | 'a group' {
  return typeof entry === 'string' ? 'a sentence' : Array.isArray(entry) ? 'a list' : 'a group';
}
