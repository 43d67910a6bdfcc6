import { keyFactsOf } from '../../content/key-facts.ts';
import { spacesSentences, type Language } from '../../i18n/languages.ts';
import type { Translator } from '../../i18n/translator.ts';
import { Picture } from '../../parts/picture.tsx';
import { RichText } from '../../parts/rich-text.tsx';
import { factValues } from './facts-text.ts';
import type { PageContext } from '../page-context.ts';

/** What matters most, topic by topic: a picture, the facts in the patient's language, and beside them those in the language of the clinic. */
export function KeyFacts({ context }: { context: PageContext }) {
  const { clinic, edition, language, t } = context;
  const facts = keyFactsOf(edition, 'on paper');
  const say = (words: Translator, { tag }: Language, ids: readonly string[]) =>
    ids.map((id, index) => (
      <>
        {index > 0 && spacesSentences(tag) && ' '}
        <RichText text={words(`share:facts.${id}`, factValues(edition))} />
      </>
    ));
  return (
    <ol class="facts">
      {[...new Set(facts.map(({ topic }) => topic))].map((topic) => {
        const ids = facts.filter((fact) => fact.topic === topic).map(({ id }) => id);
        return (
          <li>
            <Picture name={`topics/${topic}`} />
            <p>{say(t, language, ids)}</p>
            {language.tag !== clinic.language.tag && (
              <p class="clinic" lang={clinic.language.tag} dir={clinic.language.dir} data-script={clinic.language.script}>
                {say(clinic.t, clinic.language, ids)}
              </p>
            )}
          </li>
        );
      })}
    </ol>
  );
}
