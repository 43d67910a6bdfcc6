import type { SavedProps, SavedWords } from '../islands/saved/props.ts';
import { Saved } from '../islands/saved/view.tsx';
import { HeadingText } from './heading-text.tsx';
import { Picture } from '../parts/picture.tsx';
import { Document } from './document.tsx';
import { DraftLabel } from './draft-label.tsx';
import type { PageContext } from './page-context.ts';

/** What is on this phone, with proof; other languages to keep; how to put it on the home screen; how to remove it. */
export function SavedPage({ context, words }: { context: PageContext; words: unknown }) {
  const { language, languages, t } = context;
  const { title: _title, heading: _heading, picture: _picture, lead: _lead, ...said } = words as SavedWords & Readonly<Record<string, unknown>>;
  const props: SavedProps = {
    lang: language.tag,
    languages: languages.map(({ tag, autonym }) => ({ tag, autonym })),
    words: said as SavedWords,
  };
  return (
    <Document context={context} title={t.plain('saved:title')} styles={['island']}>
      <div class="top">
        <h1>
          <HeadingText text={t('saved:heading')} tag={language.tag} />
        </h1>
        <figure>
          <Picture name="topics/saved" />
          <figcaption>{t('saved:picture')}</figcaption>
        </figure>
        <p class="lead">{t('saved:lead')}</p>
      </div>
      <DraftLabel context={context} />
      <div data-island="saved" data-props={JSON.stringify(props)}>
        <Saved {...props} />
      </div>
    </Document>
  );
}
