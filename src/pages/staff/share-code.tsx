import { Fragment } from 'preact';
import { untranslated } from '../../parts/untranslated.ts';
import { QrCode } from '../../parts/qr-code.tsx';
import { qrOfLink } from '../../parts/qr.ts';
import { piecesOf, shareLink, type Opening } from '../../site/share-links.ts';
import type { PageContext } from '../page-context.ts';

interface ShareCodeProps {
  context: PageContext;
  tag: string;
  opening: Opening;
  /** For a reader who hears the page: what the code is for. */
  label: string;
}

/**
 * A code and the link that it says, in letters. A build that was told no origin leaves the code to the script, which knows where the page
 * stands, and links within the site.
 */
export function ShareCode({ context, tag, opening, label }: ShareCodeProps) {
  const { base, site } = context;
  const link = shareLink(site, base, tag, opening);
  return (
    <figure class="code" data-code data-tag={tag} data-opening={opening} data-label={label}>
      <div data-qr>{site ? <QrCode qr={qrOfLink(link)} label={label} /> : <p data-sleeps>{context.t('share:noCode')}</p>}</div>
      <figcaption>
        <a data-link href={shareLink('', base, tag, opening)} dir="ltr" {...untranslated}>
          <LinkLetters link={link} />
        </a>
      </figcaption>
    </figure>
  );
}

/** A link in letters, which end a line only between its pieces. */
export function LinkLetters({ link }: { link: string }) {
  return (
    <>
      {piecesOf(link).map((piece, index) => (
        <Fragment>
          {index > 0 && <wbr />}
          <span>{piece}</span>
        </Fragment>
      ))}
    </>
  );
}
