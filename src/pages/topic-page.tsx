import type { ComponentChildren } from 'preact';
import { toldOf, topicsOf } from '../content/edition.ts';
import { shapeOf, type BlockShape, type TopicId } from '../content/topics.ts';
import { HeadingText } from './heading-text.tsx';
import { Picture } from '../parts/picture.tsx';
import { RichText } from '../parts/rich-text.tsx';
import { pathOf } from '../site/addresses.ts';
import { Block } from './blocks.tsx';
import { Document } from './document.tsx';
import { DraftLabel } from './draft-label.tsx';
import type { PageContext } from './page-context.ts';
import { WhomToTell } from './whom-to-tell.tsx';

/** Topics that speak of washing hands lead straight to the timer. */
const leadsToTimer: readonly TopicId[] = ['how-it-spreads', 'home-hygiene', 'treatment', 'hospital-visits', 'daily-life'];

/** Who looks for help has no time to read: these come before all else. */
const atOnce: readonly BlockShape['kind'][] = ['phones', 'emergency'];

/** One topic: the question, the answer in short, the blocks, and the way on. */
export function TopicPage({ context, topic, island }: { context: PageContext; topic: TopicId; island?: ComponentChildren }) {
  const { t } = context;
  const urgent = topic === 'get-help';
  return (
    <Document context={context} title={t.plain(`${topic}:title`)} styles={island === undefined ? [] : ['further', 'island']}>
      <article id={topic} data-star={t.plain('questions:star')}>
        <TopicTop context={context} topic={topic} level={1} short={!island && !urgent} />
        {urgent && (
          <>
            <TopicBlocks context={context} topic={topic} level={2} kinds={atOnce} />
            <InShort context={context} topic={topic} />
          </>
        )}
        <DraftLabel context={context} />
        {island && (
          <>
            {island}
            <InShort context={context} topic={topic} />
          </>
        )}
        {leadsToTimer.includes(topic) && <TimerLink context={context} />}
        <TopicBlocks context={context} topic={topic} level={2} {...(urgent && { but: atOnce })} />
      </article>
      <WayOn context={context} topic={topic} />
    </Document>
  );
}

/** The way to the timer, in words that are true without a script too: the steps stand there all the same. */
export function TimerLink({ context }: { context: PageContext }) {
  const { base, language, t } = context;
  return (
    <a class="action" href={`${base}${pathOf(language.tag, 'hand-washing')}#timer`}>
      <Picture name="topics/hand-washing" />
      <span>{t('ui:washNow')}</span>
    </a>
  );
}

/** The heading of a topic, its picture with a caption, and what it says in short, unless the page says that below. */
export function TopicTop({ context, topic, level, short = true }: { context: PageContext; topic: TopicId; level: 1 | 2; short?: boolean }) {
  const { t } = context;
  const Heading = `h${level}` as const;
  return (
    <div class="top">
      <Heading>
        <HeadingText text={t(`${topic}:heading`)} tag={context.language.tag} />
      </Heading>
      <figure>
        <Picture name={`topics/${topic}`} />
        <figcaption>
          <RichText text={t(`${topic}:picture`)} />
        </figcaption>
      </figure>
      {short && <InShort context={context} topic={topic} />}
    </div>
  );
}

function InShort({ context, topic }: { context: PageContext; topic: TopicId }) {
  const { t } = context;
  return (
    <ul class="short" aria-label={t.plain('ui:inShort')}>
      {t.list(`${topic}:short`).map((line) => (
        <li>
          <RichText text={line} />
        </li>
      ))}
    </ul>
  );
}

interface TopicBlocksProps {
  context: PageContext;
  topic: TopicId;
  level: 2 | 3;
  /** Only blocks of these kinds, in this order. */
  kinds?: readonly BlockShape['kind'][];
  /** No blocks of these kinds. */
  but?: readonly BlockShape['kind'][];
}

/** All blocks that the edition tells of a topic, in its order. */
export function TopicBlocks({ context, topic, level, kinds, but = [] }: TopicBlocksProps) {
  const all = toldOf(context.edition, topic);
  const kindOf = (block: string) => shapeOf(topic, block).kind;
  const drawn = kinds ? kinds.flatMap((kind) => all.filter(([block]) => kindOf(block) === kind)) : all.filter(([block]) => !but.includes(kindOf(block)));
  const blocks = all.map(([block]) => block);
  const helperAfter = blocks.find((block) => block === 'say') ?? blocks.at(-1);
  return (
    <>
      {drawn.map(([block, ...from]) => {
        const id = level === 2 ? block : `${topic}-${block}`;
        return (
          <>
            <Block context={context} at={`${topic}:blocks.${block}`} id={id} shape={shapeOf(topic, block)} from={from} level={level} />
            {level === 2 && topic === 'telling-others' && block === helperAfter && <WhomToTell context={context} />}
            {level === 2 && topic === 'hand-washing' && (block === 'moments' || block === 'when') && <TimerLink context={context} />}
          </>
        );
      })}
    </>
  );
}

/** To the topic before and the one after; after the last, to the check of what was understood. */
function WayOn({ context, topic }: { context: PageContext; topic: TopicId }) {
  const { base, edition, language, t } = context;
  const told = topicsOf(edition);
  const index = told.indexOf(topic);
  const link = (to: TopicId | undefined, label: string, className: string) =>
    to && (
      <a class={className} href={base + pathOf(language.tag, to)}>
        <small>{t(label)}</small> <RichText text={t(`${to}:heading`)} />
      </a>
    );
  return (
    <nav class="way-on" aria-label={t.plain('ui:next')}>
      {link(told[index - 1], 'ui:previous', 'back')}
      {index < told.length - 1 ? (
        link(told[index + 1], 'ui:next', 'on')
      ) : (
        <a class="on" href={`${base}${pathOf(language.tag, 'questions')}#check`}>
          <small>{t('ui:next')}</small> {t('check:heading')}
        </a>
      )}
    </nav>
  );
}
