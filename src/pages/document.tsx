import type { ComponentChildren } from 'preact';
import { sourceTag } from '../i18n/languages.ts';
import { Picture } from '../parts/picture.tsx';
import { untranslated } from '../parts/untranslated.ts';
import { isStaffPage, pathOf } from '../site/addresses.ts';
import { NewsNotes } from './news-notes.tsx';
import type { FurtherStyle, PageContext } from './page-context.ts';
import { PageFoot } from './page-foot.tsx';
import { PageHead } from './page-head.tsx';

interface DocumentProps {
  context: PageContext;
  /** Stands in the tab and in the phone's history: never names the disease. */
  title: string;
  children: ComponentChildren;
  /** What the page wears beside the style of every page. */
  styles?: readonly FurtherStyle[];
}

/** The frame of every page of a language: head, language choice, the honest label, the text, the foot. */
export function Document({ context, title, children, styles = [] }: DocumentProps) {
  const { base, language, page, site, t, version } = context;
  const staff = isStaffPage(page) ? { 'data-staff': true, 'data-site': site } : {};
  return (
    <html lang={language.tag} dir={language.dir} data-script={language.script} data-base={base} data-version={version} {...staff}>
      <head>
        <PageHead context={context} title={title} further={styles} />
      </head>
      <body>
        <a class="skip" href="#text">
          {t('ui:skip')}
        </a>
        <header class="bar">
          <a class="brand" href={base + pathOf(language.tag, 'home')}>
            <Picture name="mark" />
            <span {...untranslated}>{t('ui:appName')}</span>
          </a>
          <a class="to-card" href={base + pathOf(language.tag, 'card')} aria-current={context.page === 'card' ? 'page' : undefined}>
            {t('card:title')}
          </a>
          <LanguageChoice context={context} />
        </header>
        <main id="text" tabIndex={-1}>
          <NewsNotes context={context} />
          {children}
        </main>
        <PageFoot context={context} />
      </body>
    </html>
  );
}

function LanguageChoice({ context }: { context: PageContext }) {
  const { base, language, languages, page, t } = context;
  return (
    <details class="languages">
      <summary>
        <span class="unseen">{t('ui:languages')}: </span>
        <Picture name="language" />
        {language.autonym}
      </summary>
      <ul>
        {languages.map((other) => (
          <li>
            {/* The language before the address tells a link that stays as it is in every language from one that does not. */}
            <a
              hreflang={other.tag}
              lang={other.tag}
              dir={other.dir}
              href={base + pathOf(other.tag, page === 'not-kept' ? 'home' : page)}
              aria-current={other.tag === language.tag ? 'true' : undefined}
            >
              {other.autonym}
              {other.tag !== sourceTag && (
                <small lang="en" dir="ltr">
                  {other.english}
                </small>
              )}
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}
