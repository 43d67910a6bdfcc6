import { sourceTag } from '../i18n/languages.ts';
import { pathOf } from '../site/addresses.ts';
import type { PageContext } from './page-context.ts';

/** Says honestly how far this text has come, in the reader's language and in English, with the English page one tap away. */
export function DraftLabel({ context }: { context: PageContext }) {
  const { base, english, language, page, states, t } = context;
  const translated = states[language.tag] === 'machine-draft';
  return (
    <aside class="slip draft">
      <p>
        {t('ui:draft')} {translated && t('ui:machine')}
      </p>
      {language.tag !== sourceTag && (
        <>
          <p lang={sourceTag} dir="ltr">
            {english('ui:draft')} {translated && english('ui:machine')}
          </p>
          <p>
            <a hreflang={sourceTag} href={base + pathOf(sourceTag, page)}>
              {t('ui:readEnglish')}
              <span lang={sourceTag} dir="ltr">
                {english('ui:readEnglish')}
              </span>
            </a>
          </p>
        </>
      )}
    </aside>
  );
}
