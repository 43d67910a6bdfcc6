import { sourceTag, type Language } from '../i18n/languages.ts';
import { Picture } from '../parts/picture.tsx';
import { untranslated } from '../parts/untranslated.ts';
import { pathOf } from '../site/addresses.ts';
import type { PageAssets } from './page-context.ts';
import { HeadStart } from './page-head.tsx';

interface LanguagesPageProps {
  base: string;
  site: string;
  assets: PageAssets;
  languages: readonly Language[];
  /** "Choose a language" in each language, by tag. */
  invitations: Readonly<Record<string, string>>;
  /** That the text is a draft, in each language whose text is one, by tag. */
  drafts: Readonly<Record<string, string>>;
  appName: string;
  /** The language that staff read, and what they are told in it of sharing the leaflet. */
  staff: { readonly language: Language; readonly words: string };
  /** What stands above the list where an address was wrong, by tag; absent on the list's own page. */
  apologies?: Readonly<Record<string, string>>;
}

/** The list of languages, by their own names. Also the page for an address that does not exist. */
export function LanguagesPage({ base, site, assets, languages, invitations, drafts, appName, staff, apologies }: LanguagesPageProps) {
  return (
    <html lang="en" dir="ltr" data-script="Latn" data-base={base}>
      <head>
        <HeadStart title={[apologies?.[sourceTag], appName].filter(Boolean).join(' · ')} styles={[assets.styles.page, assets.styles.further]} />
        {languages.map((language) => (
          <link rel="alternate" hreflang={language.tag} href={site + base + pathOf(language.tag, 'home')} />
        ))}
        <link rel="alternate" hreflang="x-default" href={site + base} />
        <link rel="icon" href={base + assets.icon} type="image/svg+xml" />
        <script type="module" async src={base + assets.script} />
      </head>
      <body>
        <main id="text" class="choose">
          <h1 {...untranslated}>
            <Picture name="mark" />
            {appName}
          </h1>
          {apologies &&
            languages.map((language) => (
              <p lang={language.tag} dir={language.dir}>
                {apologies[language.tag]}
              </p>
            ))}
          {!apologies && (
            <p class="staff-way" lang={staff.language.tag} dir={staff.language.dir}>
              <a href={base + pathOf(staff.language.tag, 'share')}>{staff.words}</a>
            </p>
          )}
          <ul class="language-list" data-island="likely-languages">
            {languages.map((language) => (
              <li data-tag={language.tag}>
                <a href={base + pathOf(language.tag, 'home')} lang={language.tag} dir={language.dir} hreflang={language.tag}>
                  <strong>{language.autonym}</strong>
                  <span>{invitations[language.tag]}</span>
                  {drafts[language.tag] && <span>{drafts[language.tag]}</span>}
                  {language.tag !== sourceTag && (
                    <small lang="en" dir="ltr">
                      {language.english}
                    </small>
                  )}
                </a>
              </li>
            ))}
          </ul>
        </main>
      </body>
    </html>
  );
}
