import { describe, expect, test } from 'vitest';
import { bc } from '../../src/content/editions/bc.ts';
import { checkOverlay, filesFor, wordsFor } from '../../src/prerender/edition-words.ts';

const place = { region: 'Here', inRegion: 'here', outsideCountry: 'abroad' };
const base = { treatment: { heading: 'Base', short: ['One', 'Two'], blocks: { carriers: { heading: 'Well', body: ['Fine.'] } } }, leicester: { region: 'Leicester' }, 'new-edition': { region: 'x' } };
const withWords = (words: object) => ({ ...base, bc: { ...place, words } }) as never;

describe("an edition's own words", () => {
  test('replace a sentence or a whole list, and leave the rest', () => {
    const { treatment } = wordsFor(bc, withWords({ treatment: { short: ['Mine'], blocks: { carriers: { heading: 'Own' } } } }));
    expect(treatment).toEqual({ heading: 'Base', short: ['Mine'], blocks: { carriers: { heading: 'Own', body: ['Fine.'] } } });
  });

  test('add a block that src/content/topics.ts knows', () => {
    const words = withWords({ treatment: { blocks: { 'as-told': { heading: 'New', body: ['So.'] } } } });
    expect(checkOverlay(bc, words)).toEqual([]);
    expect(wordsFor(bc, words)).toMatchObject({ treatment: { blocks: { 'as-told': { heading: 'New' }, carriers: { heading: 'Well' } } } });
  });

  test('leave out those of every other edition', () => {
    expect(Object.keys(filesFor(bc, withWords({}))).sort()).toEqual(['bc', 'treatment']);
  });

  test.each<[object, string]>([
    [{ treatment: { heding: 'Typo' } }, '"words.treatment.heding" replaces nothing'],
    [{ treatments: { heading: 'Typo' } }, '"words.treatments" replaces nothing'],
    [{ treatment: { blocks: { prayer: { heading: 'x' } } } }, '"words.treatment.blocks.prayer" replaces nothing'],
    [{ treatment: { short: 'One' } }, '"words.treatment.short" is a sentence, but what it replaces is a list'],
    [{ treatment: { heading: { a: 'b' } } }, '"words.treatment.heading" is a group, but what it replaces is a sentence'],
  ])('that nothing would show stop the build: %j', (words, message) => {
    expect(checkOverlay(bc, withWords(words))).toEqual([expect.stringContaining(message)]);
  });

  test('without a name of the place stop the build', () => {
    expect(checkOverlay(bc, { ...base, bc: { region: 'Here', inRegion: 'here' } } as never)).toEqual(['locales/en/bc.json: "outsideCountry" is missing']);
  });
});
