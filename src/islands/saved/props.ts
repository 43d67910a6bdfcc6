import type english from '../../../locales/en/saved.json';

/** Every word of this page, in one language. */
export type SavedWords = typeof english;

export interface SavedLanguage {
  readonly tag: string;
  readonly autonym: string;
  readonly english: string;
}

export interface SavedProps {
  readonly lang: string;
  readonly languages: readonly SavedLanguage[];
  readonly words: SavedWords;
}
