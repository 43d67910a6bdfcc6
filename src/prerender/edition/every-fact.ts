import { aroundScrubbing } from '../../content/around-scrubbing.ts';
import { toldOf, topicsOf, type Edition } from '../../content/edition.ts';
import { elsewhere } from '../../content/elsewhere.ts';
import { sourcesOf } from '../../content/facts-in.ts';
import { keyFacts } from '../../content/key-facts.ts';
import { checkParts, familyParts, questionIds } from '../../content/parts.ts';
import { sources } from '../../content/sources.ts';
import { situations } from '../../content/telling.ts';
import { shapeOf } from '../../content/topics.ts';
import { washingMoves } from '../../parts/moves.ts';

/**
 * Everything besides words that says what the pages of an edition say, for the hash that an approval is bound to and for the version: its own
 * facts, the sources that it names, how its blocks are drawn, and the lists that all editions share. Colours and a logo say nothing.
 */
export function everyFact(edition: Edition): readonly unknown[] {
  const { look: _, ...facts } = edition;
  const register = sourcesOf(edition).map((id) => [id, sources[id]]);
  const shapes = topicsOf(edition).flatMap((topic) => toldOf(edition, topic).map(([block]) => [topic, block, shapeOf(topic, block)]));
  // As pairs: situations are read in their order.
  return [facts, register, shapes, elsewhere, keyFacts, familyParts, checkParts, questionIds, Object.entries(situations), washingMoves, aroundScrubbing];
}
