import { describe, expect, test } from 'vitest';
import { toldOf } from '../../src/content/edition.ts';
import { bc } from '../../src/content/editions/bc.ts';
import { editions } from '../../src/content/editions/index.ts';
import { sources } from '../../src/content/sources.ts';
import { situationIds, situations, type Telling } from '../../src/content/telling.ts';
import { all, drawSite, only, pagesOf, textOf } from '../fixtures/drawn-site.ts';
import { shown as say } from '../fixtures/locale-words.ts';

// @ts-expect-error An answer without a source does not compile.
const unfounded: Telling = { answer: 'tell', why: 'protects', sources: [] };
// @ts-expect-error Nor does one whose reason says something else.
const contrary: Telling = { answer: 'no-need', why: 'protects', sources: ['healthlinkbc-cpo'] };
// Only that no source says needs none.
const unknown: Telling = { answer: 'not-known', why: 'nobody-says', sources: [] };

test('an answer without a source is wrong to the compiler', () => {
  expect([unfounded, contrary, unknown].map(({ answer }) => answer)).toEqual(['tell', 'no-need', 'not-known']);
});

describe.each(Object.values(editions))('the helper of $id', (edition) => {
  const pages = pagesOf(drawSite({ edition }));
  const helpers = pages.filter(({ page }) => page === 'telling-others').map(({ document, tag }) => ({ tag, rows: all(only(document, '#situations'), 'details') }));

  test('answers every situation in every language, in one order', () => {
    expect(helpers.length).toBeGreaterThan(4);
    const english = helpers.find(({ tag }) => tag === 'en')?.rows.map((row) => textOf(row.querySelector('summary span')));
    expect(english?.length).toBe(situationIds.length);
    for (const { tag, rows } of helpers) {
      expect([tag, rows.map((row) => row.querySelector('strong')?.className)]).toEqual([tag, situationIds.map((situation) => `is-${edition.telling[situation].answer}`)]);
      expect(new Set(rows.map((row) => textOf(row.querySelector('summary span')))).size).toBe(situationIds.length);
    }
  });

  test('stands below the sentence to say, and on no other page', () => {
    const after = toldOf(edition, 'telling-others').some(([block]) => block === 'say') ? 'say' : toldOf(edition, 'telling-others').at(-1)?.[0];
    const places = pages.flatMap(({ document, page }) => all(document, '#situations').map((helper) => [page, helper.previousElementSibling?.id]));
    expect(places).toEqual(helpers.map(() => ['telling-others', after]));
  });

  test('names beside each answer the sources that the edition gives it, and none for what no source says', () => {
    for (const { tag, rows } of helpers) {
      const named = rows.map((row) => all(row, '.sources a').map((link) => [link.getAttribute('href'), textOf(link)]));
      expect(named).toEqual(situationIds.map((situation) => edition.telling[situation].sources.map((id) => [`/${tag}/about/#${id}`, sources[id].publisher])));
    }
  });

  test('credits no source with an answer that it does not give: it tells where was looked', () => {
    for (const { tag, rows } of helpers) {
      for (const [index, situation] of situationIds.entries()) {
        const { answer, sources: from } = edition.telling[situation];
        if (from.length === 0) continue;
        const label = say(tag, answer === 'not-known' || answer === 'choice' ? 'ui:looked' : 'ui:source');
        expect([tag, situation, textOf(rows[index]?.querySelector('.sources')).startsWith(label)]).toEqual([tag, situation, true]);
      }
    }
  });

  test('says that no source says wherever there is no rule, and nowhere else', () => {
    const open = helpers.find(({ tag }) => tag === 'en')?.rows.filter((row) => /our sources do not say/i.test(textOf(row))) ?? [];
    expect(open.map((row) => row.querySelector('strong')?.className)).toEqual(situationIds.map((situation) => edition.telling[situation].answer).filter((answer) => answer === 'not-known' || answer === 'choice').map((answer) => `is-${answer}`));
  });

  test('has a sentence to say in the reader’s language and in the clinic’s, and only once where these are one', () => {
    const { clinicLanguage } = edition;
    const shown = helpers.find(({ tag }) => tag === clinicLanguage)?.rows.map((row) => all(row, 'blockquote p').map(textOf)) ?? [];
    expect(shown.map((lines) => lines.length)).toEqual(situationIds.map(() => 1));
    for (const { tag, rows } of helpers.filter((one) => one.tag !== clinicLanguage)) {
      rows.forEach((row, index) => {
        const [own, clinic, ...more] = all(row, 'blockquote p');
        expect([tag, clinic?.getAttribute('lang'), textOf(clinic), more]).toEqual([tag, clinicLanguage, shown[index]?.[0], []]);
        expect(textOf(own)).not.toBe(textOf(clinic));
        expect(own?.hasAttribute('lang')).toBe(false);
      });
    }
  });
});

test('the sentence to say fits whom one speaks to: staff who give care, those of a visit, work, or people one knows', () => {
  const keys = { care: 'telling-others:blocks.say.sentence', visit: 'whom:say.visit', private: 'whom:say.private', people: 'whom:say.people' };
  for (const { document, tag } of pagesOf(drawSite()).filter(({ page }) => page === 'telling-others')) {
    const said = all(document, '#situations blockquote').map((quote) => textOf(quote.querySelector('p')));
    expect([tag, said]).toEqual([tag, situationIds.map((situation) => say(tag, keys[situations[situation]]))]);
  }
});

test('where it is the reader’s choice, sources that were looked through are not credited with that', () => {
  const work: Telling = { answer: 'choice', why: 'nobody-says', sources: ['healthlinkbc-cpo'] };
  const page = pagesOf(drawSite({ edition: { ...bc, telling: { ...bc.telling, work } } })).find(({ path }) => path === 'en/telling-others/');
  const row = all(page?.document as Document, '#situations details')[situationIds.indexOf('work')];
  expect(textOf(row?.querySelector('.sources'))).toBe(`${say('en', 'ui:looked')} ${sources['healthlinkbc-cpo'].publisher}`);
});

test('in British Columbia staff who give care are told, work is not, and what no source says is not made up', () => {
  const answers = (kind: string) => situationIds.filter((situation) => situations[situation] === kind).map((situation) => bc.telling[situation].answer);
  expect(new Set(answers('care'))).toEqual(new Set(['tell']));
  expect(new Set(answers('private'))).toEqual(new Set(['no-need']));
  expect([...answers('visit'), ...answers('people')]).toEqual(['not-known', 'choice', 'choice', 'choice']);
});
