import { toldBlock, type Edition, type PhoneKind } from './edition.ts';
import type { SourceId } from './sources.ts';
import type { TopicId } from './topics.ts';

interface KeyFact {
  readonly id: string;
  /** Whose picture stands beside it. */
  readonly topic: TopicId;
  /** The blocks that it repeats, and so what it rests on. */
  readonly from: readonly (readonly [topic: TopicId, block: string])[];
  /** The line that its words name: told only where the edition has it. */
  readonly line?: PhoneKind;
  /** Told only where this one is not. */
  readonly unless?: string;
  /** Left out of the code that needs no network, which has no room for it in every language. */
  readonly onPaper?: true;
}

/** What matters most, for paper and for the code that needs no network. An edition tells those whose blocks it tells. */
export const keyFacts: readonly KeyFact[] = [
  { id: 'carry', topic: 'what-it-is', from: [['what-it-is', 'gut'], ['what-it-is', 'carriage']] },
  { id: 'hands', topic: 'hand-washing', from: [['hand-washing', 'water'], ['home-hygiene', 'hands']] },
  { id: 'own', topic: 'home-hygiene', from: [['home-hygiene', 'own-things']] },
  { id: 'tell', topic: 'telling-others', from: [['telling-others', 'tell']] },
  { id: 'tell-hospital', topic: 'telling-others', from: [['telling-others', 'tell-hospital']] },
  { id: 'help', topic: 'get-help', from: [['get-help', 'signs'], ['get-help', 'phones']], line: 'advice' },
  { id: 'doctor', topic: 'get-help', from: [['get-help', 'signs']], unless: 'help' },
  { id: 'emergency-call', topic: 'get-help', from: [['get-help', 'emergency']], line: 'emergency', onPaper: true },
  { id: 'emergency', topic: 'get-help', from: [['get-help', 'emergency']], unless: 'emergency-call', onPaper: true },
];

/** The facts that an edition tells on paper or in a code, each with its sources there. */
export function keyFactsOf(edition: Edition, where: 'on paper' | 'in a code'): { readonly id: string; readonly topic: TopicId; readonly sources: readonly SourceId[] }[] {
  const told = keyFacts.filter(({ onPaper }) => where === 'on paper' || !onPaper).flatMap(({ id, topic, from, line, unless }) => {
    const blocks = from.map((block) => toldBlock(edition, ...block));
    const sources = [...new Set(blocks.flatMap((block) => block?.slice(1) ?? []))] as SourceId[];
    return blocks.every((block) => block !== undefined) && (!line || edition.phones[line]) ? [{ id, topic, sources, unless }] : [];
  });
  return told.filter(({ unless }) => !told.some(({ id }) => id === unless));
}
