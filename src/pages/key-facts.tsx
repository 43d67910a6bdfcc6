import { keyFactsOf } from '../content/key-facts.ts';
import type { Translator } from '../i18n/translator.ts';
import { Picture } from '../parts/picture.tsx';
import { RichText } from '../parts/rich-text.tsx';
import { factValues } from './facts-text.ts';
import type { PageContext } from './page-context.ts';

/** What matters most, fact by fact: a picture, the patient's language, and beside it the language of the clinic. */
export function KeyFacts({ context }: { context: PageContext }) {
  const { clinic, edition, language, t } = context;
  const say = (words: Translator, id: string) => <RichText text={words(`share:facts.${id}`, factValues(edition))} />;
  return (
    <ol class="facts">
      {keyFactsOf(edition).map(({ id, topic }) => (
        <li>
          <Picture name={`topics/${topic}`} />
          <p>{say(t, id)}</p>
          {language.tag !== clinic.language.tag && (
            <p class="clinic" lang={clinic.language.tag} dir={clinic.language.dir} data-script={clinic.language.script}>
              {say(clinic.t, id)}
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}
