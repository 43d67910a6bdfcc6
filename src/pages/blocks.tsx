import type { Fact, PhoneLine } from '../content/edition.ts';
import { sources, type SourceId } from '../content/sources.ts';
import type { BlockShape } from '../content/topics.ts';
import { Phone } from '../parts/phone.tsx';
import { Picture } from '../parts/picture.tsx';
import { RichText } from '../parts/rich-text.tsx';
import { untranslated } from '../parts/untranslated.ts';
import { pathOf } from '../site/addresses.ts';
import type { PageContext } from './page-context.ts';
import { WashingSteps } from './washing-steps.tsx';

interface BlockProps {
  context: PageContext;
  /** Where its words are: `home-hygiene:blocks.hands`. */
  at: string;
  id: string;
  shape: BlockShape;
  from: readonly SourceId[];
  /** Level of its heading. */
  level: 2 | 3;
}

/** One block of a topic: heading, what it says, and where that comes from. */
export function Block({ context, at, id, shape, from, level }: BlockProps) {
  const Heading = `h${level}` as const;
  return (
    <section class={`block ${shape.kind}`} id={id}>
      <Heading>
        <Sign kind={shape.kind} />
        <span>
          <RichText text={context.t(`${at}.heading`)} />
        </span>
      </Heading>
      <BlockBody context={context} at={at} shape={shape} />
      <SourceLine context={context} from={from} />
    </section>
  );
}

function Sign({ kind }: { kind: BlockShape['kind'] }) {
  return kind === 'do' || kind === 'dont' ? <Picture name={`topics/${kind}`} /> : null;
}

function BlockBody({ context, at, shape }: { context: PageContext; at: string; shape: BlockShape }) {
  const { t } = context;
  switch (shape.kind) {
    case 'text':
      return <Paragraphs texts={t.list(`${at}.body`)} />;
    case 'say':
      return <Sentence context={context} at={at} />;
    case 'steps':
      return (
        <>
          <Paragraphs texts={[t(`${at}.intro`)]} />
          <WashingSteps t={t} />
        </>
      );
    case 'names':
      return <Names context={context} at={at} />;
    case 'phones':
      return <Phones context={context} at={at} />;
    case 'list':
    case 'do':
    case 'dont':
    case 'not-known':
    case 'emergency':
      return (
        <>
          <Paragraphs texts={[t(`${at}.intro`)]} />
          <ul>
            {shape.items.map((item) => (
              <li>
                <RichText text={t(`${at}.items.${item}`)} />
              </li>
            ))}
          </ul>
        </>
      );
    default:
      return shape satisfies never;
  }
}

function Paragraphs({ texts }: { texts: readonly string[] }) {
  return (
    <>
      {texts.map((text) => (
        <p>
          <RichText text={text} />
        </p>
      ))}
    </>
  );
}

/** A sentence to say or to show, in the reader's language and in English, which staff read. */
function Sentence({ context, at }: { context: PageContext; at: string }) {
  const { english, language, t } = context;
  return (
    <>
      <Paragraphs texts={[t(`${at}.intro`)]} />
      <blockquote>
        <p>
          <RichText text={t(`${at}.sentence`)} />
        </p>
        {language.tag !== 'en' && (
          <p lang="en" dir="ltr">
            <RichText text={english(`${at}.sentence`)} />
          </p>
        )}
      </blockquote>
    </>
  );
}

function Names({ context, at }: { context: PageContext; at: string }) {
  const { edition, t } = context;
  return (
    <>
      <Paragraphs texts={[t(`${at}.intro`)]} />
      <dl>
        {(Object.keys(edition.acronyms) as (keyof typeof edition.acronyms)[]).map((name) => (
          <div>
            <dt>
              <bdi dir="ltr" {...untranslated}>
                {edition.acronyms[name]}
              </bdi>
            </dt>
            <dd>
              <RichText text={t(`${at}.items.${name}`)} />
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function Phones({ context, at }: { context: PageContext; at: string }) {
  const { edition, t } = context;
  const lines: [string, Fact<PhoneLine>][] = Object.entries(edition.phones);
  return (
    <>
      <Paragraphs texts={[t(`${at}.intro`)]} />
      <ul class="phones">
        {lines.map(([line, fact]) => (
          <li>
            <Phone {...fact.value} />
            <span>
              <RichText text={t(`${at}.items.${line}`)} />
            </span>
          </li>
        ))}
      </ul>
      <Paragraphs texts={[t(`${at}.items.interpreter`)]} />
    </>
  );
}

function SourceLine({ context, from }: { context: PageContext; from: readonly SourceId[] }) {
  const { base, language, t } = context;
  const about = base + pathOf(language.tag, 'about');
  return (
    <p class="sources">
      {t('ui:source')}:{' '}
      {from.map((id, index) => (
        <>
          {index > 0 && <span aria-hidden="true"> · </span>}
          <a href={`${about}#${id}`}>
            <bdi lang="en" dir="ltr" {...untranslated}>
              {sources[id].publisher}
            </bdi>
          </a>
        </>
      ))}
    </p>
  );
}
