import { describe, expect, test } from 'vitest';
import { toldOf, topicsOf } from '../../src/content/edition.ts';
import { editions, newEdition } from '../../src/content/editions/index.ts';
import { factsIn } from '../../src/content/facts-in.ts';
import { sources } from '../../src/content/sources.ts';
import { situationIds } from '../../src/content/telling.ts';
import { topicIds, topics } from '../../src/content/topics.ts';
import { languages, sourceTag } from '../../src/i18n/languages.ts';

const known = Object.keys(sources);

describe.each([...Object.entries(editions), ['new-edition', newEdition] as const])('edition %s', (name, edition) => {
  const told = topicIds.flatMap((topic) => toldOf(edition, topic).map(([block, ...from]) => ({ topic, block, from })));

  test('is called as it is asked for', () => {
    expect(edition.id).toBe(name);
  });

  test('tells something of each topic that it does not leave out', () => {
    expect(Object.keys(edition.leaflet).filter((topic) => !(topicIds as readonly string[]).includes(topic))).toEqual([]);
    for (const topic of topicsOf(edition)) expect([topic, toldOf(edition, topic).length > 0]).toEqual([topic, true]);
  });

  test('tells only blocks that there are, each once', () => {
    for (const topic of topicIds) {
      const blocks = told.filter((block) => block.topic === topic).map(({ block }) => block);
      expect([topic, blocks.filter((block) => !Object.hasOwn(topics[topic], block))]).toEqual([topic, []]);
      expect([topic, blocks.filter((block, index) => blocks.indexOf(block) !== index)]).toEqual([topic, []]);
    }
  });

  test('names at least one source for each block, all of them in the register, each once', () => {
    for (const { topic, block, from } of told) {
      expect([`${topic}: ${block}`, from.length > 0, from.filter((id) => !known.includes(id))]).toEqual([`${topic}: ${block}`, true, []]);
      expect([`${topic}: ${block}`, new Set(from).size]).toEqual([`${topic}: ${block}`, from.length]);
    }
  });

  test('names a source in the register for each fact', () => {
    const facts = factsIn(edition);
    expect(facts.length).toBeGreaterThanOrEqual(2);
    for (const [at, { sources: from }] of facts) expect([at, from.length > 0, from.filter((id) => !known.includes(id))]).toEqual([at, true, []]);
  });

  test('says for every situation whether to tell, from sources in the register, or that no source says', () => {
    expect(Object.keys(edition.telling).sort()).toEqual([...situationIds].sort());
    for (const situation of situationIds) {
      const { answer, sources: from } = edition.telling[situation];
      expect([situation, answer === 'not-known' || answer === 'choice' || from.length > 0, from.filter((id) => !known.includes(id))]).toEqual([situation, true, []]);
      expect([situation, new Set(from).size]).toEqual([situation, from.length]);
    }
  });

  test('has a sentence for staff, which the card shows', () => {
    expect(toldOf(edition, 'telling-others').map(([block]) => block)).toContain('say');
  });

  test('washes for whole seconds, and lets a reader wash longer but never shorter', () => {
    const { seconds, longer, rub } = edition.handWashing;
    for (const value of [seconds.value, rub.value, ...longer]) expect(Number.isInteger(value) && value > 0).toBe(true);
    expect(seconds.value).toBeGreaterThanOrEqual(15);
    expect([seconds.value, ...longer]).toEqual([...new Set([seconds.value, ...longer])].sort((a, b) => a - b));
  });

  test('has phone lines that dial what they show', () => {
    for (const [line, { value }] of Object.entries(edition.phones)) expect([line, value.display.replace(/[^\d+]/g, '')]).toEqual([line, value.dial]);
  });

  test('was checked on a day of the calendar, and is due again after that, within a year', () => {
    for (const day of [edition.checked, edition.due]) expect(new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10)).toBe(day);
    expect(edition.due > edition.checked).toBe(true);
    expect(Date.parse(edition.due) - Date.parse(edition.checked)).toBeLessThanOrEqual(366 * 24 * 3600 * 1000);
  });

  test('speaks languages of the registry, each once, with English and the one that staff read among them', () => {
    const tags: readonly string[] = languages.map(({ tag }) => tag);
    const spoken: readonly string[] = edition.languages === 'all' ? tags : edition.languages;
    expect(spoken.filter((tag) => !tags.includes(tag))).toEqual([]);
    expect(new Set(spoken).size).toBe(spoken.length);
    expect(spoken).toContain(sourceTag);
    expect(spoken).toContain(edition.clinicLanguage);
  });

  test('writes its acronyms in capital letters', () => {
    for (const acronym of [edition.name, ...Object.values(edition.acronyms)]) expect(acronym).toMatch(/^[A-Z]{2,6}$/);
  });
});

test('every block that there is, is told by some edition', () => {
  const told = new Set(Object.values(editions).flatMap((edition) => topicIds.flatMap((topic) => toldOf(edition, topic).map(([block]) => `${topic}: ${block}`))));
  expect(topicIds.flatMap((topic) => Object.keys(topics[topic]).map((block) => `${topic}: ${block}`)).filter((block) => !told.has(block))).toEqual([]);
});
