/** A language that a patient may read, with the little that the page says in it. */
export interface SharedLanguage {
  readonly tag: string;
  readonly dir: 'ltr' | 'rtl';
  readonly script: string;
  /** "Point your phone's camera at this code." */
  readonly scan: string;
  /** The main facts as plain text. */
  readonly facts: string;
}

export interface ShareProps {
  readonly languages: readonly SharedLanguage[];
}

/** What the page says while it works, in its own language. */
export interface ShareWords {
  readonly copied: string;
  readonly notCopied: string;
  readonly textCopied: string;
  readonly textNotCopied: string;
  readonly failed: string;
}
