import type { LanguageTag } from '../i18n/languages.ts';
import type { SourceId } from './sources.ts';
import type { Situation, Telling } from './telling.ts';
import type { TopicId, topics } from './topics.ts';

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

/** A block of a topic, and the sources that it rests on. */
export type Told<Topic extends TopicId> = readonly [
  block: keyof (typeof topics)[Topic] & string,
  ...sources: readonly [SourceId, ...SourceId[]],
];

/** What holds in one place. One build is one edition; a hospital adds one file like `editions/bc.ts`. */
export interface Edition {
  readonly id: string;
  /** The acronym that this edition's sources use, exactly as on the patient's letter. */
  readonly name: string;
  /** Acronyms of the `names` block, in order. */
  readonly acronyms: Readonly<Record<'cpo' | 'cpe' | 'cre', string>>;
  readonly handWashing: {
    /** Shortest time of scrubbing, in seconds. */
    readonly seconds: Fact<number>;
    /** Other times that a reader may pick, in seconds, all longer than the shortest. */
    readonly longer: readonly number[];
    /** Rubbing in hand sanitiser until dry, in seconds. */
    readonly rub: Fact<number>;
    /** Times that other authorities give, in seconds, for explaining why leaflets differ. */
    readonly elsewhere: { readonly cdcSeconds: number; readonly whoLow: number; readonly whoHigh: number };
  };
  readonly phones: Readonly<Record<'advice' | 'deaf', Fact<PhoneLine>>>;
  /** Wards that a printed sheet may name; absent where no source lists any. */
  readonly wards?: readonly [Ward, ...Ward[]];
  /** How many languages interpreting is offered in. */
  readonly interpretedLanguages: Fact<number>;
  /** Who publishes and answers for it, or null while nobody does. */
  readonly publisher: string | null;
  /** The clinician who reviewed it, or null while nobody has. */
  readonly reviewedBy: string | null;
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
  /** Which blocks are told, in which order, and on what ground. A topic without a source does not compile. */
  readonly leaflet: { readonly [Topic in TopicId]: readonly [Told<Topic>, ...Told<Topic>[]] };
}
