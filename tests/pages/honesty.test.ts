import { describe, expect, test } from 'vitest';
import { bc } from '../../src/content/editions/bc.ts';
import { sources, type Source } from '../../src/content/sources.ts';
import { topicIds } from '../../src/content/topics.ts';
import { dayInWords } from '../../src/pages/page-context.ts';
import { all, drawSite, only, pagesOf, textOf, type DrawnPage } from '../fixtures/drawn-site.ts';
import { shown as say } from '../fixtures/locale-words.ts';
import { languageTags } from '../../src/i18n/languages.ts';

const pages = pagesOf(drawSite());
const labelled = pages.filter(({ page }) => page !== 'not-kept');
const on = (tag: string, page: string): DrawnPage => pages.find((drawn) => drawn.tag === tag && drawn.page === page) as DrawnPage;

describe('the label of a draft', () => {
  test('stands once on every page that says something about health, before the words that it speaks of', () => {
    expect(labelled.length).toBe(5 * 14);
    for (const { document, path } of labelled) {
      const label = only(document, 'main .draft');
      expect([path, all(document, '.draft, .block, .chapter, [data-island]')[0] === label]).toEqual([path, true]);
    }
  });

  test("is in the reader's language: a draft that no clinician has reviewed", () => {
    for (const { document, tag, path } of labelled) expect([path, textOf(only(document, '.draft').querySelector('p'))]).toEqual([path, expect.stringContaining(say(tag, 'ui:draft'))]);
  });

  test('says on every page but the English that a computer translated it, in both languages', () => {
    for (const { document, tag, path } of labelled) {
      const label = only(document, '.draft');
      if (tag === 'en') {
        expect([path, textOf(label)]).toEqual([path, say('en', 'ui:draft')]);
        continue;
      }
      expect([path, textOf(label)]).toEqual([path, expect.stringContaining(say(tag, 'ui:machine'))]);
      const english = only(label, 'p[lang=en]');
      expect([path, english.dir, textOf(english)]).toEqual([path, 'ltr', `${say('en', 'ui:draft')} ${say('en', 'ui:machine')}`]);
    }
  });

  test('has the same page in English one tap away', () => {
    for (const { document, tag, path } of labelled.filter((drawn) => drawn.tag !== 'en')) {
      const link = only(document, '.draft a');
      expect(link.getAttribute('href')).toBe(`/en/${path.slice(tag.length + 1)}`);
      expect(textOf(link)).toContain(say(tag, 'ui:readEnglish'));
      expect(textOf(only(link, '[lang=en]'))).toBe('Read this page in English');
    }
  });

  test('cannot be put away', () => {
    expect(labelled.filter(({ document }) => all(document, '.draft button, details .draft, .draft[hidden]').length > 0)).toEqual([]);
  });
});

describe('where it comes from', () => {
  test('every block of every topic names its sources, in the order of the edition', () => {
    for (const { document, page, tag, path } of pages) {
      const topic = topicIds.find((id) => id === page);
      if (!topic) continue;
      for (const [block, ...from] of bc.leaflet[topic] as readonly (readonly [string, ...(keyof typeof sources)[]])[]) {
        const section = only(document, `section.block[id="${block}"]`);
        const named = all(section, '.sources a').map((link) => [link.getAttribute('href'), textOf(link)]);
        // Publishers are named in English, whatever the language of what they publish.
        expect(all(section, '.sources a bdi').map((name) => [name.lang, name.getAttribute('translate')])).toEqual(from.map(() => ['en', 'no']));
        expect([path, block, named]).toEqual([path, block, from.map((id) => [`/${tag}/about/#${id}`, sources[id].publisher])]);
      }
    }
  });

  test('each named source stands on the page of sources, with its title, its publisher and an address', () => {
    for (const { document } of pages.filter(({ page }) => page === 'about')) {
      const entries = all(document, '.source-list li');
      const named = new Set(pages.flatMap((drawn) => all(drawn.document, '.sources a').map((link) => (link.getAttribute('href') ?? '').split('#')[1])));
      expect(new Set(entries.map(({ id }) => id))).toEqual(named);
      for (const entry of entries) {
        const source: Source = sources[entry.id as keyof typeof sources];
        expect(textOf(entry)).toContain(`${source.title}, ${source.publisher}`);
        expect(only(entry, 'a').getAttribute('href')).toBe(source.url);
      }
    }
  });

  test('the whole leaflet says of each block what its own page says', () => {
    for (const tag of languageTags) {
      for (const topic of topicIds) {
        const blocks = (within: ParentNode, before: string) => bc.leaflet[topic].map(([block]) => textOf(only(within, `section.block[id="${before}${block}"]`)));
        expect([tag, topic, blocks(on(tag, 'all').document, `${topic}-`)]).toEqual([tag, topic, blocks(on(tag, topic).document, '')]);
      }
    }
  });
});

