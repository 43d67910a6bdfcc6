import type { PhoneKind } from '../content/edition.ts';
import { sources, type SourceId } from '../content/sources.ts';
import type { BlockShape } from '../content/topics.ts';
import { Phone } from '../parts/phone.tsx';
import { Picture } from '../parts/picture.tsx';
import { RichText } from '../parts/rich-text.tsx';
import { untranslated } from '../parts/untranslated.ts';
import { pathOf } from '../site/addresses.ts';
import { ClinicAndOwn } from './clinic-and-own.tsx';
import type { PageContext } from './page-context.ts';
import { WashingSteps } from './washing-steps.tsx';

interface BlockProps {
  context: PageContext;
  /** Where its words are: `home-hygiene:blocks.hands`. */
  at: string;
  id: string;
  /** Which block of the leaflet it is (`home-hygiene#laundry`), where its page and id do not say. */
  of?: string;
  shape: BlockShape;
  from: readonly SourceId[];
  /** Level of its heading. */
  level: 2 | 3;
  /** Words of its heading, where they are not its own. */
  heading?: string;
}

/** One block of a topic: heading, what it says, and where that comes from. */
export function Block({ context, at, id, of, shape, from, level, heading = `${at}.heading` }: BlockProps) {
  const Heading = `h${level}` as const;
  return (
    <section class={`block ${shape.kind}`} id={id} data-of={of}>
      <Heading>
        <Sign kind={shape.kind} />
        <span>
          <RichText text={context.t(heading)} />
        </span>
      </Heading>
      <BlockBody context={context} at={at} shape={shape} />
      <SourceLine context={context} from={from} silent={shape.kind === 'not-known'} />
    </section>
  );
}

function Sign({ kind }: { kind: BlockShape['kind'] }) {
  return kind === 'do' || kind === 'dont' ? <Picture name={`topics/${kind}`} /> : null;
}

/** What a block says, without its heading and its sources. */
export function BlockBody({ context, at, shape }: Pick<BlockProps, 'context' | 'at' | 'shape'>) {
  const { t } = context;
  switch (shape.kind) {
    case 'text':
      return <Paragraphs texts={t.list(`${at}.body`)} />;
    case 'reading':
      return (
        <>
          <Paragraphs texts={t.list(`${at}.body`)} />
          <Reading context={context} />
        </>
      );
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
      return <Names context={context} at={at} items={shape.items} />;
    case 'phones':
      return <Phones context={context} at={at} items={shape.items} />;
    case 'list':
    case 'do':
    case 'dont':
    case 'not-known':
    case 'emergency':
      return (
        <>
          <Paragraphs texts={[t(`${at}.intro`)]} />
          {shape.kind === 'emergency' && <EmergencyLine context={context} />}
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
      shape satisfies never;
      throw new Error(`src/content/topics.ts: nothing draws the kind of the block ${at}`);
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

/** A sentence to say or to show, in the reader's language and in the one that staff read. */
function Sentence({ context, at }: { context: PageContext; at: string }) {
  return (
    <>
      <Paragraphs texts={[context.t(`${at}.intro`)]} />
      <blockquote>
        <ClinicAndOwn context={context} at={`${at}.sentence`} as="p" />
      </blockquote>
    </>
  );
}

interface ItemsProps {
  context: PageContext;
  at: string;
  items: readonly string[];
}

function Names({ context, at, items }: ItemsProps) {
  const { t } = context;
  const acronyms: Readonly<Record<string, string>> = context.edition.acronyms;
  return (
    <>
      <Paragraphs texts={[t(`${at}.intro`)]} />
      <dl>
        {items.map((name) => (
          <div>
            <dt>
              <bdi dir="ltr" {...untranslated}>
                {acronyms[name]}
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

/** The lines that the edition knows, each with what it is for; then what is said of interpreters, where that is known. */
function Phones({ context, at, items }: ItemsProps) {
  const { edition, t } = context;
  const lines = (items as readonly PhoneKind[]).flatMap((kind) => (edition.phones[kind] ? [{ kind, line: edition.phones[kind].value }] : []));
  return (
    <>
      <Paragraphs texts={[t(`${at}.intro`)]} />
      <ul class="phones">
        {lines.map(({ kind, line }) => (
          <li>
            <Phone {...line} />
            <span>
              <RichText text={t(`${at}.items.${kind}`)} />
            </span>
          </li>
        ))}
      </ul>
      {edition.interpretedLanguages && <Paragraphs texts={[t(`${at}.interpreters`)]} />}
    </>
  );
}

/** The number to call in an emergency, where a source names it. */
function EmergencyLine({ context }: { context: PageContext }) {
  const { emergency } = context.edition.phones;
  return emergency ? (
    <p class="phones">
      <Phone {...emergency.value} />
    </p>
  ) : null;
}

/** Pages that the edition sends its readers to. */
function Reading({ context }: { context: PageContext }) {
  const { reading = [] } = context.edition;
  return reading.length === 0 ? null : (
    <ul class="reading">
      {reading.map(({ value: { title, url } }) => (
        <li>
          <a href={url} rel="noreferrer" lang="en" dir="ltr" {...untranslated}>
            {title}
          </a>
        </li>
      ))}
    </ul>
  );
}

interface SourceLineProps {
  context: PageContext;
  from: readonly SourceId[];
  /** They were looked through and do not say it. */
  silent?: boolean;
}

/** Where something comes from, or was looked for: publishers, each leading to its entry on the page of sources. */
export function SourceLine({ context, from, silent = false }: SourceLineProps) {
  const { base, language, t } = context;
  const about = base + pathOf(language.tag, 'about');
  const label = t.plain(silent ? 'ui:looked' : 'ui:source');
  return (
    <p class="sources">
      {/* A full-width colon brings its own space. */}
      {label.endsWith('：') ? label : `${label} `}
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
