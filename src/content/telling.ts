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

/**
 * Whether to tell in one situation, and why (words at `whom:why`). Without a source only `not-known` compiles: then the reader is told that
 * no source says, and any sources named are for what is said besides.
 */
export type Telling =
  | { readonly answer: 'tell'; readonly why: 'protects' | 'care-elsewhere'; readonly sources: Named }
  | { readonly answer: 'no-need'; readonly why: 'not-required'; readonly sources: Named }
  | { readonly answer: 'not-known'; readonly why: 'visiting' | 'nobody-says'; readonly sources: readonly SourceId[] };
