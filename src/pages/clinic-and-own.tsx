import type { ComponentChildren } from 'preact';
import type { Translator } from '../i18n/translator.ts';
import { RichText } from '../parts/rich-text.tsx';
import type { PageContext } from './page-context.ts';

interface ClinicAndOwnProps {
  context: PageContext;
  /** Key of the words, the same in both languages; several make one line. */
  at: string | readonly string[];
  as: 'p' | 'span';
  /** Staff look at it first: their language above. */
  clinicFirst?: boolean;
  /** Stands after the words for staff, where these are not the reader's. */
  children?: ComponentChildren;
}

/** Words in the reader's language and in the one that staff read; once where these are the same. */
export function ClinicAndOwn({ context, at, as: Element, clinicFirst = false, children }: ClinicAndOwnProps) {
  const { clinic, language, t } = context;
  const say = (translate: Translator) => [at].flat().map((key) => translate(key)).join(' – ');
  const own = (
    <Element>
      <RichText text={say(t)} />
    </Element>
  );
  if (clinic.language.tag === language.tag) return own;
  const theirs = (
    <Element lang={clinic.language.tag} dir={clinic.language.dir}>
      <RichText text={say(clinic.t)} />
      {children}
    </Element>
  );
  return (
    <>
      {clinicFirst && theirs}
      {own}
      {!clinicFirst && theirs}
    </>
  );
}
