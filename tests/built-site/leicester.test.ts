import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { toldBlock, toldOf } from '../../src/content/edition.ts';
import { sourcesOf } from '../../src/content/facts-in.ts';
import { bc } from '../../src/content/editions/bc.ts';
import { leicester } from '../../src/content/editions/leicester.ts';
import { topicIds } from '../../src/content/topics.ts';
import { languageTags } from '../../src/i18n/languages.ts';
import { fill } from '../../src/parts/fill.ts';
import { loadLanguage } from '../../src/prerender/draw/load-words.ts';
import { valuesOf } from '../../src/prerender/draw/site-words.ts';
import { pagesOf, pathOf } from '../../src/site/addresses.ts';
import { builtSite } from '../fixtures/built-site.ts';
import { all, readHtml } from '../fixtures/drawn-site.ts';
import { locales, sentencesOf, speak } from '../fixtures/locale-words.ts';

interface BuiltPage {
  readonly path: string;
  readonly tag: string;
  /** Everything that is read, spoken or given to a script; without styles, drawings, hashes and dates. */
  readonly text: string;
}

let pages: BuiltPage[];
beforeAll(async () => {
  const folder = await builtSite({ edition: 'leicester' });
  pages = languageTags.flatMap((tag) => pagesOf(leicester).map((page) => ({ tag, path: pathOf(tag, page), text: readable(readFileSync(join(folder, pathOf(tag, page), 'index.html'), 'utf8')) })));
});

function readable(html: string): string {
  const { body, title } = readHtml(html);
  for (const element of all(body, 'svg, style, script, .imprint, .source-list span, dl small')) element.remove();
  const said = all(body, '*').flatMap((element) => [...element.attributes].filter(({ name }) => name.startsWith('data-') || name.startsWith('aria-')).map(({ value }) => value));
  return plain([title, body.textContent ?? '', ...said].join(' '));
}

const plain = (text: string) => text.replace(/\s+/g, ' ').normalize('NFC');
const textAt = (path: string) => pages.find((page) => page.path === path)?.text ?? `no page at ${path}`;
const holding = (found: RegExp | string) => pages.filter(({ text }) => (typeof found === 'string' ? text.includes(found) : found.test(text))).map(({ path }) => path);

/** Sentences that only British Columbia says: of blocks that Leicester does not tell, and of its own words. */
function onlyThere(tag: string): string[] {
  const [spoken] = speak(bc).filter((language) => language.tag === tag);
  const [here] = speak(leicester).filter((language) => language.tag === tag);
  const blocks = topicIds.flatMap((topic) => toldOf(bc, topic).filter(([block]) => !toldBlock(leicester, topic, block)).map(([block]) => `${topic}:blocks.${block}.`));
  const there = [...(spoken?.sentences ?? [])].filter(([at]) => blocks.some((block) => at.startsWith(block)));
  const own = [...sentencesOf({ bc: loadLanguage(locales, tag)['bc'] ?? {} })].filter(([at]) => at !== 'bc:inRegion');
  const kept = new Set(here?.sentences.values());
  const silent = topicIds.flatMap((topic) => toldOf(leicester, topic).map(([block]) => `${topic}:blocks.${block}.`));
  const saidHere = new Set([...(here?.sentences ?? [])].filter(([at]) => !at.includes(':blocks.') || silent.some((block) => at.startsWith(block))).map(([, text]) => text));
  return [...there, ...own].map(([, text]) => text).filter((text) => !(kept.has(text) && saidHere.has(text)));
}

