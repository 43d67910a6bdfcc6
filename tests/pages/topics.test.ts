import { describe, expect, test } from 'vitest';
import { bc } from '../../src/content/editions/bc.ts';
import { toldOf } from '../../src/content/edition.ts';
import { topics, type BlockShape } from '../../src/content/topics.ts';
import { BlockBody } from '../../src/pages/blocks.tsx';
import type { PageContext } from '../../src/pages/page-context.ts';
import { all, drawSite, only, pagesOf, readHtml, textOf } from '../fixtures/drawn-site.ts';
import { edition, isOfNoLine, toldTopics } from '../fixtures/edition.ts';
import { shown as say, spokenIn } from '../fixtures/locale-words.ts';
import { languages, languageTags } from '../../src/i18n/languages.ts';

const pages = pagesOf(drawSite());
const topicPages = pages.flatMap((drawn) => {
  const topic = toldTopics.find((id) => id === drawn.page);
  return topic ? [{ ...drawn, topic }] : [];
});

/** Kinds of lines as the pages have them: for questions first, then the emergency line. */
const phoneKinds = ['urgent', 'advice', 'deaf', 'interpreter', 'emergency'] as const;
const linesInOrder = phoneKinds.flatMap((kind) => edition.phones[kind] ?? []);

describe('the page of a topic', () => {
  test('is there for every topic in every language', () => {
    expect(topicPages.length).toBe(toldTopics.length * languageTags.length);
  });

  test('asks its question, shows a picture with a caption, and answers in short', () => {
    for (const { document, tag, topic, path } of topicPages) {
      expect([path, textOf(only(document, 'h1'))]).toEqual([path, say(tag, `${topic}:heading`)]);
      const figure = only(document, '.top figure');
      expect([path, all(figure, 'svg[aria-hidden=true] path, svg[aria-hidden=true] circle, svg[aria-hidden=true] use').length > 0]).toEqual([path, true]);
      expect([path, textOf(only(figure, 'figcaption'))]).toEqual([path, say(tag, `${topic}:picture`)]);
      const short = [...spokenIn(tag).sentences.keys()].filter((key) => key.startsWith(`${topic}:short[`));
      expect(short.length).toBeGreaterThan(1);
      expect([path, all(document, '.short li').map(textOf)]).toEqual([path, short.map((key) => say(tag, key))]);
    }
  });

  test('has a picture of its own', () => {
    const drawings = topicPages.filter(({ tag }) => tag === 'en').map(({ document }) => only(document, '.top figure svg').innerHTML);
    expect(new Set(drawings).size).toBe(toldTopics.length);
  });

  test('tells the blocks of the edition, in its order', () => {
    for (const { document, topic, path } of topicPages) expect([path, all(document, 'section.block[id]').map(({ id }) => id).filter((id) => id in topics[topic])]).toEqual([path, toldOf(edition, topic).map(([block]) => block)]);
  });

  test('says every word of each block, without a script', () => {
    for (const { document, tag, topic, path } of topicPages) {
      for (const [block] of toldOf(edition, topic)) {
        const section = textOf(only(document, `section.block[id="${block}"]`));
        const words = [...spokenIn(tag).sentences.keys()].filter((key) => key.startsWith(`${topic}:blocks.${block}.`));
        expect([path, block, words.length > 1]).toEqual([path, block, true]);
        for (const key of words.filter((each) => !isOfNoLine(each))) expect([path, section]).toEqual([path, expect.stringContaining(say(tag, key))]);
      }
    }
  });

  test('lists each item of a block once, in the order of the facts', () => {
    for (const { document, tag, topic, path } of topicPages) {
      for (const [block] of toldOf(edition, topic)) {
        const shape = (topics[topic] as Readonly<Record<string, BlockShape>>)[block] as BlockShape;
        if (!['list', 'do', 'dont', 'not-known', 'emergency'].includes(shape.kind) || !('items' in shape)) continue;
        const items = all(only(document, `section.block.${shape.kind}[id="${block}"]`), 'li').map(textOf);
        expect([path, block, items]).toEqual([path, block, shape.items.map((item) => say(tag, `${topic}:blocks.${block}.items.${item}`))]);
      }
    }
  });

  test('credits no source with what it does not say: it tells where was looked', () => {
    for (const { document, tag, topic, path } of topicPages) {
      for (const [block] of toldOf(edition, topic)) {
        const { kind } = (topics[topic] as Readonly<Record<string, BlockShape>>)[block] as BlockShape;
        const line = textOf(only(document, `section.block[id="${block}"] .sources`));
        expect([path, block, line.startsWith(say(tag, kind === 'not-known' ? 'ui:looked' : 'ui:source'))]).toEqual([path, block, true]);
      }
    }
  });

  test('leads to the timer, before its blocks, where it speaks of washing hands', () => {
    for (const { document, tag, topic, path } of topicPages.filter((drawn) => drawn.topic !== 'hand-washing')) {
      const speaksOfIt = ['how-it-spreads', 'home-hygiene', 'treatment', 'hospital-visits', 'daily-life'].includes(topic);
      const ways = all(document, 'article > a.action').map((link) => [link.getAttribute('href'), textOf(link), link.nextElementSibling?.id]);
      expect([path, ways]).toEqual([path, speaksOfIt ? [[`/${tag}/hand-washing/#timer`, say(tag, 'ui:washNow'), toldOf(edition, topic)[0]?.[0]]] : []]);
    }
  });

  test('is not drawn where a block is of a kind that nothing draws, which would be an empty block', () => {
    const shape = { kind: 'lst', items: ['work'] } as unknown as BlockShape;
    expect(() => BlockBody({ context: {} as PageContext, at: 'telling-others:blocks.no-need', shape })).toThrow('src/content/topics.ts: nothing draws the kind of the block telling-others:blocks.no-need');
  });

  test('leads on to the next topic and back to the one before, and the last to the check of what was understood', () => {
    for (const { document, tag, topic, path } of topicPages) {
      const index = toldTopics.indexOf(topic);
      const ways = all(document, '.way-on a').map((link) => link.getAttribute('href'));
      const last = index === toldTopics.length - 1;
      expect([path, ways]).toEqual([path, [toldTopics[index - 1], last ? 'questions' : toldTopics[index + 1]].filter(Boolean).map((to) => `/${tag}/${to}/${to === 'questions' ? '#check' : ''}`)]);
      if (last) expect(textOf(document.querySelector('.way-on .on'))).toContain(say(tag, 'check:heading'));
    }
  });
});

