import type { Values } from '../i18n/translator.ts';
import { RichText } from '../parts/rich-text.tsx';
import type { PageContext } from './page-context.ts';

/** Words in the page's language and, smaller, in the clinic's, for staff who hold a phone in the patient's language. */
export function WithClinic({ context, at, values = {} }: { context: PageContext; at: string; values?: Values }) {
  const { clinic, language, t } = context;
  return (
    <>
      <RichText text={t(at, values)} />
      {language.tag !== clinic.language.tag && (
        <>
          {' '}
          <small lang={clinic.language.tag} dir={clinic.language.dir}>
            <RichText text={clinic.t(at, values)} />
          </small>
        </>
      )}
    </>
  );
}
