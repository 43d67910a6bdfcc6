import { dayInWords } from '../../parts/day.ts';
import { HeadingText } from '../heading-text.tsx';
import { Picture } from '../../parts/picture.tsx';
import { RichText } from '../../parts/rich-text.tsx';
import { untranslated } from '../../parts/untranslated.ts';
import { Document } from '../document.tsx';
import { DraftLabel } from '../draft-label.tsx';
import type { PageContext } from '../page-context.ts';
import { PrintButton } from './print-button.tsx';
import { ShareCode } from './share-code.tsx';
import { WithClinic } from '../with-clinic.tsx';

/** What a language says on the poster. */
export interface PosterLine {
  readonly line: string;
  readonly scan: string;
}

/** For the wall of a ward: every language by its own name, one line, its code, and a code for their list. Says nothing of a disease: who reads it is seen reading it. */
export function PosterPage({ context, lines }: { context: PageContext; lines: Readonly<Record<string, PosterLine>> }) {
  const { edition, language, languages, t, version } = context;
  return (
    <Document context={context} title={t.plain('share:poster.title')} styles={['staff']}>
      <h1>
        <WithClinic context={context} at="share:paper.poster" />
      </h1>
      <PrintButton context={context} />
      <DraftLabel context={context} />
      <article class="paper poster">
        <p class="brand">
          <Picture name="mark" />
          <span {...untranslated}>{t('ui:appName')}</span>
        </p>
        <ul>
          {languages.map(({ tag, autonym, dir, script }) => (
            <li lang={tag} dir={dir} data-script={script}>
              <h2>{autonym}</h2>
              <p>
                <HeadingText text={lines[tag]?.line ?? ''} tag={tag} />
              </p>
              <ShareCode context={context} tag={tag} opening="leaflet" label={lines[tag]?.scan ?? ''} />
            </li>
          ))}
          <li>
            <div>
              <Picture name="language" />
            </div>
            <p>
              <WithClinic context={context} at="share:links" />
            </p>
            <ShareCode context={context} tag="" opening="leaflet" label={t.plain('share:scan')} />
          </li>
        </ul>
        <footer class="small-print">
          <p>
            <RichText text={t('ui:version', { version })} /> · {t('ui:edition', { region: t.plain(`${edition.id}:region`) })} · {t('ui:checked', { date: dayInWords(edition.checked, language.tag) })}
          </p>
        </footer>
      </article>
    </Document>
  );
}