describe('the built pages of Leicester', () => {
  test.each(languageTags)('hold no sentence that only British Columbia says, in %s', (tag) => {
    const values = valuesOf(leicester, speak(leicester).find((language) => language.tag === tag)?.files ?? {});
    // A heading of two words may stand in another sentence; what is said is longer. Half a sentence may be part of one of Leicester's own.
    const own = [...sentencesOf({ leicester: loadLanguage(locales, tag)['leicester'] ?? {} }).values()].map((text) => plain(fill(text, values)));
    const sentences = onlyThere(tag).map((text) => plain(fill(text, values))).filter((text) => text.length >= (tag === 'zh-Hans' ? 8 : 20) && !own.some((said) => said.includes(text)));
    expect(sentences.length).toBeGreaterThan(20);
    const found = sentences.flatMap((sentence) => pages.filter((page) => page.tag === tag && page.text.includes(sentence)).map(({ path }) => `${path}: ${sentence}`));
    expect(found).toEqual([]);
  });

  test.each([
    ['8-1-1', /\b8-?1-?1\b/],
    ['7-1-1', /\b7-?1-?1\b/],
    ['15 seconds', /(?<![\d.:-])15(?![\d.:-])/],
    ['130 languages', /(?<!\d)130(?!\d)/],
    ['HealthLinkBC', /HealthLink/i],
    ['British Columbia', /British Columbia|Colombie-Britannique|不列颠哥伦比亚|卑诗|ਬ੍ਰਿਟਿਸ਼ ਕੋਲੰਬੀਆ|بريتيش كولومبيا/],
    ['what is spelled otherwise in the UK', /diarrhea|sanitize|coloniz|\bcenter|\bcolor/i],
    ['Canada', /\b(outside|in) Canada\b|Canada\b(?! ?\))|加拿大|ਕੈਨੇਡਾ|كندا/],
    ['that all activities go on', /my normal activities|mes activités normales|ਮੇਰੇ ਆਮ ਕੰਮ-ਕਾਰ|我照常活动|أنشطتي المعتادة/],
    ['that there are interpreters', /You can ask for an interpreter|Vous pouvez demander un interprète|ਤੁਸੀਂ ਦੁਭਾਸ਼ੀਆ ਮੰਗ ਸਕਦੇ ਹੋ|ਤੋਂ ਵੱਧ ਭਾਸ਼ਾਵਾਂ ਵਿੱਚ ਦੁਭਾਸ਼ੀਆ|您可以要求口译服务|يمكنك طلب مترجم فوري/],
    ['the exemption of work, school and day-care', /do not have to tell|n’avez pas (à|besoin de) (le )?(leur )?dire|rien ne vous oblige|您无需告诉|ਦੱਸਣਾ ਜ਼ਰੂਰੀ ਨਹੀਂ|لا يلزمك إخبار/],
  ])('never say %s, in any language', (_, found) => {
    expect(holding(new RegExp(found.source.normalize('NFC'), found.flags))).toEqual([]);
  });

  test('that test finds what it looks for in the British Columbian pages', () => {
    const said = speak(bc).map(({ tag, files, sentences }) => [tag, plain([...sentences.values()].map((text) => fill(text, valuesOf(bc, files))).join(' '))] as const);
    for (const [tag, text] of said) expect([tag, onlyThere(tag).length > 20, /(?<!\d)15(?!\d)/.test(text), /(?<!\d)130(?!\d)/.test(text)]).toEqual([tag, true, true, true]);
  });

  test('tell no block whose words only the British Columbian source supports', () => {
    const onlyBc = ['own-things', 'laundry', 'bathroom', 'wounds', 'why-not', 'tell', 'no-need', 'finish', 'vaccine', 'visitors', 'work-school', 'moments', 'names'];
    expect(topicIds.flatMap((topic) => toldOf(leicester, topic).map(([block]) => block)).filter((block) => onlyBc.includes(block))).toEqual([]);
  });

  test('name no source of British Columbia', () => {
    expect(sourcesOf(leicester).filter((id) => id.startsWith('healthlinkbc'))).toEqual([]);
  });

  test('say what Leicester says, in English', () => {
    const said: readonly [page: string, ...sentences: string[]][] = [
      ['what-it-is', 'What is CRO?', 'CROCarbapenem-resistant organisms', 'CPOCarbapenemase-producing organisms', 'CPECarbapenemase-producing Enterobacterales', 'usually do no harm'],
      ['treatment', 'Only a few antibiotics treat an infection with CRO', 'special antibiotics in reserve'],
      ['how-it-spreads', 'bed rails, toilets or equipment', 'travel abroad', 'It is not your fault', 'unusual in the UK'],
      ['hospital-visits', 'outside Leicestershire at any time in the last 12 months', 'in a bay', 'outside the UK', 'a single room', 'national guidance that its page names. That guidance is from 2014.', 'replaced by newer guidance, from 2020', 'Clean hands: staff and patients', 'hand sanitiser with alcohol', 'until the test finds no CRO'],
      ['hand-washing', 'at least 20 seconds'],
      ['get-help', 'urgent appointment, or call:111', '999'],
      ['telling-others', 'Nursery', 'District nurse'],
      ['daily-life', 'diarrhoea'],
    ];
    for (const [page, ...sentences] of said) for (const sentence of sentences) expect([page, textAt(`en/${page}/`)]).toEqual([page, expect.stringContaining(sentence)]);
  });

  test.each(languageTags)('say the numbers of Leicester in %s', (tag) => {
    expect([...textAt(`${tag}/hospital-visits/`).matchAll(/\d+/g)].map(([number]) => number)).toEqual(expect.arrayContaining(['12', '2014', '2020']));
    expect(textAt(`${tag}/hand-washing/`)).toMatch(/(?<!\d)20(?!\d)/);
    for (const page of ['what-it-is', 'all']) expect(textAt(`${tag}/${page}/`)).toMatch(/CRO[\s\S]*CPO[\s\S]*CPE/);
    for (const number of ['111', '999']) expect(textAt(`${tag}/get-help/`)).toContain(number);
  });
});