describe('how old it is', () => {
  test('every page says when it was compared with its sources, when that falls due, and for which place', () => {
    for (const { document, tag, path } of pages) {
      const foot = textOf(only(document, '.imprint'));
      expect([path, foot]).toEqual([path, expect.stringContaining(say(tag, 'ui:checked').replace('X', dayInWords(bc.checked, tag)))]);
      expect([path, foot]).toEqual([path, expect.stringContaining(say(tag, 'ui:due').replace('X', dayInWords(bc.due, tag)))]);
      expect([path, foot]).toEqual([path, expect.stringContaining(say(tag, 'bc:region'))]);
    }
  });

  test('a day is said in words of the language, with the digits of the phone', () => {
    expect(dayInWords('2026-11-20', 'fr')).toBe('20 novembre 2026');
    expect(dayInWords('2026-11-20', 'ar')).toBe('20 نوفمبر 2026');
    expect(dayInWords('2026-11-20', 'zh-Hans')).toBe('2026年11月20日');
    for (const tag of languageTags) expect(dayInWords('2027-05-01', tag)).not.toMatch(/[^0-9\P{Nd}]/u);
  });

  test('the page of sources says who answers for this edition, and in which state each language is', () => {
    for (const { document, tag } of pages.filter(({ page }) => page === 'about')) {
      expect(textOf(document.body)).toContain(say(tag, 'about:edition.noPublisher'));
      expect(textOf(document.body)).toContain(say(tag, 'about:edition.notReviewed'));
      const states = all(document, 'dt[lang]').map((name) => [name.getAttribute('lang'), textOf(name.nextElementSibling)]);
      expect(states).toEqual(['en', 'pa', 'zh-Hans', 'fr', 'ar'].map((other) => [other, say(tag, `about:languages.${other === 'en' ? 'source-draft' : 'machine-draft'}`)]));
    }
  });

  test('whoever publishes or reviews it is named instead', () => {
    const published = pagesOf(drawSite({ edition: { ...bc, publisher: 'A Health Authority', reviewedBy: 'Dr A. Name' } }));
    const about = published.find(({ path }) => path === 'en/about/') as DrawnPage;
    const answers = all(about.document, 'dl dd').map(textOf);
    expect(answers).toEqual(expect.arrayContaining(['A Health Authority', 'Dr A. Name']));
    expect(answers).not.toContain(say('en', 'about:edition.noPublisher'));
    expect(answers).not.toContain(say('en', 'about:edition.notReviewed'));
  });

  test('the version changes with a fact and with nothing else', () => {
    const versionOf = (changes?: Parameters<typeof drawSite>[0]) => drawSite(changes).pages.get('en/')?.match(/>Version ([0-9a-f]{8})</)?.[1];
    const version = versionOf();
    expect(version).toBeDefined();
    expect(versionOf({ base: '/a/' })).toBe(version);
    expect(versionOf({ edition: { ...bc, due: '2027-05-21' } })).not.toBe(version);
  });
});
