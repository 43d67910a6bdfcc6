import type { ComponentChildren } from 'preact';
import type { ShareProps, SharedLanguage } from '../islands/share/props.ts';
import { sourceTag } from '../i18n/languages.ts';
import { untranslated } from '../parts/untranslated.ts';
import { oneFileName } from '../site/one-file.ts';
import { openings, shareLink } from '../site/share-links.ts';
import { pathOf } from '../site/addresses.ts';
import { Document } from './document.tsx';
import { DraftLabel } from './draft-label.tsx';
import type { PageContext } from './page-context.ts';
import { LinkLetters, ShareCode } from './share-code.tsx';
import { WithClinic } from './with-clinic.tsx';

interface SharePageProps {
  context: PageContext;
  shared: readonly SharedLanguage[];
  /** Where the leaflet of this language lies as one file, relative to the base. */
  file: string;
}

/** For staff at a bedside: two taps, and the patient's phone reads the code. */
export function SharePage({ context, shared, file }: SharePageProps) {
  const { base, language, languages, t } = context;
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
          <p class="buttons">
            <Act context={context} does="png" at="saveCode" format="PNG" />
            <Act context={context} does="svg" at="saveCode" format="SVG" />
          </p>
        </form>
        <dialog aria-label={t.plain('share:enlarge')} tabIndex={-1} autofocus>
          <p data-scan>{t('share:scan')}</p>
          <div class="large" data-code data-label={t.plain('share:scan')}>
            <div data-qr />
            <p data-link dir="ltr" {...untranslated}>
              <LinkLetters link={shareLink(context.site, base, language.tag, 'leaflet')} />
            </p>
          </div>
          <button type="button" data-act="close">
            {t('share:close')}
          </button>
        </dialog>
        <section>
          <h2>
            <WithClinic context={context} at="share:paper.heading" />
          </h2>
          <p class="buttons">
            <a class="action" data-sheet href={base + pathOf(language.tag, 'sheet')}>
              <span>
                <WithClinic context={context} at="share:paper.sheet" />
              </span>
            </a>
            <a class="action" href={base + pathOf(language.tag, 'poster')}>
              <span>
                <WithClinic context={context} at="share:paper.poster" />
              </span>
            </a>
          </p>
        </section>
        <section>
          <h2>
            <WithClinic context={context} at="share:file.heading" />
          </h2>
          <p>{t('share:file.body')}</p>
          <p class="buttons">
            <a class="action" data-act="file" href={base + file} download={oneFileName(language.tag)}>
              <span>
                <WithClinic context={context} at="share:file.save" />
              </span>
              <LanguageOfFile context={context} />
            </a>
            <Act context={context} does="send-file" at="file.send">
              <LanguageOfFile context={context} />
            </Act>
          </p>
          <p role="status" data-said="file" />
        </section>
        <section>
          <h2>{t('share:links')}</h2>
          <ul class="plain-links">
            {languages.map((other) => (
              <li>
                <a href={base + pathOf(other.tag, 'home')} lang={other.tag} dir={other.dir} hreflang={other.tag}>
                  {other.autonym}
                </a>
              </li>
            ))}
          </ul>
        </section>
        <p>
          <WithClinic context={context} at="share:private" />
        </p>
      </div>
      <DraftLabel context={context} />
    </Document>
  );
}

interface ActProps {
  context: PageContext;
  does: string;
  at?: string;
  /** What it says where the main facts are handed over and not a link. */
  asText?: string;
  format?: string;
  main?: boolean;
  children?: ComponentChildren;
}

function Act({ context, does, at = does, asText, format, main = false, children }: ActProps) {
  return (
    <button type="button" class={main ? 'action' : undefined} hidden data-wakes data-act={does}>
      <span data-handing={asText && 'link'}>
        <WithClinic context={context} at={`share:${at}`} values={format ? { format } : {}} />
      </span>
      {asText && (
        <span hidden data-handing="text">
          <WithClinic context={context} at={`share:${asText}`} />
        </span>
      )}
      {children}
    </button>
  );
}

/** In which language the file is, by its own name: it follows the choice, far from where that was made. */
function LanguageOfFile({ context }: { context: PageContext }) {
  const { tag, script, autonym } = context.language;
  return (
    <bdi lang={tag} data-script={script} data-file-language {...untranslated}>
      {autonym}
    </bdi>
  );
}
