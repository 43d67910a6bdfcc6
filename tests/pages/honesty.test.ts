import { Readability } from '@mozilla/readability';
import { describe, expect, onTestFinished, test } from 'vitest';
import { toldOf } from '../../src/content/edition.ts';
import { bc } from '../../src/content/editions/bc.ts';
import { leicester } from '../../src/content/editions/leicester.ts';
import { sourcesOf } from '../../src/content/facts-in.ts';
import type { Source } from '../../src/content/source.ts';
import { sources } from '../../src/content/sources.ts';
import { dayInWords } from '../../src/parts/day.ts';
import { all, drawSite, only, pagesOf, readHtml, textOf, type DrawnPage } from '../fixtures/drawn-site.ts';
import { edition, ownLook as look, toldTopics } from '../fixtures/edition.ts';
import { instead, sharedChanges } from '../fixtures/fact-changes.ts';
import { shown as say } from '../fixtures/locale-words.ts';
import { copyWords } from '../fixtures/words-copy.ts';
import { speaking } from '../fixtures/speaker.ts';
import { pagesOf as pageIdsOf } from '../../src/site/addresses.ts';
import { languageTags, spacesSentences } from '../../src/i18n/languages.ts';

const pages = pagesOf(drawSite());
const labelled = pages;
const on = (tag: string, page: string): DrawnPage => pages.find((drawn) => drawn.tag === tag && drawn.page === page) as DrawnPage;

describe('the label of a draft', () => {
  test('stands once on every page that says something about health, before the words that it speaks of', () => {
    expect(labelled.length).toBe(languageTags.length * pageIdsOf(edition).length);
    for (const { document, page, path } of labelled) {
      const label = only(document, 'main .draft');
      // Whoever looks for help has no time: there the numbers and the emergency come before it.
      const words = all(document, '.draft, .block, .chapter, [data-island]').filter((one) => page !== 'get-help' || !one.matches('.phones, .emergency'));
      expect([path, words[0] === label]).toEqual([path, true]);
    }
  });

  test('stays in the reader view of a browser, with the words of every block', () => {
    const missing = pages.filter(({ page }) => ['family', 'all', ...toldTopics].includes(page)).flatMap(({ path, html, document }) => {
      const text = new Readability(readHtml(html)).parse()?.textContent?.replace(/\s/g, '') ?? '';
      return all(document, 'main .draft p, main .block p:not(.sources), main .block li').map(textOf).filter((words) => !text.includes(words.replace(/\s/g, ''))).map((words) => [path, words]);
    });
    expect(missing).toEqual([]);
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
      const space = spacesSentences(tag) ? ' ' : '';
      expect([path, textOf(label.querySelector('p'))]).toEqual([path, say(tag, 'ui:draft') + space + say(tag, 'ui:machine')]);
      const english = only(label, 'p[lang=en]');
      expect([path, english.dir, textOf(english)]).toEqual([path, 'ltr', `${say('en', 'ui:draft')} ${say('en', 'ui:machine')}`]);
    }
  });

  test('has the same page in English one tap away', () => {
    for (const { document, page, tag, path } of labelled.filter((drawn) => drawn.tag !== 'en')) {
      const link = only(document, '.draft a');
      expect(link.getAttribute('href')).toBe(page === 'not-kept' ? '/en/' : `/en/${path.slice(tag.length + 1)}`);
      expect(textOf(link)).toBe(say(tag, 'ui:readEnglish'));
    }
  });

  test('stands in short for each language where a language is chosen, also at a wrong address', () => {
    const site = drawSite();
    for (const html of [site.pages.get(''), site.notFound]) for (const tag of languageTags) expect(html).toContain(say(tag, 'ui:draftShort'));
  });

  test('cannot be put away', () => {
    expect(labelled.filter(({ document }) => all(document, '.draft button, details .draft, .draft[hidden]').length > 0)).toEqual([]);
  });
});

