/** One language that the leaflet can be read in. `dir` is stored, not guessed: engines disagree about some languages. */
export interface Language {
  /** BCP-47 tag, and the folder below locales/. */
  readonly tag: string;
  /** Its own name, as its readers write it. */
  readonly autonym: string;
  /** Its English name, so that staff can help to choose. */
  readonly english: string;
  readonly dir: 'ltr' | 'rtl';
  /** ISO 15924 script code: type size and line height hang on it. */
  readonly script: string;
}

/** The one registry of languages. A new language is one line here and one folder in locales/. */
export const languages = [
  { tag: 'en', autonym: 'English', english: 'English', dir: 'ltr', script: 'Latn' },
  { tag: 'pa', autonym: 'ਪੰਜਾਬੀ', english: 'Punjabi', dir: 'ltr', script: 'Guru' },
  { tag: 'zh-Hans', autonym: '简体中文', english: 'Chinese (Simplified)', dir: 'ltr', script: 'Hans' },
  { tag: 'fr', autonym: 'Français', english: 'French', dir: 'ltr', script: 'Latn' },
  { tag: 'ar', autonym: 'العربية', english: 'Arabic', dir: 'rtl', script: 'Arab' },
] as const satisfies readonly Language[];

/** Made from English when development or a test asks for it: longer words, and right-to-left. Never published. */
export const pseudoLanguages = [
  { tag: 'en-XA', autonym: '[Ḷöñg Ëñglîsh]', english: 'Long pseudo-language', dir: 'ltr', script: 'Latn' },
  { tag: 'ar-XB', autonym: '[RTL English]', english: 'Right-to-left pseudo-language', dir: 'rtl', script: 'Arab' },
] as const satisfies readonly Language[];

/** Scripts in which sentences follow each other without a space. */
const withoutGaps = ['Hans', 'Hant', 'Jpan'];
/** Scripts in which words do (Unicode Standard Annex 14, "South East Asian" and ideographic). */
const withoutSpaces = [...withoutGaps, 'Thai', 'Khmr', 'Laoo', 'Mymr'];

const scriptOf = (tag: string, registry: readonly Language[]): string => registry.find((language) => language.tag === tag)?.script ?? '';

/** Whether the words of a language stand apart by spaces. */
export const spacesWords = (tag: string, registry: readonly Language[] = languages): boolean => !withoutSpaces.includes(scriptOf(tag, registry));

/** Whether its sentences do. */
export const spacesSentences = (tag: string, registry: readonly Language[] = languages): boolean => !withoutGaps.includes(scriptOf(tag, registry));

/** Every tag of the registry, in its order. */
export const languageTags = languages.map(({ tag }) => tag);

export type LanguageTag = (typeof languages)[number]['tag'];

/** The language that every other is translated from, and that staff read. */
export const sourceTag = 'en' satisfies LanguageTag;
