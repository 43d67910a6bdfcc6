import { keyFactsOf } from '../../content/key-facts.ts';
import { sources } from '../../content/sources.ts';
import { dayInWords } from '../../parts/day.ts';
import { Phone } from '../../parts/phone.tsx';
import { Picture } from '../../parts/picture.tsx';
import { QrCode } from '../../parts/qr-code.tsx';
import { qrOfText } from '../../parts/qr.ts';
import { RichText } from '../../parts/rich-text.tsx';
import { spacesSentences } from '../../i18n/languages.ts';
import { untranslated } from '../../parts/untranslated.ts';
import { Document } from '../document.tsx';
import { DraftLabel, TextReview } from '../draft-label.tsx';
import { KeyFacts } from './key-facts.tsx';
import type { PageContext } from '../page-context.ts';
import { PrintButton } from './print-button.tsx';
import { ShareCode } from './share-code.tsx';
import { WithClinic } from '../with-clinic.tsx';

const steps = ['share/scan', 'share/tap', 'topics/saved'] as const;

/** What a patient takes home on paper: one page or a small card, in their language and the clinic's. `facts`: as the code that needs no network says them. */
export function SheetPage({ context, facts }: { context: PageContext; facts: string }) {
  const { t } = context;
  return (
    <Document context={context} title={t.plain('share:sheet.title')} styles={['staff']}>
      <h1>
        <WithClinic context={context} at="share:paper.sheet" />
      </h1>
      <Picks context={context} />
      <PrintButton context={context} />
      <DraftLabel context={context} />
      <article class="paper sheet">
        <Top context={context} />
        <div class="open">
          <ShareCode context={context} tag={context.language.tag} opening="leaflet" label={t.plain('share:scan')} />
          <Steps context={context} />
        </div>
        <Pair context={context} at="share:sheet.matters" heading />
        <KeyFacts context={context} />
        <div class="below">
          <figure class="code text">
            <QrCode qr={qrOfText(facts)} label={t.plain('share:sheet.text')} />
          </figure>
          <div>
            <Pair context={context} at="share:sheet.text" />
            <CodeEnd context={context} />
            <Calls context={context} />
          </div>
        </div>
        <Imprint context={context} withSources />
      </article>
      <article class="paper card">
        <div class="open">
          <ShareCode context={context} tag={context.language.tag} opening="leaflet" label={t.plain('share:scan')} />
          <Top context={context} />
          <Steps context={context} />
        </div>
        <KeyFacts context={context} />
        <Calls context={context} />
        <Imprint context={context} />
      </article>
    </Document>
  );
}

/** What is to be printed, and for which ward. */
function Picks({ context }: { context: PageContext }) {
  const { wards } = context.edition;
  return (
    <form class="picks" autocomplete="off">
      <fieldset>
        <legend>
          <WithClinic context={context} at="share:sheet.what" />
        </legend>
        <Pick context={context} name="size" value="page" at="share:sheet.page" first />
        <Pick context={context} name="size" value="card" at="share:sheet.card" paper="A6" />
      </fieldset>
      {wards && (
        <fieldset hidden data-wakes>
          <legend>
            <WithClinic context={context} at="share:sheet.ward" />
          </legend>
          <Pick context={context} name="ward" value="" at="share:sheet.noWard" first />
          {wards.map(({ id, name }) => (
            <label class="pick">
              <input type="radio" name="ward" value={id} />
              <bdi {...untranslated}>{name}</bdi>
            </label>
          ))}
        </fieldset>
      )}
    </form>
  );
}

function Pick({ context, name, value, at, paper, first = false }: { context: PageContext; name: string; value: string; at: string; paper?: string; first?: boolean }) {
  return (
    <label class="pick">
      <input type="radio" name={name} value={value} checked={first} />
      <span>
        <WithClinic context={context} at={at} values={paper ? { paper } : {}} />
      </span>
    </label>
  );
}

/** One sentence in the patient's language, and beside it in the clinic's. */
function Pair({ context, at, heading = false }: { context: PageContext; at: string; heading?: boolean }) {
  const { clinic, language, t } = context;
  const Line = heading ? 'h2' : 'p';
  return (
    <div class="pair">
      <Line>
        <RichText text={t(at)} />
      </Line>
      {language.tag !== clinic.language.tag && (
        <p class="clinic" lang={clinic.language.tag} dir={clinic.language.dir} data-script={clinic.language.script}>
          <RichText text={clinic.t(at)} />
        </p>
      )}
    </div>
  );
}

function Top({ context }: { context: PageContext }) {
  return (
    <header>
      <p class="brand">
        <Picture name="mark" />
        <span {...untranslated}>{context.t('ui:appName')}</span>
      </p>
      <Pair context={context} at="share:sheet.heading" heading />
    </header>
  );
}

/** The last line of the code that holds the facts. */
function CodeEnd({ context }: { context: PageContext }) {
  const { language, reviews, t, version } = context;
  return (
    <p class="code-end">
      {reviews[language.tag]?.state !== 'approved' && `${t('share:draft')} `}
      <bdi dir="ltr" {...untranslated}>
        {t('ui:appName')} {version}
      </bdi>
    </p>
  );
}

/** How the leaflet comes onto the phone and stays there, drawn. */
function Steps({ context }: { context: PageContext }) {
  const { clinic, language, t } = context;
  const words = t.list('share:sheet.steps');
  const clinicWords = clinic.t.list('share:sheet.steps');
  return (
    <ol class="keep">
      {steps.map((picture, index) => (
        <li>
          <Picture name={picture} />
          <p>{words[index]}</p>
          {language.tag !== clinic.language.tag && (
            <p class="clinic" lang={clinic.language.tag} dir={clinic.language.dir} data-script={clinic.language.script}>
              {clinicWords[index]}
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}

/** Whom to call: the advice line of the edition, and the ward that was chosen from its list. */
function Calls({ context }: { context: PageContext }) {
  const { edition } = context;
  const { advice } = edition.phones;
  if (!advice && !edition.wards) return null;
  return (
    <div class="calls">
      <Pair context={context} at="share:sheet.call" />
      {advice && (
        <p>
          <Phone {...advice.value} />
        </p>
      )}
      {edition.wards?.map(({ id, name, phone }) => (
        <p hidden data-ward={id}>
          <bdi {...untranslated}>{name}</bdi> <Phone {...phone.value} />
        </p>
      ))}
    </div>
  );
}

function Imprint({ context, withSources = false }: { context: PageContext; withSources?: boolean }) {
  const { clinic, edition, language, t, version } = context;
  const day = (date: string) => dayInWords(date, language.tag);
  const publishers = [...new Set(keyFactsOf(edition, 'on paper').flatMap((fact) => fact.sources))].map((id) => sources[id].publisher);
  const translated = language.tag !== clinic.language.tag;
  return (
    <footer class="small-print">
      <p>
        <TextReview context={context} t={t} tag={language.tag} />
      </p>
      {translated && (
        <p lang={clinic.language.tag} dir={clinic.language.dir}>
          <TextReview context={context} t={clinic.t} tag={clinic.language.tag} />
        </p>
      )}
      <p>
        <RichText text={t('ui:version', { version })} /> · {t('ui:edition', { region: t.plain(`${edition.id}:region`) })} · {t('ui:checked', { date: day(edition.checked) })} · {t('ui:due', { date: day(edition.due) })}
      </p>
      {withSources && (
        <p>
          {t('share:sheet.sources')}
          {spacesSentences(language.tag) && ' '}
          <span lang="en" dir="ltr" {...untranslated}>{publishers.join(' · ')}</span>
        </p>
      )}
    </footer>
  );
}
