import type { LanguageTag } from '../i18n/languages.ts';
import type { SourceId } from './sources.ts';
import type { Situation, Telling } from './telling.ts';
import { topicIds, type TopicId, type topics } from './topics.ts';

/** A fact of one place, with where it is said. */
export interface Fact<Value> {
  readonly value: Value;
  readonly sources: readonly [SourceId, ...SourceId[]];
}

/** A phone line: as people write it, and as a phone dials it. */
export interface PhoneLine {
  readonly display: string;
  readonly dial: string;
}

/** A ward or service that a printed sheet may name. It is chosen by its id from the edition's list, never typed and never taken from a link. */
export interface Ward {
  readonly id: string;
  /** As it calls itself. */
  readonly name: string;
  readonly phone: Fact<PhoneLine>;
}

/** What a line is for: an emergency, an urgent question, advice, advice for deaf people, an interpreter. */
export type PhoneKind = 'emergency' | 'urgent' | 'advice' | 'deaf' | 'interpreter';

/** A block of a topic, and the sources that it rests on. */
export type Told<Topic extends TopicId> = readonly [
  block: keyof (typeof topics)[Topic] & string,
  ...sources: readonly [SourceId, ...SourceId[]],
];

/** That a qualified person approved the text of one language. */
export interface Approval {
  /** Name and role, as readers see them. */
  readonly by: string;
  /** ISO date. */
  readonly on: string;
  /** Of the words and facts that were approved; `npm run edition -- approve <edition> <language>` prints it. */
  readonly hash: string;
}

/** Colours (`#rrggbb`) of links and buttons, and of buttons while they are pressed; and whether there is a logo. */
export interface Look {
  readonly light: { readonly action: string; readonly strong: string };
  readonly dark: { readonly action: string; readonly strong: string };
  /** Drawn on the page about the leaflet and on paper: `src/parts/pictures/editions/<edition>.svg`. */
  readonly logo?: boolean;
}

/** What holds in one place. One build is one edition; a hospital adds one file like `editions/bc.ts`. */
export interface Edition {
  readonly id: string;
  /** The acronym that this edition's sources use, exactly as on the patient's letter. */
  readonly name: string;
  /** Acronyms of the names that it explains, by item of its block of names. */
  readonly acronyms: Readonly<Partial<Record<'cpo' | 'cpe' | 'cre' | 'cro', string>>>;
  readonly handWashing: {
    /** Shortest time of scrubbing, in seconds. */
    readonly seconds: Fact<number>;
    /** Other times that a reader may pick, in seconds, all longer than the shortest. */
    readonly longer: readonly number[];
    /** Rubbing in hand sanitiser until dry, in seconds. */
    readonly rub: Fact<number>;
  };
  /** Lines that a source names; without a source a line is left out, and so is what would be said of it. */
  readonly phones: Readonly<Partial<Record<PhoneKind, Fact<PhoneLine>>>>;
  /** Wards that a printed sheet may name; absent where no source lists any. */
  readonly wards?: readonly [Ward, ...Ward[]];
  /** How many languages interpreting is offered in, where a source says so. */
  readonly interpretedLanguages?: Fact<number>;
  /** Pages that a source sends its readers to, as they call themselves, in English. */
  readonly reading?: readonly Fact<{ readonly title: string; readonly url: string }>[];
  /** Numbers that only this place's sentences use, each a {{placeholder}} of its own name: `{ months: … }` fills {{months}}. */
  readonly numbers?: Readonly<Record<string, Fact<number>>>;
  /** Who publishes and answers for it, or null while nobody does. */
  readonly publisher: string | null;
  /** Where a reader can tell the publisher of a mistake, as printed (an address, a desk, a number), or null. */
  readonly contact: string | null;
  /** Who approved which language's text. It counts as long as its hash is that of the words and facts; after any change it does not. */
  readonly approvals: Readonly<Partial<Record<LanguageTag, Approval>>>;
  /** Whether languages that nobody has approved are published with the draft label, or left out. */
  readonly publishes: 'drafts with label' | 'reviewed only';
  /** Colours and a logo of the publisher's own. */
  readonly look?: Look;
  /** Day on which the words were compared with their sources (ISO date). */
  readonly checked: string;
  /** Day on which that falls due again (ISO date). */
  readonly due: string;
  /** Languages that it is published in: every one of the registry, or those named. */
  readonly languages: 'all' | readonly LanguageTag[];
  /** The language that staff read: the card and sentences to show stand in it too. One of `languages`. */
  readonly clinicLanguage: LanguageTag;
  /** Whether to tell in each situation, and on what ground. */
  readonly telling: Readonly<Record<Situation, Telling>>;
  /**
   * Which blocks are told, in which order, and on what ground. A block without a source does not compile. A topic on which a place has no
   * source is left out: it then has no page, and nothing leads to it. Hand washing is the leaflet's one tool and cannot be left out.
   */
  readonly leaflet: Leaflet;
}

type Leaflet = { readonly [Topic in Exclude<TopicId, 'hand-washing'>]?: ToldBlocks<Topic> } & { readonly 'hand-washing': ToldBlocks<'hand-washing'> };

type ToldBlocks<Topic extends TopicId> = readonly [Told<Topic>, ...Told<Topic>[]];

/** The topics that an edition tells, in the order of the leaflet. */
export function topicsOf(edition: Edition): TopicId[] {
  return topicIds.filter((topic) => (edition.leaflet[topic]?.length ?? 0) > 0);
}

/** What an edition tells of a topic: each block with the sources that it rests on, in order. Empty where it leaves the topic out. */
export function toldOf(edition: Edition, topic: TopicId): readonly (readonly [block: string, ...sources: SourceId[]])[] {
  return edition.leaflet[topic] ?? [];
}

/** One block as an edition tells it, with the sources that it rests on, or undefined where it does not tell it. */
export function toldBlock(edition: Edition, topic: TopicId, block: string): ReturnType<typeof toldOf>[number] | undefined {
  return toldOf(edition, topic).find(([one]) => one === block);
}
