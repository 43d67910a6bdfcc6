import { topicsOf } from '../content/edition.ts';
import { Picture } from '../parts/picture.tsx';
import { RichText } from '../parts/rich-text.tsx';
import { pathOf } from '../site/addresses.ts';
import type { PageContext } from './page-context.ts';

/** All topics as a list of links; the page that is open is marked. */
export function TopicList({ context, withPictures }: { context: PageContext; withPictures: boolean }) {
  const { base, edition, language, page, t } = context;
  return (
    <ul class={withPictures ? 'topics pictured' : 'topics'}>
      {topicsOf(edition).map((topic) => (
        <li>
          <a href={base + pathOf(language.tag, topic)} aria-current={topic === page ? 'page' : undefined}>
            {withPictures && <Picture name={`topics/${topic}`} />}
            <span>
              <RichText text={t(`${topic}:heading`)} />
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
}
