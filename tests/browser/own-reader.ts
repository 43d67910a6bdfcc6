import { afterAll, beforeAll, expect, test } from 'vitest';
import { pathOf, type PageId } from '../../src/site/addresses.ts';
import { serveLeaflet } from '../fixtures/served-leaflet.ts';
import type { Site } from '../fixtures/site-server.ts';
import type { Engine, Tab } from './engines/engine.ts';
import { untilOffline } from './offline-reader.ts';

/** One reader of Arabic, to whom the tests of a file happen one after the other, and what such a test does and looks at. */
export function ownReader(engine: Engine) {
  let site: Site;
  let tab: Tab;
  beforeAll(async () => {
    site = await serveLeaflet();
    tab = await engine.open({ languages: ['ar-SY'], dark: true });
    await open('card');
    await untilOffline(tab, 'ready', 60_000);
  });
  afterAll(async () => {
    await tab.close();
    await site.stop();
  });
  const open = (page: PageId) => tab.goto(site.url + pathOf('ar', page));
  return {
    site: () => site,
    tab: () => tab,
    open,
    read: async (selector: string) => (await tab.text(selector)).replace(/\s+/g, ' '),
    stored: () => tab.evaluate<string>('JSON.stringify(localStorage)'),
    focus: (selector: string) => tab.evaluate<boolean, string>((wanted) => {
      const element = document.querySelector<HTMLElement>(wanted);
      element?.focus();
      return document.activeElement === element;
    }, selector),
    awake: (selector: string) => tab.waitFor<boolean, string>((wanted) => document.querySelector(wanted)?.checkVisibility() === true, { what: `"${selector}" to be shown` }, selector),
    /** To be called last. */
    nothingWentWrong: () => test('nothing went wrong on the whole way', () => {
      expect(tab.problems.filter(({ kind, text }) => kind !== 'network' && !text.includes('Failed to load ‘’'))).toEqual([]);
    }),
  };
}
