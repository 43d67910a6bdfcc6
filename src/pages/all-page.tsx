import { topicsOf } from '../content/edition.ts';
import { HeadingText } from './heading-text.tsx';
import { Picture } from '../parts/picture.tsx';
import { RichText } from '../parts/rich-text.tsx';
import { Check } from './check.tsx';
import { Document } from './document.tsx';
import { DraftLabel } from './draft-label.tsx';
import type { PageContext } from './page-context.ts';
import { TopicBlocks, TopicTop } from './topic-page.tsx';

/** The whole leaflet on one page: for reading through, and designed for paper. */
export function AllPage({ context }: { context: PageContext }) {
  const { t } = context;
  return (
    <Document context={context} title={t.plain('ui:allTitle')} styles={['further']}>
      <div class="top">
        {context.edition.look?.logo && (
          <p class="logo">
            <Picture name={`editions/${context.edition.id}`} />
          </p>
        )}
        <h1>
          <HeadingText text={t('ui:allHeading')} tag={context.language.tag} />
        </h1>
        <p class="lead">
          <RichText text={t('home:lead')} />
        </p>
      </div>
      <div class="chapters" data-star={t.plain('questions:star')}>
        <DraftLabel context={context} />
        {topicsOf(context.edition).map((topic) => (
          <article class="chapter" id={topic}>
            <TopicTop context={context} topic={topic} level={2} />
            <TopicBlocks context={context} topic={topic} level={3} />
          </article>
        ))}
        <Check context={context} onOnePage />
      </div>
    </Document>
  );
}
