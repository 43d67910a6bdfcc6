import { describe, expect, test } from 'vitest';
import { toldBlock, topicsOf } from '../../src/content/edition.ts';
import { bc } from '../../src/content/editions/bc.ts';
import { editions } from '../../src/content/editions/index.ts';
import { checkParts, familyParts, questionIds } from '../../src/content/parts.ts';
import { languages } from '../../src/i18n/languages.ts';
import { all, drawSite, only, pagesOf, textOf } from '../fixtures/drawn-site.ts';
import { edition } from '../fixtures/edition.ts';
import { shown as say, speak } from '../fixtures/locale-words.ts';

const pages = pagesOf(drawSite());
const drawn = (page: string) => pages.filter((one) => one.page === page);
const sentence = (tag: string) => say(tag, 'telling-others:blocks.say.sentence');

describe('the card', () => {
  test('is one tap away from every page of its language', () => {
    expect(pages.filter(({ document, tag }) => all(document, `header .to-card[href="/${tag}/card/"]`).length !== 1).map(({ path }) => path)).toEqual([]);
    expect(pages.filter(({ document }) => only(document, '.to-card').getAttribute('aria-current') === 'page').map(({ page }) => page)).toEqual(languages.map(() => 'card'));
  });

  test('says the sentence first in the language of the clinic, then in the reader’s, and only once where these are one', () => {
    for (const { document, tag } of drawn('card')) {
      const lines = all(only(document, '.wallet > div:first-child'), 'p').map((line) => [line.getAttribute('lang') ?? tag, textOf(line)]);
      expect(lines).toEqual(tag === 'en' ? [['en', sentence('en')]] : [['en', sentence('en')], [tag, sentence(tag)]]);
    }
  });

  test('has its labels in the direction of the clinic’s language, in which staff read them', () => {
    expect(drawn('card').map(({ document }) => only(document, '.wallet > div:last-child').dir)).toEqual(languages.map(() => 'ltr'));
  });

  test('stands before the label of the draft, so that staff see it without a scroll', () => {
    for (const { document } of drawn('card')) expect(all(document, '.wallet, .draft')[0]?.className).toBe('wallet');
  });

  test('shows no field before a script can answer, and asks for nothing that is sent', () => {
    for (const { document } of drawn('card')) {
      const fields = all(document, 'input');
      expect(fields.map((field) => field.closest('[hidden]') !== null)).toEqual(fields.map(() => true));
      expect(all(document, 'form, [name], [formaction], [type=submit]').filter((one) => one.tagName !== 'META')).toEqual([]);
      expect(all(document, '[data-typed]').map((field) => field.getAttribute('autocomplete'))).toEqual(['off', 'off', 'off']);
      expect(all(document, '[data-typed]').map((field) => field.getAttribute('spellcheck'))).toEqual(['false', 'false', 'false']);
      expect(all(document, '[data-typed]').map((field) => field.getAttribute('maxlength'))).toEqual(['60', '60', '60']);
    }
  });

  test('tells staff which interpreter, unless they speak the reader’s language', () => {
    for (const { document, tag } of drawn('card')) {
      const other = languages.find((language) => language.tag === tag && tag !== 'en')?.english.replace(' (Simplified)', '');
      const wanted = say('en', 'card:needs.interpreter') + (other ? ` (${other})` : '');
      const said = textOf(only(document, '[value=interpreter] + span'));
      expect([tag, other ? said.slice(0, wanted.length) : said]).toEqual([tag, wanted]);
    }
  });
});

