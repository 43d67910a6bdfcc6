import { untranslated } from '../parts/untranslated.ts';
import { HeadingText } from './heading-text.tsx';
import { ClinicAndOwn } from './clinic-and-own.tsx';
import { Document } from './document.tsx';
import { DraftLabel } from './draft-label.tsx';
import type { PageContext } from './page-context.ts';

const fields = ['found', 'when', 'where'] as const;
const needs = ['large-print', 'interpreter', 'sign-language'] as const;

/**
 * What to show at a desk: one sentence, black on white, in the staff's language and in the reader's. Details that the reader types are
 * written in by the island; where there are none, paper has lines to write on. Staff are told which interpreter by the English name of the language.
 */
export function CardPage({ context }: { context: PageContext }) {
  const { language, t } = context;
  return (
    <Document context={context} title={t.plain('card:title')} styles={['island']}>
      <h1 class="for-staff">
        <HeadingText text={t('card:heading')} tag={language.tag} />
      </h1>
      <Wallet context={context} />
      <DraftLabel context={context} />
      <Details context={context} />
    </Document>
  );
}

/** The card itself. */
function Wallet({ context }: { context: PageContext }) {
  const { dir } = context.clinic.language;
  return (
    <div class="wallet">
      <div>
        <ClinicAndOwn context={context} at="telling-others:blocks.say.sentence" as="p" clinicFirst />
      </div>
      <div dir={dir}>
        {[...fields, 'needs'].map((field) => (
          <p>
            <small>
              <ClinicAndOwn context={context} at={`card:labels.${field}`} as="span" clinicFirst />
            </small>
            <bdi data-shown={field} dir={field === 'needs' ? dir : undefined} {...untranslated} />
          </p>
        ))}
      </div>
    </div>
  );
}

/** What the reader may add to it, once the script can answer. */
function Details({ context }: { context: PageContext }) {
  const { language, t } = context;
  // An interpreter speaks Chinese, not its script.
  const spoken = language.english.replace(/ \(.*/, '');
  return (
    <section class="block" data-island="card">
      <h2>{t('card:details.heading')}</h2>
      <p>{t('card:details.paper')}</p>
      <div hidden>
        <p>{t('card:details.private')}</p>
        {fields.map((field) => (
          <label>
            {t(`card:labels.${field}`)}
            <input data-typed={field} maxLength={60} autocomplete="off" spellcheck={false} />
          </label>
        ))}
        <fieldset>
          <legend>{t('card:labels.needs')}</legend>
          {needs.map((need) => (
            <label class="tick">
              <input type="checkbox" value={need} />
              <span>
                <ClinicAndOwn context={context} at={`card:needs.${need}`} as="span" clinicFirst>
                  {need === 'interpreter' && <> ({spoken})</>}
                </ClinicAndOwn>
              </span>
            </label>
          ))}
        </fieldset>
        <p class="buttons">
          <button type="button" data-print>
            {t('ui:print')}
          </button>
          <button type="button" data-wipe>
            {t('card:details.wipe')}
          </button>
        </p>
        <p role="status" data-wiped={t.plain('card:details.wiped')} data-not-kept={t.plain('card:details.notKept')} />
      </div>
    </section>
  );
}
