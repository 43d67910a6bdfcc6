import { dayInWords } from '../parts/day.ts';
import { RichText } from '../parts/rich-text.tsx';
import { pathOf } from '../site/addresses.ts';
import type { PageContext } from './page-context.ts';
import { TopicList } from './topic-list.tsx';

/** Foot of a page: is it kept, all topics, where it comes from and how old it is. */
export function PageFoot({ context }: { context: PageContext }) {
  const { base, language, page, t } = context;
  return (
    <footer>
      {page !== 'not-kept' && <KeptNote context={context} />}
      <div class="contents">
        {/* These two pages list the topics themselves. */}
        {page !== 'home' && page !== 'not-kept' && (
          <nav aria-labelledby="topics">
            <h2 id="topics">{t('ui:topics')}</h2>
            <TopicList context={context} withPictures={false} />
          </nav>
        )}
        <ul class="plain-links">
          <li>
            <a href={base + pathOf(language.tag, 'all')}>{t('home:whole')}</a>
          </li>
          <li>
            <a href={base + pathOf(language.tag, 'questions')}>{t('questions:heading')}</a>
          </li>
          {/* These two pages hold the check themselves. */}
          {page !== 'all' && page !== 'questions' && (
            <li>
              <a href={`${base}${pathOf(language.tag, 'questions')}#check`}>{t('check:heading')}</a>
            </li>
          )}
          <li>
            <a href={base + pathOf(language.tag, 'saved')}>{t('home:saved')}</a>
          </li>
          <li>
            <a href={base + pathOf(language.tag, 'about')}>{t('home:about')}</a>
          </li>
          <li>
            <a href={base + pathOf(language.tag, 'share')}>{t('share:entry')}</a>
          </li>
        </ul>
      </div>
      <Imprint context={context} />
    </footer>
  );
}

/** Empty until the phone knows whether all is kept; what it then says is its data. */
function KeptNote({ context: { t } }: { context: PageContext }) {
  return (
    <p
      class="kept-note"
      role="status"
      data-offline-note
      data-saving={t.plain('ui:offline.saving')}
      data-ready={t.plain('ui:offline.ready')}
      data-failed={t.plain('ui:offline.failed')}
      data-unsupported={t.plain('ui:offline.unsupported')}
      data-update={t.plain('ui:offline.update')}
      data-update-button={t.plain('ui:offline.updateButton')}
    />
  );
}

/** Which version of which edition this is, and how old. */
function Imprint({ context }: { context: PageContext }) {
  const { edition, language, states, t, version } = context;
  const day = (date: string) => dayInWords(date, language.tag);
  return (
    <div class="imprint">
      <p>
        <RichText text={t('ui:version', { version })} />
      </p>
      <p>{t('ui:edition', { region: t.plain(`${edition.id}:region`) })}</p>
      <p>{t('ui:checked', { date: day(edition.checked) })}</p>
      <p>{t('ui:due', { date: day(edition.due) })}</p>
      {states[language.tag] === 'machine-draft' && <p>{t('ui:askInterpreter')}</p>}
    </div>
  );
}
