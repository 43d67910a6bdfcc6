import { describe, expect, test } from 'vitest';
import type { Edition } from '../../src/content/edition.ts';
import { bc } from '../../src/content/editions/bc.ts';
import { valuesOf } from '../../src/prerender/draw/site-words.ts';
import { checkNumberNames, checkOverlay, checkTerms, ownFiles, wordsFor } from '../../src/prerender/edition/edition-words.ts';

const place = { region: 'Here', inRegion: 'here', outsideCountry: 'abroad' };
const base = { treatment: { heading: 'Base', short: ['One', 'Two'], blocks: { carriers: { heading: 'Well', body: ['Fine.'] } } }, leicester: { region: 'Leicester' }, 'new-edition': { region: 'x' } };
const telling = { ...bc, leaflet: { ...bc.leaflet, treatment: [...bc.leaflet.treatment, ['as-told', 'leicester-antibiotics']] } } as const satisfies Edition;
const withWords = (words: object) => ({ ...base, bc: { ...place, words } }) as never;

describe("an edition's own words", () => {
  test('replace a sentence or a whole list, and leave the rest', () => {
    const { treatment } = wordsFor(bc, withWords({ treatment: { short: ['Mine'], blocks: { carriers: { heading: 'Own' } } } }));
    expect(treatment).toEqual({ heading: 'Base', short: ['Mine'], blocks: { carriers: { heading: 'Own', body: ['Fine.'] } } });
  });

  test('add a block that src/content/topics.ts knows and the edition tells', () => {
    const words = withWords({ treatment: { blocks: { 'as-told': { heading: 'New', body: ['So.'] } } } });
    expect(checkOverlay(telling, words)).toEqual([]);
    expect(wordsFor(bc, words)).toMatchObject({ treatment: { blocks: { 'as-told': { heading: 'New' }, carriers: { heading: 'Well' } } } });
  });

  test('leave out those of every other edition', () => {
    expect(Object.keys(ownFiles(bc, withWords({}))).sort()).toEqual(['bc', 'treatment']);
  });

  test.each<[object, string]>([
    [{ treatment: { heding: 'Typo' } }, '"words.treatment.heding" replaces nothing'],
    [{ treatments: { heading: 'Typo' } }, '"words.treatments" replaces nothing'],
    [{ treatment: { blocks: { prayer: { heading: 'x' } } } }, '"words.treatment.blocks.prayer" replaces nothing'],
    [{ treatment: { blocks: { 'as-told': { heading: 'New', body: ['So.'] } } } }, '"words.treatment.blocks.as-told" would never be shown: leaflet in src/content/editions/bc.ts does not tell this block'],
    [{ treatment: { short: 'One' } }, '"words.treatment.short" is a sentence, but what it replaces is a list'],
    [{ treatment: { heading: { a: 'b' } } }, '"words.treatment.heading" is a group, but what it replaces is a sentence'],
  ])('that nothing would show stop the build: %j', (words, message) => {
    expect(checkOverlay(bc, withWords(words))).toEqual([expect.stringContaining(message)]);
  });

  test('for a block of all that the edition does not tell stop the build', () => {
    const { treatment: _, ...leaflet } = bc.leaflet;
    expect(checkOverlay({ ...bc, leaflet }, withWords({ treatment: { blocks: { carriers: { heading: 'Own' } } } }))).toEqual([expect.stringContaining('"words.treatment.blocks.carriers" would never be shown')]);
  });

  test('that are nothing are left to be named with their key', () => {
    expect(checkOverlay(bc, withWords({ treatment: null }))).toEqual([]);
    expect(wordsFor(bc, withWords({ treatment: null }))['treatment']).toBe(null);
  });

  test('without a name of the place stop the build', () => {
    expect(checkOverlay(bc, { ...base, bc: { region: 'Here', inRegion: 'here' } } as never)).toEqual(['locales/en/bc.json: "outsideCountry" is missing']);
  });

  test.each(['seconds', 'name', 'whoLow', 'region', 'total'])('may not give a number the name of another value: %s', (name) => {
    const words = { ...base, timer: { left: 'Of {{total}}' }, bc: place } as never;
    const fact = { value: 99, sources: ['leicester-cro'] } as const;
    expect(checkNumberNames({ ...bc, numbers: { [name]: fact, months: fact } }, words)).toEqual([expect.stringContaining(`numbers.${name}: sentences of every edition say {{${name}}} already`)]);
    expect(valuesOf({ ...bc, numbers: { [name]: fact } }, { bc: place })).toMatchObject({ seconds: 15, cdcSeconds: 20, whoLow: 40, whoHigh: 60 });
  });
});

describe("an edition's own terms", () => {
  const sentences = { heading: 'Home nurse', short: ['{{home}} A home nurse, at home.', 'Homely'] };
  const withTerms = (terms: unknown) => ({ treatment: sentences, provenance: { state: 'home' }, leicester: {}, bc: { ...place, region: 'home', terms } }) as never;

  test('stand for those of all in every sentence, as whole words, and in no placeholder', () => {
    const { treatment, bc: own, provenance } = wordsFor(bc, withTerms({ home: 'house', Home: 'House' }));
    expect(treatment).toEqual({ heading: 'House nurse', short: ['{{home}} A house nurse, at house.', 'Homely'] });
    expect([own, provenance]).toEqual([{ ...place, region: 'house' }, { state: 'home' }]);
    expect(checkTerms(bc, 'en', withTerms({ home: 'house', Home: 'House' }))).toEqual([]);
  });

  test('are none where there are none', () => {
    expect(checkTerms(bc, 'en', withTerms(undefined))).toEqual([]);
    expect(wordsFor(bc, withTerms(undefined))['treatment']).toEqual(sentences);
  });

  test.each<[unknown, string]>([
    [{ hom: 'house' }, '"terms.hom" replaces nothing'],
    [{ heading: 'title' }, '"terms.heading" replaces nothing'],
    [{ '(': 'house' }, '"terms.(" replaces nothing'],
    [{ home: '' }, '"terms.home" does not say how this place says it'],
    [{ home: 5 }, '"terms.home" does not say how this place says it'],
    [['home'], '"terms" is not a group'],
  ])('that say nothing stop the build: %j', (terms, message) => {
    expect(checkTerms(bc, 'en', withTerms(terms))).toEqual([expect.stringContaining(message)]);
    expect(ownFiles(bc, withTerms(terms))['treatment']).toBeDefined();
  });
});
