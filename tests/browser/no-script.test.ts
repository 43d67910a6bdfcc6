import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toldOf } from '../../src/content/edition.ts';
import { topicIds, type TopicId } from '../../src/content/topics.ts';
import { pageIds, pathOf } from '../../src/site/addresses.ts';
import { washingMoves } from '../../src/parts/moves.ts';
import { edition, isOfNoLine, toldTopics } from '../fixtures/edition.ts';
import { shown, spokenIn } from '../fixtures/locale-words.ts';
import { serveLeaflet } from '../fixtures/served-leaflet.ts';
import type { Site } from '../fixtures/site-server.ts';
import { chromium } from './engines/chromium.ts';
import type { Tab } from './engines/engine.ts';
import { readPage, type PageAsRead } from './read-page.ts';
import { languageTags } from '../../src/i18n/languages.ts';

const engine = chromium();
let site: Site;
let tab: Tab;
/** Every page that links lead to from the first address, by its path below the base. */
const reached = new Map<string, PageAsRead>();

beforeAll(async () => {
  site = await serveLeaflet();
  tab = await engine.open({ javascript: false });
  const ahead = [''];
  for (const path of ahead) {
    await tab.goto(site.url + path);
    const page = await tab.evaluate(readPage);
    reached.set(path, page);
    for (const link of page.links.filter((address) => address.startsWith(site.url))) {
      const next = decodeURI(link.slice(site.url.length).replace(/[?#].*/, ''));
      // The leaflet as one file is to be kept, not opened here.
      if (!ahead.includes(next) && !next.startsWith('assets/')) ahead.push(next);
    }
  }
});
afterAll(async () => {
  await engine.close();
  await site.stop();
});

test('every page of every language is reached by following links from the first address', () => {
  const linked = pageIds.filter((page) => page !== 'not-kept');
  const paths = languageTags.flatMap((tag) => linked.map((page) => pathOf(tag, page)));
  expect([...reached.keys()].sort()).toEqual(['', ...paths].sort());
  expect([...reached].filter(([, { heading }]) => heading === '')).toEqual([]);
});

test('no script ran', async () => {
  await tab.goto(`${site.url}en/`);
  expect(await tab.evaluate('document.documentElement.dataset.offline ?? "not set"')).toBe('not set');
  expect(site.requests.filter(({ path }) => path === '/sw.js' || path.startsWith('/packs/'))).toEqual([]);
});

describe.each(['en', 'ar'])('in %s', (tag) => {
  test.each(topicIds)('every word of %s can be read', (topic) => {
    expect(unread(tag, pathOf(tag, topic), wordsOf(tag, topic))).toEqual([]);
  });

  test('every word of every topic can be read on the page that holds them all', () => {
    expect(unread(tag, pathOf(tag, 'all'), toldTopics.flatMap((topic) => wordsOf(tag, topic)))).toEqual([]);
  });

  test('the moves of the hands and their seconds can be read', () => {
    const moves = washingMoves.flatMap((move) => [`timer:names.${move}`, `timer:lines.${move}`]);
    expect(unread(tag, pathOf(tag, 'hand-washing'), moves)).toEqual([]);
    const seconds = shown(tag, 'timer:leastSeconds').replace(/\d+|X/, String(edition.handWashing.seconds.value));
    expect(textAt(pathOf(tag, 'hand-washing'))).toContain(withoutSpace(seconds));
  });
});

/** Whether a page or a card is printed needs no script. */
const answeredByStyle = /^<input type="radio" name="size"/;

test('nothing is shown that only a script could answer', () => {
  const dead = [...reached].flatMap(([path, { controls }]) => controls.filter((control) => !answeredByStyle.test(control)).map((control) => `${path}: ${control}`));
  expect(dead).toEqual([]);
});

test('no page promises a timer, and the way to the steps is there', () => {
  const timer: Record<string, string> = { en: 'timer', fr: 'minuterie', pa: 'ਟਾਈਮਰ', 'zh-Hans': '计时器', ar: 'مؤقّت' };
  for (const tag of languageTags) {
    expect([tag, shown(tag, 'timer:name').toLowerCase().includes(timer[tag] ?? 'no word')]).toEqual([tag, true]);
    const own = [...reached].filter(([path]) => path.startsWith(`${tag}/`));
    expect(own.filter(([, { text }]) => text.toLowerCase().includes(timer[tag] ?? '')).map(([path]) => path)).toEqual([]);
    expect(reached.get(pathOf(tag, 'home-hygiene'))?.links).toContain(`${site.url}${pathOf(tag, 'hand-washing')}#timer`);
    expect(textAt(pathOf(tag, 'home-hygiene'))).toContain(withoutSpace(shown(tag, 'ui:washNow')));
  }
});

/** The keys of what the edition tells in a topic; its title stands in the tab. */
function wordsOf(tag: string, topic: TopicId): string[] {
  const told = toldOf(edition, topic).map(([block]) => `${topic}:blocks.${block}.`);
  const keys = [...spokenIn(tag).sentences.keys()].filter((key) => key.startsWith(`${topic}:`) && key !== `${topic}:title`);
  return keys.filter((key) => !isOfNoLine(key)).filter((key) => !key.startsWith(`${topic}:blocks.`) || told.some((block) => key.startsWith(block)));
}

/** Those of the words that nobody can see on a page. */
function unread(tag: string, path: string, keys: readonly string[]): string[] {
  expect(keys.length).toBeGreaterThan(5);
  const text = textAt(path);
  return keys.filter((key) => !text.includes(withoutSpace(shown(tag, key)))).map((key) => `${key}: ${shown(tag, key)}`);
}

function textAt(path: string): string {
  return withoutSpace(reached.get(path)?.text ?? '');
}

function withoutSpace(text: string): string {
  return text.replace(/\s+/g, '');
}
