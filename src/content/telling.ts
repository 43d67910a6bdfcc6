import type { SourceId } from './sources.ts';

/** Whom a carrier may meet, and the sentence that fits there: to staff who give care, on a visit, where it is private, among people. */
export const situations = {
  admission: 'care',
  clinic: 'care',
  dialysis: 'care',
  dentist: 'care',
  'home-nurse': 'care',
  ambulance: 'care',
  'care-home': 'care',
  visiting: 'visit',
  work: 'private',
  school: 'private',
  'day-care': 'private',
  family: 'people',
  friends: 'people',
  partner: 'people',
} as const satisfies Readonly<Record<string, 'care' | 'visit' | 'private' | 'people'>>;

export type Situation = keyof typeof situations;

/** Every situation, in the order in which a reader finds them. */
export const situationIds = Object.keys(situations) as Situation[];

type Named = readonly [SourceId, ...SourceId[]];

/** Each answer with the reasons that can be given for it (words at `whom:why`). */
export const reasons = {
  tell: ['protects', 'care-elsewhere'],
  choice: ['nobody-says'],
  'no-need': ['not-required', 'not-required-at-work'],
  'not-known': ['visiting', 'nobody-says'],
} as const;

/**
 * Whether to tell in one situation, and why. Without a source only `choice` and `not-known` compile: then the reader is told that no source says, and any
 * sources named are for what is said besides.
 */
export type Telling = {
  readonly [Answer in keyof typeof reasons]: {
    readonly answer: Answer;
    readonly why: (typeof reasons)[Answer][number];
    readonly sources: Answer extends 'choice' | 'not-known' ? readonly SourceId[] : Named;
  };
}[keyof typeof reasons];
