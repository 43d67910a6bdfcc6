import type { TopicId, topics } from './topics.ts';

/** A block of a topic, with only some of its items where these are named, and another block of the topic that belongs to it (`also`). */
export type Part = {
  readonly [Topic in TopicId]: { readonly topic: Topic; readonly block: keyof (typeof topics)[Topic] & string; readonly items?: readonly string[]; readonly as?: 'test' | 'hands' | 'own' | 'weak' | 'tell'; readonly also?: keyof (typeof topics)[Topic] & string };
}[TopicId];

/** What somebody asks who lives with a carrier, in order: blocks of the leaflet, some under a heading of their own (`family:parts`). */
export const familyParts = [
  { topic: 'family-testing', block: 'usually-no', as: 'test' },
  { topic: 'family-testing', block: 'exceptions' },
  { topic: 'home-hygiene', block: 'hands', as: 'hands' },
  { topic: 'home-hygiene', block: 'own-things', as: 'own' },
  { topic: 'home-hygiene', block: 'laundry' },
  { topic: 'home-hygiene', block: 'bathroom' },
  { topic: 'how-it-spreads', block: 'hugs' },
  { topic: 'hospital-visits', block: 'visitors' },
  { topic: 'hospital-visits', block: 'visiting' },
  { topic: 'home-hygiene', block: 'not-known', items: ['nappies', 'frail'], as: 'weak' },
  { topic: 'home-hygiene', block: 'not-known', items: ['toilet', 'dishes', 'accidents'] },
  { topic: 'home-hygiene', block: 'home-silent', items: ['frail'], as: 'weak' },
  { topic: 'home-hygiene', block: 'home-silent', items: ['towels', 'laundry', 'cleaning', 'toilet', 'wound', 'accidents'] },
] as const satisfies readonly Part[];

/** Blocks whose gist a reader says in their own words, as a check (question at `check:asks`). The first four that an edition tells are asked. */
export const checkParts: readonly Part[] = [
  { topic: 'what-it-is', block: 'carriage' },
  { topic: 'home-hygiene', block: 'hands' },
  { topic: 'telling-others', block: 'tell' },
  { topic: 'telling-others', block: 'tell-hospital', as: 'tell' },
  { topic: 'get-help', block: 'signs', also: 'emergency' },
  { topic: 'family-testing', block: 'usually-no' },
];

/** Questions to take to a nurse or doctor (words at `questions:list`). None says anything: each asks. */
export const questionIds = ['how-long', 'clear', 'record', 'family-test', 'frail', 'accidents', 'devices', 'sex-pregnancy', 'work', 'antibiotics'] as const;
