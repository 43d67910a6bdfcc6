/** One language as one file: where it lies and how to know that it arrived whole. */
export interface PackEntry {
  /** Relative to the base: `packs/ar.1f3a9c.json`. Always begins `packs/<tag>.`. */
  path: string;
  /** SHA-256 of the file's bytes, base64. */
  hash: string;
  /** Length of the file before any compression, in bytes. */
  bytes: number;
  /**
   * Where the steps lie that make this pack out of the default language's, relative to the base. All languages share pictures,
   * styles and structure, so this is a third of what the pack itself costs to fetch. Beside each page of the language lies one that
   * leaves out the words which that page has brought (`besidePage`).
   */
  difference?: string;
  /** Length of that file before compression, in bytes. */
  differenceBytes?: number;
  /**
   * Where what is left of this pack lies beside a page that the reader has opened, which has brought styles and drawings already; a `*`
   * stands for the name of that page.
   */
  rest?: string;
  /** What it costs to fetch, compressed, in bytes: of the difference where there is one. */
  fetchBytes: number;
}

/** What a release changes for a reader of the last one, the weakest first: looks only; words; words that somebody could come to harm by. */
export const changeKinds = ['cosmetic', 'changed', 'safety'] as const;
export type Change = (typeof changeKinds)[number];

/** Everything that one version of the worker must know of the site; the build writes it into `__RELEASE__`. */
export interface Release {
  /** Changes whenever anything below changes. */
  version: string;
  /** What each release has changed, this one last. */
  releases: readonly Change[];
  /** The folder that the site is served from: `/` or `/a/b/`. */
  base: string;
  /** Files that every reader needs: path relative to the base → SHA-256 of the bytes, base64. */
  shell: Record<string, string>;
  /** Language tag → its pack; and that of the pages of staff (`staffPack`), which no reader needs. */
  packs: Record<string, PackEntry>;
  /** What may stand after a language tag: `''` for home, `home-hygiene`, … (the page "not on this phone" is not among them). */
  pages: string[];
  /** The response headers of every page, beside the policy that it carries in itself. */
  htmlHeaders: Record<string, string>;
  /** The language that is always kept; its pack holds the list of languages too, at `''`. */
  defaultLanguage: 'en';
}

/** The page, present in each pack, that says in its language that a page is not on this phone. */
export const notKeptPage = 'not-kept';

/** What stands for the pages of staff where a language's tag stands for its pack. It holds a slash, so no address can name it as a language. */
export const staffPack = 'assets/staff';

/** What a page is called in the names of files, whatever its language. `''` → `'list'` · `'en/'` → `'home'` · `'en/card/'` → `'card'` */
export const pageName = (address: string): string => (address.split('/')[1] ?? 'list') || 'home';

/** Where the difference without the words of one page lies. `('assets/difference-ar.1f3a.txt', 'card')` → `'assets/difference-ar-card.1f3a.txt'` */
export const besidePage = (difference: string, page: string): string => difference.replace('.', `-${page}.`);

/**
 * Where the rest of a pack lies beside an opened page; `tag` where the page is of the language of the pack.
 * `('assets/rest-*.1f3a.txt', 'card')` → `'assets/rest-card.1f3a.txt'` · `(…, 'card', 'en')` → `'assets/rest-en-card.1f3a.txt'`
 */
export const restBeside = (pattern: string, page: string, tag?: string): string => pattern.replace('*', tag ? `${tag}-${page}` : page);
