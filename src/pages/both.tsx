import { sourceTag } from '../i18n/languages.ts';
import type { Values } from '../i18n/translator.ts';
import { RichText } from '../parts/rich-text.tsx';
import type { PageContext } from './page-context.ts';

/** Words in the page's language and, smaller, in English, for staff who hold a phone in the patient's language. */
export function Both({ context, at, values = {} }: { context: PageContext; at: string; values?: Values }) {
  const { english, language, t } = context;
  return (
    <>
      <RichText text={t(at, values)} />
      {language.tag !== sourceTag && (
        <>
          {' '}
          <small lang={sourceTag} dir="ltr">
            <RichText text={english(at, values)} />
          </small>
        </>
      )}
    </>
  );
}
