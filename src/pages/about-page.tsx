import type { ComponentChildren } from 'preact';
import type { Source } from '../content/source.ts';
import { sources, type SourceId } from '../content/sources.ts';
import { sourcesOf } from '../content/facts-in.ts';
import { dayInWords } from '../parts/day.ts';
import { HeadingText } from './heading-text.tsx';
import { Picture } from '../parts/picture.tsx';
import { RichText } from '../parts/rich-text.tsx';
import { untranslated } from '../parts/untranslated.ts';
import { Document } from './document.tsx';
import { DraftLabel } from './draft-label.tsx';
import type { PageContext } from './page-context.ts';

/** Who answers for this edition, in which state each language is, privacy, and every source that the edition names. */
export function AboutPage({ context }: { context: PageContext }) {
  const { edition, language, reviews, t } = context;
  const approved = reviews[language.tag]?.state === 'approved';
  return (
    <Document context={context} title={t.plain('about:title')} styles={['further']}>
      <div class="top">
        <h1>
          <HeadingText text={t('about:heading')} tag={language.tag} />
        </h1>
        <figure>
          <Picture name="topics/about" />
          <figcaption>{t('about:picture')}</figcaption>
        </figure>
        {edition.look?.logo && (
          <p class="logo">
            <Picture name={`editions/${edition.id}`} />
          </p>
        )}
      </div>
      <DraftLabel context={context} />
      <Prose context={context} at="about:who">{!approved && <p>{t('about:who.unreviewed')}</p>}</Prose>
      <Answers context={context} />
      <LanguageStates context={context} />
      <Prose context={context} at="about:privacy" />
      <section class="block" id="sources">
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

/** Who answers for what, for which place and until when. */
function Answers({ context }: { context: PageContext }) {
  const { edition, language, reviews, t } = context;
  const rows: [string, string][] = [
    ['place', t(`${edition.id}:region`)],
    ['publisher', edition.publisher ?? t('about:edition.noPublisher')],
    ...(edition.contact ? [['contact', edition.contact] as [string, string]] : []),
    ['clinician', reviews[language.tag]?.state === 'approved' ? reviewInWords(context, language.tag) : t('about:edition.notReviewed')],
    ['checked', dayInWords(edition.checked, language.tag)],
    ['due', dayInWords(edition.due, language.tag)],
    ['software', t('about:edition.project')],
  ];
  return (
    <section class="block">
      <h2>{t('about:edition.heading')}</h2>
      <p>{t('about:edition.answers')}</p>
      <dl>
        {rows.map(([key, value]) => (
          <div>
            <dt>{t(`about:edition.${key}`)}</dt>
            <dd>
              <RichText text={value} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** The state of every language's text, with the hash that it goes by. */
function LanguageStates({ context }: { context: PageContext }) {
  const { contentHashes, languages, t } = context;
  return (
    <section class="block">
      <h2>{t('about:languages.heading')}</h2>
      <p>{t('about:languages.intro')}</p>
      <dl>
        {languages.map((other) => (
          <div>
            <dt lang={other.tag}>
              <span dir={other.dir}>{other.autonym}</span>
            </dt>
            <dd>
              <RichText text={reviewInWords(context, other.tag)} />{' '}
              <small>
                <RichText text={t('about:languages.fingerprint', { hash: contentHashes[other.tag] ?? '' })} />
              </small>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** How far the text of a language has come: who approved it and when, that it has changed since, or what kind of draft it is. */
function reviewInWords({ language, reviews, states, t }: PageContext, tag: string): string {
  const review = reviews[tag];
  if (!review || review.state === 'none') return t(`about:languages.${states[tag]}`);
  return t(`about:languages.${review.state}`, { by: review.by, date: dayInWords(review.on, language.tag) });
}

function Prose({ context, at, children }: { context: PageContext; at: string; children?: ComponentChildren }) {
  return (
    <section class="block">
      <h2>{context.t(`${at}.heading`)}</h2>
      {context.t.list(`${at}.body`).map((text) => (
        <p>{text}</p>
      ))}
      {children}
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
        {source.dated ?? t('about:sources.undated')} · {t(`about:sources.${source.extent}`, { date: dayInWords(source.read, language.tag) })}
      </span>
    </li>
  );
}
