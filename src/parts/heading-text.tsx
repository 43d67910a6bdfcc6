import { Fragment } from 'preact';
import { spacesWords } from '../i18n/languages.ts';
import { RichText } from './rich-text.tsx';

/** The words of a page's heading, in the language `tag`. Where no spaces are written, lines would break inside words, which hurts in large letters: here they break between them. */
export function HeadingText({ text, tag }: { text: string; tag: string }) {
  if (spacesWords(tag)) return <RichText text={text} />;
  const segmenter = new Intl.Segmenter(tag, { granularity: 'word' });
  const plain = (part: string) =>
    [...segmenter.segment(part)].map(({ segment, isWordLike, index }) => (
      <Fragment>
        {isWordLike && index > 0 && <wbr />}
        {segment}
      </Fragment>
    ));
  return <RichText text={text} plain={plain} />;
}
