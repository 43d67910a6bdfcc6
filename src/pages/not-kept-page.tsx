import { HeadingText } from './heading-text.tsx';
import { Picture } from '../parts/picture.tsx';
import { Document } from './document.tsx';
import { DraftLabel } from './draft-label.tsx';
import type { PageContext } from './page-context.ts';
import { TopicList } from './topic-list.tsx';

/** What the worker answers without a network for a page that this phone does not keep: clear, and a way on. */
export function NotKeptPage({ context }: { context: PageContext }) {
  const { t } = context;
  return (
    <Document context={context} title={t.plain('not-kept:title')} styles={['further']}>
      <div class="top">
        <h1>
          <HeadingText text={t('not-kept:heading')} tag={context.language.tag} />
        </h1>
        <figure>
          <Picture name="topics/not-kept" />
          <figcaption>{t('not-kept:picture')}</figcaption>
        </figure>
        {t.list('not-kept:body').map((text) => (
          <p>{text}</p>
        ))}
      </div>
      <DraftLabel context={context} />
      <TopicList context={context} withPictures />
      <p>
        <a class="action" href="">
          {t('not-kept:retry')}
        </a>
      </p>
    </Document>
  );
}
