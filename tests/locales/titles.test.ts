import { describe, expect, test } from 'vitest';
import { edition } from '../fixtures/edition.ts';
import { spoken } from '../fixtures/locale-words.ts';
import { namesTheDisease } from '../fixtures/disease-words.ts';

describe('what stands in a tab, a history and on a home screen', () => {
  test.each(spoken)('says nothing about health in $tag', ({ sentences }) => {
    const titles = [...sentences].filter(([at]) => /:(title|allTitle|appName|appDescription)$/.test(at));
    expect(titles.length).toBeGreaterThanOrEqual(16);
    expect(titles.filter(([, text]) => namesTheDisease(text) || text.includes('{{'))).toEqual([]);
  });

  test.each(spoken)('is found out by the words for it that $tag uses', ({ sentences }) => {
    const said = ['home:lead', 'what-it-is:short[1]', 'treatment:short[1]', 'treatment:blocks.infection.heading', 'what-it-is:blocks.gut.heading'].map((at) => sentences.get(at) ?? '');
    expect(said.some(namesTheDisease)).toBe(true);
    expect(namesTheDisease(`Start · ${edition.name}`)).toBe(true);
  });

  test.each(spoken)('has the same name in $tag as in every language', ({ sentences }) => {
    expect(sentences.get('ui:appName')).toBe('Handleaf');
  });
});
