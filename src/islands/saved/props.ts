import type english from '../../../locales/en/saved.json';

/** Every word that the island says, in one language; the head of the page is the page's own. */
export type SavedWords = Omit<typeof english, 'title' | 'heading' | 'picture' | 'lead'>;

export interface SavedLanguage {
  readonly tag: string;
  readonly autonym: string;
}

export interface SavedProps {
  readonly lang: string;
  readonly languages: readonly SavedLanguage[];
  readonly words: SavedWords;
}