describe('the questions', () => {
  test('stand in both languages, each with an id of its own', () => {
    for (const { document, tag } of drawn('questions')) {
      const both = [...new Set([tag, 'en'])];
      expect(all(document, 'h1 > span').map(textOf)).toEqual(both.map((one) => say(one, 'questions:heading')));
      expect(all(document, 'h1 > span').map((line) => line.lang)).toEqual(['', ...both.slice(1)]);
      const asks = all(document, '.asks li:not([hidden])').map((line) => all(line, 'span span').map(textOf));
      expect(asks).toEqual(questionIds.map((id) => (tag === 'en' ? [say('en', `questions:list.${id}`)] : [say(tag, `questions:list.${id}`), say('en', `questions:list.${id}`)])));
      const ids = all(document, 'li input').map((tick) => tick.getAttribute('value'));
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  test('hold a line for every block that can be marked, on a topic, in the whole leaflet and for the family', () => {
    for (const { document, tag } of drawn('questions')) {
      const lines = all(document, '.asks li[hidden] input').map((tick) => tick.getAttribute('value'));
      const marked = (pageIds: readonly string[]) =>
        pages.filter((one) => one.tag === tag && pageIds.includes(one.page)).flatMap(({ document: page }) =>
          all(page, '[data-star] .block > .sources').map(({ parentElement: block }) => {
            const topic = block?.closest('article')?.id;
            return block?.dataset['of'] ?? `${topic}#${block?.id.replace(`${topic}-`, '')}`;
          }),
        );
      expect([tag, marked(topicsOf(edition)).sort()]).toEqual([tag, [...lines].sort()]);
      expect([tag, marked(['all']).sort()]).toEqual([tag, [...lines].sort()]);
      expect([tag, marked(['family']).length > 0, marked(['family']).filter((id) => !lines.includes(id))]).toEqual([tag, true, []]);
    }
  });
});

describe.each(Object.values(editions))('in the edition $id', (one) => {
  const own = pagesOf(drawSite({ edition: one }));

  test('up to four questions check what was understood, each answered by a block and leading back to it', () => {
    const asked = checkParts.filter(({ topic, block }) => toldBlock(one, topic, block)).slice(0, 4);
    if (['bc', 'leicester'].includes(one.id)) expect(asked.length).toBe(4);
    for (const { document, tag, page } of own.filter((drawnPage) => ['questions', 'all'].includes(drawnPage.page))) {
      const links = all(only(document, '#check'), 'details > a').map((link) => link.getAttribute('href'));
      expect(links).toEqual(asked.map(({ topic, block }) => (page === 'all' ? `#${topic}-${block}` : `/${tag}/${topic}/#${block}`)));
      expect(all(document, '#check details').filter((fold) => fold.hasAttribute('open') || all(fold, 'p, li').length === 0)).toEqual([]);
    }
  });

  test('whoever asks for which signs to call for help reads both of an infection and of an emergency, and whom to tell is asked', () => {
    const words = speak(one).find(({ tag }) => tag === 'en')?.sentences;
    const { document } = own.find(({ page, tag }) => page === 'questions' && tag === 'en') ?? {};
    const folds = all(document as Document, '#check details');
    const answerTo = (ask: string) => textOf(folds.find((fold) => textOf(only(fold, 'summary')) === words?.get(`check:asks.${ask}`)));
    for (const item of ['signs.items.temperature', 'emergency.items.confused']) expect(answerTo('signs')).toContain(words?.get(`get-help:blocks.${item}`));
    expect(answerTo('signs')).toContain(one.phones.emergency?.value.display ?? '');
    if (toldBlock(one, 'telling-others', 'tell') ?? toldBlock(one, 'telling-others', 'tell-hospital')) expect(answerTo('tell')).toMatch(/tell/i);
  });

  test('the family is told what blocks say, with their sources, and what no source says is said to be so', () => {
    for (const { document, tag } of own.filter(({ page }) => page === 'family')) {
      const blocks = all(document, 'section.block');
      expect(blocks.length).toBeGreaterThan(4);
      for (const block of blocks) expect([tag, block.id, all(block, '.sources a').length > 0 || textOf(block).includes(say(tag, 'family:unknown'))]).toEqual([tag, block.id, true]);
      expect(['test', 'hands', 'own', 'weak'].filter((id) => all(document, `section[id="${id}"]`).length !== 1)).toEqual([]);
      const lists = blocks.filter((block) => all(block, 'ul').length > 0);
      expect([tag, lists.filter((block) => only(block, 'ul').previousElementSibling?.tagName !== 'P').map(({ id }) => id)]).toEqual([tag, []]);
    }
  });
});

test('the family of British Columbia is told of every part, and each once', () => {
  const { document } = pagesOf(drawSite({ edition: bc })).find(({ page, tag }) => page === 'family' && tag === 'en') ?? {};
  const told = familyParts.filter(({ topic, block }) => toldBlock(bc, topic, block));
  const words = speak(bc).find(({ tag }) => tag === 'en')?.sentences;
  const blocks = all(document as Document, 'section.block');
  expect(blocks.map((block) => block.dataset['of'])).toEqual(told.map(({ topic, block }) => `${topic}#${block}`));
  // A question with an answer of its own leaves the rest of a block to the part that comes after it.
  for (const [index, part] of told.entries()) {
    if ('items' in part) expect([part, all(blocks[index] as Element, 'li').map(textOf)]).toEqual([part, part.items.map((item) => words?.get(`${part.topic}:blocks.${part.block}.items.${item}`))]);
  }
});
