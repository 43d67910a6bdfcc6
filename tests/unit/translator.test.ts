import { describe, expect, test } from 'vitest';
import { createTranslator, dataMarks } from '../../src/i18n/translator.ts';

const words = {
  ui: { title: 'Start', wash: 'Wash for {{seconds}} seconds {{inRegion}}.', code: 'You carry {{name}}.', call: 'Call {{number}}', group: { one: 'One' } },
  topic: { 'two-words': { body: ['{{name}} are bacteria.', 'They live in the gut.'] }, html: '{{name}} & <b>' },
};
const t = createTranslator('fr', words, { name: 'CPO', seconds: 15, inRegion: 'in British Columbia' });
const marked = (text: string) => `${dataMarks.open}${text}${dataMarks.close}`;

describe('the translator', () => {
  test('says the words at a key', () => {
    expect(t('ui:title')).toBe('Start');
    expect(t('ui:group.one')).toBe('One');
  });

  test('puts marks around numbers and acronyms, and none around words', () => {
    expect(t('ui:wash')).toBe(`Wash for ${marked('15')} seconds in British Columbia.`);
    expect(t('ui:code')).toBe(`You carry ${marked('CPO')}.`);
    expect(t('ui:call', { number: '8-1-1' })).toBe(`Call ${marked('8-1-1')}`);
  });

  test('has no marks in a plain text, for titles and attributes', () => {
    expect(t.plain('ui:wash')).toBe('Wash for 15 seconds in British Columbia.');
    expect(t.plain('ui:wash', { seconds: 42 })).toBe('Wash for 42 seconds in British Columbia.');
  });

  test('says a list in order, filled in', () => {
    expect(t.list('topic:two-words.body')).toEqual([`${marked('CPO')} are bacteria.`, 'They live in the gut.']);
  });

  test('leaves escaping to what draws', () => {
    expect(t.plain('topic:html', { name: 'a&b' })).toBe('a&b & <b>');
  });

  test('never takes in another sentence', () => {
    const other = createTranslator('fr', { ui: { title: 'Start', nested: 'A $t(ui:title)', list: ['$t(ui:title)'] } }, {});
    expect([other('ui:nested'), other.plain('ui:nested'), other.list('ui:list')]).toEqual(['A $t(ui:title)', 'A $t(ui:title)', ['$t(ui:title)']]);
  });

  test('throws at a missing key, and names language and key', () => {
    for (const say of [t, t.plain]) expect(() => say('ui:nothing.here')).toThrow('locales/fr: no words for "ui:nothing.here"');
    expect(() => t('nowhere:title')).toThrow('locales/fr: no words for "nowhere:title"');
    expect(() => t.list('topic:nothing')).toThrow('locales/fr: expected a list of sentences at "topic:nothing"');
    expect(() => t.list('ui:title')).toThrow('locales/fr: expected a list of sentences at "ui:title"');
  });

  test('throws where a group or a list is asked for as one sentence', () => {
    expect(() => t('ui:group')).toThrow('locales/fr: expected one sentence at "ui:group"');
    expect(() => t.plain('topic:two-words.body')).toThrow('locales/fr: expected one sentence at "topic:two-words.body"');
  });

  test('knows which keys there are', () => {
    expect([t.has('ui:title'), t.has('ui:nothing'), t.has('nowhere:title')]).toEqual([true, false, false]);
  });

  test('of one language never says the words of another', () => {
    const other = createTranslator('en', { ui: { title: 'Start', only: 'Only English' } }, {});
    expect(other('ui:only')).toBe('Only English');
    expect(() => t('ui:only')).toThrow('locales/fr');
  });
});
