import type { Edition } from '../content/edition.ts';
import type { Language } from '../i18n/languages.ts';
import type { Translator } from '../i18n/translator.ts';
import type { PageId } from '../site/addresses.ts';

/** How far a language's text has come. */
export const textStates = ['source-draft', 'machine-draft'] as const;
export type TextState = (typeof textStates)[number];

/** Whether somebody approved the text of a language, and whether it is still the text that was approved. */
export type Review = { readonly state: 'none' } | { readonly state: 'approved' | 'lapsed'; readonly by: string; readonly on: string };

/** Beside the style of every page: that of pages that lead to topics or hold more than one; of pages with an island; of the pages of staff. */
export type FurtherStyle = 'further' | 'island' | 'staff';

/** A style as it stands in a page, and the base64 SHA-256 by which the policy lets it in. */
export interface Style {
  readonly text: string;
  readonly hash: string;
}

/** What the build has made before pages are drawn. */
export interface PageAssets {
  /** Addresses relative to the base. */
  readonly script: string;
  readonly icon: string;
  readonly manifests: Readonly<Record<string, string>>;
  readonly styles: Readonly<Record<'page' | FurtherStyle, Style>>;
  /** Of the pages of staff alone. */
  readonly staffScript: string;
}

/** Everything that a page is drawn from: passed along, never ambient, because many languages are drawn in a row. */
export interface PageContext {
  readonly page: PageId;
  readonly base: string;
  /** Origin that links to other languages are written with (`https://leaflet.example`), or empty. */
  readonly site: string;
  readonly edition: Edition;
  readonly language: Language;
  /** All languages of this build, the reader's own among them. */
  readonly languages: readonly Language[];
  readonly states: Readonly<Record<string, TextState>>;
  /** By tag. */
  readonly reviews: Readonly<Record<string, Review>>;
  /** Hash of the words and facts of each language, by tag: what an approval is bound to. */
  readonly contentHashes: Readonly<Record<string, string>>;
  readonly t: Translator;
  /** Short hash of facts and words: changes whenever either does, and not with colours. */
  readonly version: string;
  /** The language that staff read at this edition's place, and its words. */
  readonly clinic: { readonly language: Language; readonly t: Translator };
  /** English words, for the label that stands in both languages. */
  readonly english: Translator;
  readonly assets: PageAssets;
}
