import { sourceTag, spacesSentences } from '../i18n/languages.ts';
import type { Translator } from '../i18n/translator.ts';
import { dayInWords } from '../parts/day.ts';
import { RichText } from '../parts/rich-text.tsx';
import { pathOf } from '../site/addresses.ts';
import type { PageContext } from './page-context.ts';

/**
 * Says honestly how far this text has come, in the reader's language and in English, with the English page one tap away: a draft, a
 * text that somebody approved, or one that has changed since. No `<aside>`: reader views leave these out.
 */
export function DraftLabel({ context }: { context: PageContext }) {
  const { base, english, language, page, reviews, t } = context;
  const approved = reviews[language.tag]?.state === 'approved';
  return (
    <header class={approved ? 'slip reviewed' : 'slip draft'}>
      <p>
        <TextReview context={context} t={t} tag={language.tag} />
      </p>
      {language.tag !== sourceTag && (
        <>
          <p lang={sourceTag} dir="ltr">
            <TextReview context={context} t={english} tag={sourceTag} />
          </p>
          <p>
            <a hreflang={sourceTag} href={base + pathOf(sourceTag, page === 'not-kept' ? 'home' : page)}>
              {t('ui:readEnglish')}
            </a>
          </p>
        </>
      )}
    </header>
  );
}

/** The state of the page's language, said by one translator. Who approved a text has checked its translation too. */
export function TextReview({ context, t, tag }: { context: PageContext; t: Translator; tag: string }) {
  const { language, reviews, states } = context;
  const review = reviews[language.tag] ?? { state: 'none' };
  const translated = states[language.tag] === 'machine-draft' && review.state !== 'approved';
  const values = review.state === 'none' ? {} : { by: review.by, date: dayInWords(review.on, tag) };
  const key = { none: 'ui:draft', approved: 'ui:reviewed', lapsed: 'ui:lapsed' }[review.state];
  return (
    <>
      <RichText text={t(key, values)} />
      {translated && (spacesSentences(tag) ? ' ' : '') + t('ui:machine')}
    </>
  );
}
