import { describe, expect, test } from 'vitest';
import { toldOf } from '../../src/content/edition.ts';
import { editions, newEdition } from '../../src/content/editions/index.ts';
import { situationIds } from '../../src/content/telling.ts';
import { topicIds, topics } from '../../src/content/topics.ts';

// What every build checks of an edition is in check-edition.test.ts.
describe.each([...Object.entries(editions), ['new-edition', newEdition] as const])('edition %s', (name, edition) => {
  test('is called as it is asked for', () => {
    expect(edition.id).toBe(name);
  });

  test('names each source of a block or an answer once', () => {
    const told = topicIds.flatMap((topic) => toldOf(edition, topic).map(([block, ...from]): [string, readonly string[]] => [`${topic}: ${block}`, from]));
    const answers = situationIds.map((situation): [string, readonly string[]] => [situation, edition.telling[situation].sources]);
    for (const [at, from] of [...told, ...answers]) expect([at, from]).toEqual([at, [...new Set(from)]]);
  });
});

test('every block that there is, is told by some edition', () => {
  const told = new Set(Object.values(editions).flatMap((edition) => topicIds.flatMap((topic) => toldOf(edition, topic).map(([block]) => `${topic}: ${block}`))));
  expect(topicIds.flatMap((topic) => Object.keys(topics[topic]).map((block) => `${topic}: ${block}`)).filter((block) => !told.has(block))).toEqual([]);
});
