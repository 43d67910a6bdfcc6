/**
 * What a block is made of, and so how it is drawn. Items are named here, once: a language that forgets one fails the build.
 *
 * text: paragraphs · list, do, dont: an intro and items · say: a sentence to say or show · not-known: what no source settles, and
 * whom to ask · names: the edition's acronyms, explained · phones: the edition's lines · emergency: the emergency line, an intro
 * and items · steps: the moves of a hand wash · reading: a text, then the edition's pages to read
 */
export type BlockShape =
  | { readonly kind: 'text' | 'say' | 'steps' | 'reading' }
  | { readonly kind: 'list' | 'do' | 'dont' | 'not-known' | 'names' | 'phones' | 'emergency'; readonly items: readonly string[] };

const text = { kind: 'text' } as const;

/** Every topic, in the order of the leaflet, and every block that an edition can choose from, in no order: the edition gives theirs, and the sources. */
export const topics = {
  'what-it-is': {
    gut: text,
    carriage: text,
    names: { kind: 'names', items: ['cpo', 'cpe', 'cre'] },
    'names-cro': { kind: 'names', items: ['cro', 'cpo', 'cpe'] },
    'why-it-matters': text,
    'my-chance': text,
  },
  'how-it-spreads': {
    'by-hands': text,
    surfaces: text,
    'not-by-air': text,
    'where-from': text,
    'how-common': text,
    hugs: { kind: 'not-known', items: ['normal', 'hands', 'worry'] },
  },
  'home-hygiene': {
    hands: { kind: 'do', items: ['toilet', 'wounds', 'making-food', 'eating'] },
    'own-things': { kind: 'dont', items: ['towels', 'toothbrushes', 'bar-soap'] },
    laundry: text,
    bathroom: text,
    wounds: text,
    household: text,
    'not-known': { kind: 'not-known', items: ['toilet', 'dishes', 'accidents', 'nappies', 'frail'] },
    'home-silent': { kind: 'not-known', items: ['towels', 'laundry', 'cleaning', 'toilet', 'wound', 'accidents', 'frail'] },
  },
  'family-testing': {
    'usually-no': text,
    'why-not': text,
    exceptions: text,
    'the-test': text,
    'not-known': { kind: 'not-known', items: ['number', 'ask'] },
  },
  'telling-others': {
    tell: { kind: 'do', items: ['admission', 'outpatient', 'frequent'] },
    'tell-hospital': { kind: 'do', items: ['carry', 'elsewhere', 'abroad'] },
    say: { kind: 'say' },
    'why-tell': text,
    'other-care': text,
    'no-need': { kind: 'list', items: ['work', 'school', 'day-care'] },
    'your-choice': { kind: 'not-known', items: ['choose', 'household', 'ask'] },
  },
  treatment: {
    carriers: text,
    infection: text,
    finish: text,
    'as-told': text,
    vaccine: text,
    'how-long': { kind: 'list', items: ['may-go', 'time', 'no-cure', 'ask'] },
  },
  'hospital-visits': {
    arriving: text,
    screening: text,
    'care-abroad': text,
    'beyond-guidance': text,
    hands: text,
    'what-you-may-see': text,
    'my-part': { kind: 'list', items: ['hands', 'devices', 'staff'] },
    visitors: { kind: 'do', items: ['hospital-in', 'room-in', 'room-out', 'hospital-out'] },
    visiting: text,
    'not-known': { kind: 'not-known', items: ['room', 'tests', 'record'] },
  },
  'daily-life': {
    normal: text,
    'work-school': text,
    cooking: text,
    feelings: text,
    'not-known': { kind: 'not-known', items: ['sex', 'pregnancy', 'pets', 'swimming', 'travel', 'care-work'] },
  },
  'get-help': {
    phones: { kind: 'phones', items: ['urgent', 'advice', 'deaf', 'interpreter'] },
    signs: { kind: 'list', items: ['temperature', 'shivering', 'unwell', 'pee-wound-chest'] },
    emergency: { kind: 'emergency', items: ['confused', 'shaking', 'no-pee', 'breathless', 'skin', 'dying'] },
    say: { kind: 'say' },
    more: { kind: 'reading' },
  },
  'hand-washing': {
    steps: { kind: 'steps' },
    moments: { kind: 'do', items: ['making-food', 'eating', 'smoking', 'creams', 'face'] },
    when: { kind: 'do', items: ['toilet', 'eating', 'raw-food', 'cuts', 'animals', 'ill'] },
    water: text,
    sanitiser: text,
    'different-times': text,
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, BlockShape>>>>;

export type TopicId = keyof typeof topics;

/** What a block is made of; throws where the topic has no such block. `('home-hygiene', 'laundry')` → `{ kind: 'text' }` */
export function shapeOf(topic: TopicId, block: string): BlockShape {
  const shape = (topics[topic] as Readonly<Record<string, BlockShape>>)[block];
  if (!shape) throw new Error(`src/content/topics.ts: the topic "${topic}" has no block "${block}"`);
  return shape;
}

/** All topics, in the order of this file. */
export const topicIds = Object.keys(topics) as TopicId[];
