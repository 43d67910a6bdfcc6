import { sources, type Source, type SourceId } from '../content/sources.ts';
import type { Edition } from '../content/edition.ts';
import { Picture } from '../parts/picture.tsx';
import { untranslated } from '../parts/untranslated.ts';
import { Document } from './document.tsx';
import { DraftLabel } from './draft-label.tsx';
import { dayInWords, type PageContext } from './page-context.ts';

/** Who answers for this edition, in which state each language is, privacy, and every source that the edition names. */
export function AboutPage({ context }: { context: PageContext }) {
  const { edition, language, languages, states, t } = context;
  const rows: [string, string][] = [
    ['place', t(`${edition.id}:region`)],
    ['publisher', edition.publisher ?? t('about:edition.noPublisher')],
    ['clinician', edition.reviewedBy ?? t('about:edition.notReviewed')],
    ['checked', dayInWords(edition.checked, language.tag)],
    ['due', dayInWords(edition.due, language.tag)],
  ];
  return (
    <Document context={context} title={t.plain('about:title')}>
      <div class="top">
        <h1>{t('about:heading')}</h1>
        <figure>
          <Picture name="topics/about" />
          <figcaption>{t('about:picture')}</figcaption>
        </figure>
      </div>
      <DraftLabel context={context} />
      <Prose context={context} at="about:who" />
      <section class="block">
        <h2>{t('about:edition.heading')}</h2>
        <dl>
          {rows.map(([key, value]) => (
            <div>
              <dt>{t(`about:edition.${key}`)}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section class="block">
        <h2>{t('about:languages.heading')}</h2>
        <p>{t('about:languages.intro')}</p>
        <dl>
          {languages.map((other) => (
            <div>
              <dt lang={other.tag} dir={other.dir}>
                {other.autonym}
              </dt>
              <dd>{t(`about:languages.${states[other.tag]}`)}</dd>
            </div>
          ))}
        </dl>
      </section>
      <Prose context={context} at="about:privacy" />
      <section class="block">
        <h2>{t('about:sources.heading')}</h2>
        <p>{t('about:sources.intro')}</p>
        <ul class="source-list">
          {sourcesOf(edition).map((id) => (
            <SourceEntry context={context} id={id} source={sources[id]} />
          ))}
        </ul>
      </section>
    </Document>
  );
}

function Prose({ context, at }: { context: PageContext; at: string }) {
  return (
    <section class="block">
      <h2>{context.t(`${at}.heading`)}</h2>
      {context.t.list(`${at}.body`).map((text) => (
        <p>{text}</p>
      ))}
    </section>
  );
}

function SourceEntry({ context, id, source }: { context: PageContext; id: SourceId; source: Source }) {
  const { language, t } = context;
  return (
    <li id={id}>
      <bdi lang="en" dir="ltr" {...untranslated}>
        <a href={source.url} rel="noreferrer">
          {source.title}
        </a>
        , {source.publisher}
      </bdi>
      <span>
        {source.dated ?? t('about:sources.undated')} · {t('about:sources.checked', { date: dayInWords(source.read, language.tag) })}
      </span>
    </li>
  );
}

/** Every source that an edition's blocks and facts name, in the order of the register. */
export function sourcesOf(edition: Edition): SourceId[] {
  const named = new Set<string>(Object.values(edition.leaflet).flatMap((told) => told.flatMap(([, ...from]) => from)));
  for (const { sources: from } of Object.values(edition.telling)) for (const id of from) named.add(id);
  const facts = [edition.handWashing.seconds, edition.handWashing.rub, edition.interpretedLanguages, ...Object.values(edition.phones)];
  for (const fact of facts) for (const id of fact.sources) named.add(id);
  return (Object.keys(sources) as SourceId[]).filter((id) => named.has(id));
}
