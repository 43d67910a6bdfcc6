import { afterEach, expect, test, vi } from 'vitest';
import { putLikelyFirst } from '../../src/islands/likely-languages/likely-languages.ts';

afterEach(() => vi.unstubAllGlobals());

class Entry {
  readonly dataset: { readonly tag: string };
  readonly classes = new Set<string>();
  readonly classList = this.classes;
  constructor(tag: string) {
    this.dataset = { tag };
  }
}

/** The list as a reader of Chinese finds it: its tags in their order, and those that are marked. `painted`: how long it has been in sight (ms). */
function listAfter(painted: number | undefined) {
  vi.stubGlobal('HTMLElement', Entry);
  vi.stubGlobal('navigator', { languages: ['zh-CN'] });
  vi.stubGlobal('performance', { now: () => 10_000, getEntriesByType: () => (painted === undefined ? [] : [{ startTime: 10_000 - painted }]) });
  let children = ['en', 'pa', 'zh-Hans'].map((tag) => new Entry(tag));
  const list = {
    get children() {
      return children;
    },
    prepend: (...first: Entry[]) => void (children = [...first, ...children.filter((entry) => !first.includes(entry))]),
  };
  putLikelyFirst(list as unknown as HTMLElement);
  const tagsOf = (entries: Entry[]) => entries.map(({ dataset: { tag } }) => tag);
  return { tags: tagsOf(children), marked: tagsOf(children.filter(({ classes }) => classes.has('likely'))) };
}

test.each([undefined, 100])('the likely language comes first in a list that nobody has read yet (in sight for %s ms), and is marked', (painted) => {
  expect(listAfter(painted)).toEqual({ tags: ['zh-Hans', 'en', 'pa'], marked: ['zh-Hans'] });
});

test('a list that somebody may be aiming at keeps its order, and the likely language is marked where it stands', () => {
  expect(listAfter(650)).toEqual({ tags: ['en', 'pa', 'zh-Hans'], marked: ['zh-Hans'] });
});
