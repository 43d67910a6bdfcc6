import { toldBlock } from '../content/edition.ts';
import { familyParts, type Part } from '../content/parts.ts';
import { shapeOf } from '../content/topics.ts';
import { HeadingText } from './heading-text.tsx';
import { Picture } from '../parts/picture.tsx';
import { RichText } from '../parts/rich-text.tsx';
import { Block } from './blocks.tsx';
import { Document } from './document.tsx';
import { DraftLabel } from './draft-label.tsx';
import type { PageContext } from './page-context.ts';
import { TimerLink } from './topic-page.tsx';

/** The entrance for people who live with a carrier: what they ask, answered by blocks of the leaflet. */
export function FamilyPage({ context }: { context: PageContext }) {
  const { t } = context;
  return (
    <Document context={context} title={t.plain('family:title')}>
      <article data-star={t.plain('questions:star')}>
        <div class="top">
          <h1>
            <HeadingText text={t('family:heading')} tag={context.language.tag} />
          </h1>
          <figure>
            <Picture name="topics/family-testing" />
            <figcaption>
              <RichText text={t('family-testing:picture')} />
            </figcaption>
          </figure>
          <p class="lead">{t('family:lead')}</p>
        </div>
        <DraftLabel context={context} />
        <TimerLink context={context} />
        {familyParts.map((part) => (
          <FamilyPart context={context} part={part} />
        ))}
      </article>
    </Document>
  );
}

/** A block as the edition tells it; under a question that no block of it answers, that its sources do not say. */
function FamilyPart({ context, part }: { context: PageContext; part: Part }) {
  const { topic, block, items, as } = part;
  const found = toldBlock(context.edition, topic, block);
  const shape = shapeOf(topic, block);
  const [id, heading] = as ? [as, `family:parts.${as}`] : [`${topic}-${block}`, `${topic}:blocks.${block}.heading`];
  if (!found) return as && isFirstUnanswered(context, part) ? <NotSaid context={context} id={id} heading={heading} /> : null;
  const [, ...from] = found;
  return (
    <Block
      context={context}
      at={`${topic}:blocks.${block}`}
      id={id}
      of={`${topic}#${block}`}
      shape={items && 'items' in shape ? { ...shape, items } : shape}
      from={from}
      level={2}
      heading={heading}
    />
  );
}

/** Whether this is the first of the parts that may answer a question, and the edition tells none of them. */
function isFirstUnanswered({ edition }: PageContext, part: Part): boolean {
  const answers: readonly Part[] = familyParts.filter((one: Part) => one.as === part.as);
  return answers[0] === part && !answers.some(({ topic, block }) => toldBlock(edition, topic, block));
}

function NotSaid({ context, id, heading }: { context: PageContext; id: string; heading: string }) {
  return (
    <section class="block not-known" id={id}>
      <h2>
        <RichText text={context.t(heading)} />
      </h2>
      <p>{context.t('family:unknown')}</p>
    </section>
  );
}