describe('a sentence to say or to show', () => {
  test("stands in the reader's language and in English, which staff read", () => {
    for (const { document, tag, topic } of topicPages.filter((drawn) => ['telling-others', 'get-help'].includes(drawn.topic))) {
      const lines = all(only(document, '#say blockquote'), 'p').map((line) => [line.getAttribute('lang'), line.getAttribute('dir'), textOf(line)]);
      const own = [null, null, say(tag, `${topic}:blocks.say.sentence`)];
      expect(lines).toEqual(tag === 'en' ? [own] : [own, ['en', 'ltr', say('en', `${topic}:blocks.say.sentence`)]]);
    }
  });
});

describe('numbers and names in a sentence', () => {
  test('keep their order in right-to-left text, and are not translated by a browser', () => {
    let found = 0;
    for (const { document, path } of pages) {
      for (const element of all(document, 'main bdi[dir]')) {
        found += 1;
        const { dir } = languages.find(({ tag }) => tag === element.lang) ?? { dir: 'ltr' };
        expect([path, textOf(element), element.dir, element.getAttribute('translate')]).toEqual([path, textOf(element), dir, 'no']);
      }
    }
    expect(found).toBeGreaterThan(500);
  });

  test('never stand bare in the text of a topic', () => {
    for (const { document, path } of pages.filter(({ tag, page }) => tag !== 'en' && page !== 'about')) {
      const article = only(document, 'main').cloneNode(true) as HTMLElement;
      for (const element of all(article, 'bdi, [lang=en], [data-island], .small-print, svg')) element.remove();
      expect([path, textOf(article).match(/\bC(PO|PE|RE|RO)\b|[0-9]+(?!\d*\.)/g) ?? []]).toEqual([path, []]);
    }
  });
});

const drawnText = (document: Document) => only(document, 'main').innerHTML.replace(/<svg[\s\S]*?<\/svg>/g, '');

