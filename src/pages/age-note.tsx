import { dayInWords, type PageContext } from './page-context.ts';

/** Empty until the phone finds that the text is past its check, or that this copy has not met the network for long. */
export function AgeNote({ context }: { context: PageContext }) {
  const { edition, language, t } = context;
  return (
    <p
      class="slip"
      hidden
      data-age-note
      data-checked={edition.checked}
      data-due={edition.due}
      data-overdue={t.plain('ui:age.overdue', { date: dayInWords(edition.due, language.tag) })}
      data-long={t.plain('ui:age.long')}
    />
  );
}