describe('where it comes from', () => {
  test('every block of every topic names its sources, in the order of the edition', () => {
    for (const { document, page, tag, path } of pages) {
      const topic = toldTopics.find((id) => id === page);
      if (!topic) continue;
      for (const [block, ...from] of toldOf(edition, topic)) {
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

  test('the page of sources says of each whether all of it was read, a part, or an older text', () => {
    // No edition names sources of every extent.
    const entries = [bc, leicester].flatMap((named) => pagesOf(drawSite({ edition: named })).filter(({ page }) => page === 'about')).flatMap(({ document, tag }) => all(document, '.source-list li').map((entry) => ({ tag, entry })));
    expect(new Set(entries.map(({ tag, entry }) => `${tag} ${sources[entry.id as keyof typeof sources].extent}`)).size).toBe(3 * languageTags.length);
    for (const { tag, entry } of entries) {
      const { dated, read, extent }: Source = sources[entry.id as keyof typeof sources];
      const [date, ...howMuch] = textOf(only(entry, 'li > span')).normalize('NFC').split(' · ');
      expect([tag, entry.id, date]).toEqual([tag, entry.id, dated ?? say(tag, 'about:sources.undated')]);
      const said = howMuch.map((text) => text.replace(dayInWords(read, tag).normalize('NFC'), 'X'));
      expect([tag, entry.id, said]).toEqual([tag, entry.id, [expect.stringMatching(speaking(tag).read[extent])]]);
    }
  });

  test.each<[keyof typeof sources, Source['extent']]>([
    ['healthlinkbc-cpo', 'older'],
    ['leicester-cro', 'whole'],
    ['alberta-cpo', 'part'],
  ])('%s is known to have been read as: %s', (id, extent) => {
    expect(sources[id].extent).toBe(extent);
  });

  test('the whole leaflet says of each block what its own page says', () => {
    for (const tag of languageTags) {
      for (const topic of toldTopics) {
        const blocks = (within: ParentNode, before: string) => toldOf(edition, topic).map(([block]) => textOf(only(within, `section.block[id="${before}${block}"]`)));
        expect([tag, topic, blocks(on(tag, 'all').document, `${topic}-`)]).toEqual([tag, topic, blocks(on(tag, topic).document, '')]);
      }
    }
  });
});

describe('how old it is', () => {
  test('every page says when it was compared with its sources, when that falls due, and for which place', () => {
    for (const { document, tag, path } of pages) {
      const foot = textOf(only(document, '.imprint'));
      expect([path, foot]).toEqual([path, expect.stringContaining(say(tag, 'ui:checked').replace('X', dayInWords(edition.checked, tag)))]);
      expect([path, foot]).toEqual([path, expect.stringContaining(say(tag, 'ui:due').replace('X', dayInWords(edition.due, tag)))]);
      expect([path, foot]).toEqual([path, expect.stringContaining(say(tag, `${edition.id}:region`))]);
      expect([path, foot.includes(say(tag, 'ui:askInterpreter'))], 'whom to ask about a translation').toEqual([path, tag !== 'en']);
    }
  });

  test('every page holds in its language what the phone may say of it: whether it is kept, what has changed, how old it is', () => {
    for (const { document, page, tag, path } of pages) {
      const saidBy = (selector: string, names: Readonly<Record<string, string>>) => {
        const note = only(document, selector);
        const words = Object.entries(names).map(([name, key]) => [name, say(tag, key)]);
        expect([path, Object.keys(names).map((name) => [name, note.getAttribute(`data-${name}`)])]).toEqual([path, words]);
        return note;
      };
      const news = saidBy('[data-news]', { changed: 'ui:change.changed', safety: 'ui:change.safety', recalled: 'ui:change.recalled', mark: 'ui:change.mark' });
      expect([path, news.getAttribute('role'), news.textContent]).toEqual([path, 'status', '']);
      const age = only(document, '[data-age-note]');
      expect([path, age.hidden, age.dataset['checked'], age.dataset['due']]).toEqual([path, true, edition.checked, edition.due]);
      expect([path, age.dataset['overdue'], age.dataset['long']]).toEqual([path, say(tag, 'ui:age.overdue').replace('X', dayInWords(edition.due, tag)), say(tag, 'ui:age.long').replace('X', '{{date}}')]);
      if (page === 'not-kept') {
        expect(all(document, '[data-offline-note]')).toEqual([]);
        continue;
      }
      const states = Object.fromEntries(['saving', 'ready', 'failed', 'unsupported', 'update'].map((state) => [state, `ui:offline.${state}`]));
      expect(saidBy('[data-offline-note]', { ...states, 'update-button': 'ui:offline.updateButton' }).getAttribute('role')).toBe('status');
    }
  });

  test('the page of sources says who answers for this edition, and in which state each language is', () => {
    for (const { document, tag } of pages.filter(({ page }) => page === 'about')) {
      expect(textOf(document.body)).toContain(say(tag, 'about:edition.noPublisher'));
      expect(textOf(document.body)).toContain(say(tag, 'about:edition.notReviewed'));
      const days = ['checked', 'due'].map((day) => textOf(all(document, 'dl dt').find((name) => textOf(name) === say(tag, `about:edition.${day}`))?.nextElementSibling));
      expect([tag, days]).toEqual([tag, [dayInWords(edition.checked, tag), dayInWords(edition.due, tag)]]);
      const states = all(document, 'dt[lang]').map((name) => [name.getAttribute('lang'), textOf(name.nextElementSibling)]);
      expect(states).toEqual(languageTags.map((other) => [other, expect.stringContaining(say(tag, `about:languages.${other === 'en' ? 'source-draft' : 'machine-draft'}`))]));
    }
  });

  test('whoever publishes it, and whom to tell of a mistake, are named', () => {
    const published = pagesOf(drawSite({ edition: { ...edition, publisher: 'A Health Authority', contact: 'Ward desk' } }));
    const about = published.find(({ path }) => path === 'en/about/') as DrawnPage;
    const answers = all(about.document, 'dl dd').map(textOf);
    expect(answers).toEqual(expect.arrayContaining(['A Health Authority', 'Ward desk']));
    expect(answers).not.toContain(say('en', 'about:edition.noPublisher'));
  });

  describe('the version', () => {
    const inEnglish = { ...edition, languages: ['en'], approvals: {} } as const;
    const versionOf = (changes?: Parameters<typeof drawSite>[0]) => drawSite({ edition: inEnglish, ...changes }).pages.get('en/')?.match(/>Version <bdi[^>]*>([0-9a-f]{8})</)?.[1];
    const version = versionOf();

    test('changes with no address and no colour', () => {
      expect(version).toBeDefined();
      expect(versionOf({ base: '/a/' })).toBe(version);
      expect(versionOf({ edition: { ...inEnglish, look } })).toBe(version);
    });

    test.each<[string, () => () => void]>([
      ['a day of the edition', () => instead(inEnglish, 'due', '2027-05-21')],
      ['a source that it names', () => instead(sources[sourcesOf(edition)[0] as keyof typeof sources], 'title', 'Another title')],
      ...sharedChanges,
    ])('changes with %s', (_, change) => {
      onTestFinished(change());
      expect(versionOf()).not.toBe(version);
    });

    test('changes with a word', () => {
      const copy = copyWords();
      onTestFinished(copy.remove);
      copy.changeText('en/ui.json', (text) => JSON.stringify({ ...JSON.parse(text), next: 'Now' }));
      expect(drawSite({ edition: inEnglish }, copy.root).pages.get('en/')).not.toContain(version);
    });
  });
});
