import { Fragment } from 'preact';
import { spacesWords } from '../i18n/languages.ts';
import { RichText } from '../parts/rich-text.tsx';

/** A word with hyphens, and the sign that follows it behind a space that holds. */
const hyphened = /(\S+-\S+(?:[\u00a0\u202f]\S)?)/;

/**
 * The words of a page's heading, in the language `tag`. In large letters a line that ends inside a word hurts: one with hyphens is drawn as one
 * piece, and where no spaces are written, lines break between words.
 */
export function HeadingText({ text, tag }: { text: string; tag: string }) {
  if (spacesWords(tag)) return <RichText text={text} plain={(part) => part.split(hyphened).map((piece, index) => (index % 2 ? <span>{piece}</span> : piece))} />;
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