describe('phone numbers', () => {
  test('can be tapped, dial what they show, and keep their order', () => {
    for (const { document, path } of pages.filter(({ page }) => page === 'get-help' || page === 'all')) {
      const links = all(document, 'a[href^="tel:"]').map((link) => {
        const number = only(link, 'bdi');
        return [link.getAttribute('href'), textOf(link), number.dir, number.getAttribute('translate')];
      });
      // The whole leaflet says the number for emergencies once more, where it asks which signs to call for.
      const once = links.filter(([href], index) => links.findIndex(([other]) => other === href) === index);
      expect([path, once]).toEqual([path, linesInOrder.map(({ value }) => [`tel:${value.dial}`, value.display, 'ltr', 'no'])]);
    }
  });

  test('stand on the first page too: the line for questions, beside the way to help', () => {
    const { advice } = edition.phones;
    for (const { document, tag } of pages.filter(({ page }) => page === 'home')) {
      const buttons = all(document, 'main .buttons a').map((link) => link.getAttribute('href'));
      expect([tag, buttons]).toEqual([tag, [`/${tag}/get-help/`, ...(advice ? [`tel:${advice.value.dial}`] : [])]]);
    }
  });

  test('stand nowhere else but where it is asked which signs to call for', () => {
    expect(pages.filter(({ document, page }) => !['home', 'get-help', 'all', 'sheet', 'questions'].includes(page) && (/tel:/.test(drawnText(document)) || linesInOrder.some(({ value }) => new RegExp(`(?<![\\w-])${value.display}(?![\\w-])`).test(drawnText(document))))).map(({ path }) => path)).toEqual([]);
  });

  test('are those of the edition', () => {
    const phones = { advice: { ...bc.phones.advice, value: { display: '116 117', dial: '116117' } }, deaf: bc.phones.deaf };
    const page = pagesOf(drawSite({ edition: { ...bc, phones } })).find(({ path }) => path === 'ar/get-help/');
    expect(textOf(page?.document.querySelector('a[href="tel:116117"]'))).toBe('116 117');
    expect(page?.html).not.toContain('8-1-1');
  });
});

describe('staff who hand the leaflet on', () => {
  test('find the way above the list of languages, in their own language', () => {
    const list = readHtml(drawSite({ edition: { ...edition, clinicLanguage: 'fr' } }).pages.get('') ?? '');
    const link = all(list, 'main a')[0];
    expect([link?.getAttribute('href'), link?.closest('p')?.lang, textOf(link)]).toEqual(['/fr/share/', 'fr', say('fr', 'share:entry')]);
  });

  test('find it at the top of the first page, below what a patient needs, in the reader’s language and in theirs', () => {
    for (const { document, tag } of pages.filter(({ page }) => page === 'home')) {
      const link = only(document, '.staff-way a');
      expect([link.getAttribute('href'), textOf(link)]).toEqual([`/${tag}/share/`, tag === 'en' ? say('en', 'share:entry') : `${say(tag, 'share:entry')} ${say('en', 'share:entry')}`]);
      expect(all(document, '.tiles, .staff-way, .draft, .paths').map(({ className }) => className.split(' ').at(-1))).toEqual(['tiles', 'staff-way', 'draft', 'paths']);
    }
  });
});

describe('the first page', () => {
  test('leads to the three things that matter most, then to every topic', () => {
    for (const { document, tag } of pages.filter(({ page }) => page === 'home')) {
      const to = (selector: string) => all(document, selector).map((link) => link.getAttribute('href'));
      expect(to('.tiles a')).toEqual(['hand-washing/#timer', 'home-hygiene/', 'telling-others/'].map((address) => `/${tag}/${address}`));
      expect(to('main .topics a')).toEqual(toldTopics.map((topic) => `/${tag}/${topic}/`));
      expect(to('#carrier a')).toEqual((['what-it-is', 'home-hygiene', 'telling-others', 'treatment', 'daily-life'] as const).filter((topic) => toldTopics.includes(topic)).map((topic) => `/${tag}/${topic}/`));
      expect(all(document, '.path').map(({ id }) => id)).toEqual(['carrier', 'family']);
      expect(to('a.path')).toEqual([`/${tag}/family/`]);
    }
  });
});

test('a page that is not kept offers every topic that may be, and to try again', () => {
  for (const { document, tag } of pages.filter(({ page }) => page === 'not-kept')) {
    expect(all(document, 'main .topics a').map((link) => link.getAttribute('href'))).toEqual(toldTopics.map((topic) => `/${tag}/${topic}/`));
    expect(textOf(only(document, 'main a.action'))).toBe(say(tag, 'not-kept:retry'));
  }
});

test('what is kept can be read about before a script has looked', () => {
  for (const { document, tag } of pages.filter(({ page }) => page === 'saved')) expect(textOf(only(document, '[data-island=saved]'))).toContain(say(tag, 'saved:noScript'));
});
