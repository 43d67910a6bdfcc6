import type { ShareProps, SharedLanguage } from '../../islands/share/props.ts';
import { sourceTag } from '../../i18n/languages.ts';
import { untranslated } from '../../parts/untranslated.ts';
import { openings, shareLink } from '../../site/share-links.ts';
import { Document } from '../document.tsx';
import { DraftLabel } from '../draft-label.tsx';
import type { PageContext } from '../page-context.ts';
import { Act } from './share-act.tsx';
import { LinkLetters, ShareCode } from './share-code.tsx';
import { AsFile, ByLanguage, OnPaper } from './share-sections.tsx';
import { WithClinic } from '../with-clinic.tsx';

interface SharePageProps {
  context: PageContext;
  shared: readonly SharedLanguage[];
  /** Where the leaflet of this language lies as one file, relative to the base. */
  file: string;
}

/** For staff at a bedside: two taps, and the patient's phone reads the code. */
export function SharePage({ context, shared, file }: SharePageProps) {
  const { t } = context;
  const props: ShareProps = { languages: shared };
  return (
    <Document context={context} title={t.plain('share:title')} styles={['staff']}>
      <h1>
        <WithClinic context={context} at="share:heading" />
      </h1>
      <div
        class="share"
        data-share
        data-props={JSON.stringify(props)}
        data-title={t.plain('ui:appName')}
        data-copied={t.plain('share:copied')}
        data-not-copied={t.plain('share:notCopied')}
        data-text-copied={t.plain('share:text.copied')}
        data-text-not-copied={t.plain('share:text.notCopied')}
        data-failed={t.plain('share:file.failed')}
      >
        <form class="picks" autocomplete="off">
          <LanguagePicks context={context} />
          <Shown context={context} />
          <OpeningPicks context={context} />
          <p class="buttons">
            <Act context={context} does="png" at="saveCode" format="PNG" />
            <Act context={context} does="svg" at="saveCode" format="SVG" />
          </p>
        </form>
        <LargeCode context={context} />
        <OnPaper context={context} />
        <AsFile context={context} file={file} />
        <ByLanguage context={context} />
        <p>
          <WithClinic context={context} at="share:private" />
        </p>
      </div>
      <DraftLabel context={context} />
    </Document>
  );
}

function LanguagePicks({ context }: { context: PageContext }) {
  const { language, languages } = context;
  return (
    <fieldset hidden data-wakes>
      <legend>
        <WithClinic context={context} at="share:language" />
      </legend>
      {languages.map((other) => (
        <label class="pick">
          <input type="radio" name="tag" value={other.tag} checked={other.tag === language.tag} />
          <span lang={other.tag} dir={other.dir} data-script={other.script}>
            {other.autonym}
          </span>
          {other.tag !== sourceTag && (
            <small lang="en" dir="ltr">
              {other.english}
            </small>
          )}
        </label>
      ))}
    </fieldset>
  );
}

/** What was chosen: its code, its link in letters, and what can be done with both. */
function Shown({ context }: { context: PageContext }) {
  const { language, t } = context;
  return (
    <div class="shown">
      <p data-scan>{t('share:scan')}</p>
      <ShareCode context={context} tag={language.tag} opening="leaflet" label={t.plain('share:scan')} />
      <p hidden data-facts-note>
        <WithClinic context={context} at="share:factsNote" />
      </p>
      <p class="slip" hidden data-trial>
        {t('share:trial')}
      </p>
      <p class="buttons">
        <Act context={context} does="enlarge" main />
        <Act context={context} does="copy" asText="text.copy" />
        <Act context={context} does="send" asText="text.send" />
      </p>
      <p role="status" data-said="code" />
    </div>
  );
}

function OpeningPicks({ context }: { context: PageContext }) {
  return (
    <fieldset hidden data-wakes>
      <legend>
        <WithClinic context={context} at="share:open" />
      </legend>
      {[...openings, 'facts'].map((opening) => (
        <label class="pick">
          <input type="radio" name="opening" value={opening} checked={opening === 'leaflet'} />
          <span>
            <WithClinic context={context} at={`share:openings.${opening}`} />
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** The same code as large as the screen, for a phone held at some distance. */
function LargeCode({ context }: { context: PageContext }) {
  const { base, language, site, t } = context;
  return (
    <dialog aria-label={t.plain('share:enlarge')} tabIndex={-1} autofocus>
      <p data-scan>{t('share:scan')}</p>
      <div class="large" data-code data-label={t.plain('share:scan')}>
        <div data-qr />
        <p data-link dir="ltr" {...untranslated}>
          <LinkLetters link={shareLink(site, base, language.tag, 'leaflet')} />
        </p>
      </div>
      <button type="button" data-act="close">
        {t('share:close')}
      </button>
    </dialog>
  );
}
