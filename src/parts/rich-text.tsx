import type { ComponentChildren } from 'preact';
import { dataMarks } from '../i18n/translator.ts';
import { untranslated } from './untranslated.ts';

/** A sentence with its data (numbers, acronyms, phone numbers) isolated, so that it keeps its order in right-to-left text and is never translated; what stands between is drawn by `plain`. */
export function RichText({ text, plain = (part) => part }: { text: string; plain?: (part: string) => ComponentChildren }) {
  const parts = text.split(new RegExp(`${dataMarks.open}(.*?)${dataMarks.close}`));
  return (
    <>
      {parts.map((part, index) =>
        index % 2 ? (
          <bdi dir="ltr" {...untranslated}>
            {part}
          </bdi>
        ) : (
          plain(part)
        ),
      )}
    </>
  );
}
