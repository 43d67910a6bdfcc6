import { situationIds, situations } from '../content/telling.ts';
import { RichText } from '../parts/rich-text.tsx';
import { SourceLine } from './blocks.tsx';
import { ClinicAndOwn } from './clinic-and-own.tsx';
import type { PageContext } from './page-context.ts';

/** Where the sentence for each kind of situation stands. With staff who give care it is the one of the card. */
const sentences = { care: 'telling-others:blocks.say.sentence', visit: 'whom:say.visit', private: 'whom:say.private', people: 'whom:say.people' } as const;

/** Every situation with its answer at a glance; behind a tap why, what to say or show, and the source. */
export function WhomToTell({ context }: { context: PageContext }) {
  const { edition, t } = context;
  return (
    <section class="block folds" id="situations">
      <h2>{t('whom:heading')}</h2>
      <p>{t('whom:intro')}</p>
      {situationIds.map((situation) => {
        const { answer, why, sources } = edition.telling[situation];
        return (
          <details>
            <summary>
              <span>{t(`whom:situations.${situation}`)}</span>
              <strong class={`is-${answer}`}>{t(`whom:answers.${answer}`)}</strong>
            </summary>
            <p>
              <RichText text={t(`whom:why.${why}`)} />
            </p>
            <blockquote>
              <ClinicAndOwn context={context} at={sentences[situations[situation]]} as="p" />
            </blockquote>
            {sources.length > 0 && <SourceLine context={context} from={sources} silent={answer === 'not-known' || answer === 'choice'} />}
          </details>
        );
      })}
    </section>
  );
}
