import { dayInWords } from '../parts/day.ts';
import type { PageContext } from './page-context.ts';

/** Two slips that show nothing until the phone knows something: words have changed since the last visit; the text or this copy is old. */
export function NewsNotes({ context }: { context: PageContext }) {
  const { edition, language, t } = context;
  return (
    <>
      <p class="slip" role="status" data-news data-changed={t.plain('ui:change.changed')} data-safety={t.plain('ui:change.safety')} data-recalled={t.plain('ui:change.recalled')} data-mark={t.plain('ui:change.mark')} />
      <p
        class="slip"
        hidden
        data-age-note
        data-checked={edition.checked}
        data-due={edition.due}
        data-overdue={t.plain('ui:age.overdue', { date: dayInWords(edition.due, language.tag) })}
        data-long={t.plain('ui:age.long', { date: '{{date}}' })}
      />
    </>
  );
}
