import { toldOf, topicsOf } from '../content/edition.ts';
import { questionIds } from '../content/parts.ts';
import { HeadingText } from './heading-text.tsx';
import { Check } from './check.tsx';
import { ClinicAndOwn } from './clinic-and-own.tsx';
import { Document } from './document.tsx';
import { DraftLabel } from './draft-label.tsx';
import type { PageContext } from './page-context.ts';

/**
 * Questions to ask at the next visit, in the reader's language and the staff's, and a check of what was understood. The island keeps
 * ticks, and shows the parts of the leaflet that the reader has marked; without it the whole list can be shown and printed.
 */
export function QuestionsPage({ context }: { context: PageContext }) {
  const { clinic, edition, language, t } = context;
  const told = topicsOf(edition).flatMap((topic) => toldOf(edition, topic).map(([block]) => ({ topic, block })));
  return (
    <Document context={context} title={t.plain('questions:title')} styles={['further', 'island']}>
      <div class="top">
        <h1 class="in-both">
          <span>
            <HeadingText text={t('questions:heading')} tag={language.tag} />
          </span>
          {clinic.language.tag !== language.tag && (
            <span lang={clinic.language.tag} dir={clinic.language.dir}>
              <HeadingText text={clinic.t('questions:heading')} tag={clinic.language.tag} />
            </span>
          )}
        </h1>
        <p class="lead">{t('questions:lead')}</p>
      </div>
      <DraftLabel context={context} />
      <section class="block asks" data-island="questions">
        <div hidden>
          <p role="status" data-not-kept={t.plain('card:details.notKept')} data-removed={t.plain('questions:removed')}>
            {t('questions:kept')}
          </p>
          <p class="buttons">
            <label class="tick">
              <input type="checkbox" id="mine" />
              <span>{t('questions:mine')}</span>
            </label>
            <button type="button" data-print>
              {t('ui:print')}
            </button>
            <button type="button" data-wipe>
              {t('questions:remove')}
            </button>
          </p>
        </div>
        <h2>
          <ClinicAndOwn context={context} at="questions:asks" as="span" />
        </h2>
        <ul>
          {questionIds.map((id) => (
            <Ask context={context} id={id} at={`questions:list.${id}`} />
          ))}
        </ul>
        <div hidden>
          <h3>
            <ClinicAndOwn context={context} at="questions:explain" as="span" />
          </h3>
          <ul>
            {told.map(({ topic, block }) => (
              <Ask context={context} id={`${topic}#${block}`} at={[`${topic}:title`, `${topic}:blocks.${block}.heading`]} hidden />
            ))}
          </ul>
        </div>
      </section>
      <Check context={context} />
    </Document>
  );
}

/** One line of the list: words at `at`, and a tick. */
function Ask({ context, id, at, hidden = false }: { context: PageContext; id: string; at: string | readonly string[]; hidden?: boolean }) {
  return (
    <li hidden={hidden}>
      <label class="tick">
        <input type="checkbox" value={id} />
        <span>
          <ClinicAndOwn context={context} at={at} as="span" />
        </span>
      </label>
    </li>
  );
}
