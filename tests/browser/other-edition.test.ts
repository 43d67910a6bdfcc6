import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { leicester } from '../../src/content/editions/leicester.ts';
import { fill } from '../../src/parts/fill.ts';
import { valuesOf } from '../../src/prerender/draw/site-words.ts';
import { isStaffPage, pathOf, pagesOf } from '../../src/site/addresses.ts';
import { speak } from '../fixtures/locale-words.ts';
import { serveLeaflet } from '../fixtures/served-leaflet.ts';
import type { Site } from '../fixtures/site-server.ts';
import { chromium } from './engines/chromium.ts';
import type { Tab } from './engines/engine.ts';
import { drawnOrder } from './measure-page.ts';
import { untilOffline } from './offline-reader.ts';

/** Whatever edition the tests are run for: one reader of the other one that is shipped, from the first visit to the ward without a network. */
describe('a reader of Punjabi in Leicester', () => {
  const engine = chromium();
  let site: Site;
  let tab: Tab;
  const read = async (selector: string) => (await tab.text(selector)).replace(/\s+/g, ' ');
  const said = (key: string) => {
    const { files, sentences } = speak(leicester).find(({ tag }) => tag === 'pa') ?? { files: {}, sentences: new Map<string, string>() };
    return fill(sentences.get(key) ?? `no words at ${key}`, valuesOf(leicester, files)).replace(/\s+/g, ' ');
  };

  beforeAll(async () => {
    site = await serveLeaflet({ edition: 'leicester' });
    tab = await engine.open({ languages: ['pa-IN'] });
  });
  afterAll(async () => {
    await engine.close();
    await site.stop();
  });

  test('reads what the hospitals of Leicester do, under their name for it', async () => {
    await tab.goto(`${site.url}pa/hospital-visits/`);
    expect(await read('#screening')).toContain(said('hospital-visits:blocks.screening.body[0]'));
    expect(await read('#care-abroad')).toContain(said('hospital-visits:blocks.care-abroad.body[0]'));
    await untilOffline(tab, 'ready', 60_000);
  });

  test('has every page without a network that a reader needs', async () => {
    await site.stop();
    for (const page of pagesOf(leicester).filter((id) => id !== 'not-kept' && !isStaffPage(id))) {
      await tab.goto(site.url + pathOf('pa', page));
      const title = said(page === 'all' ? 'ui:allTitle' : `${page}:title`);
      expect([page, await tab.evaluate<string>('document.title')]).toEqual([page, `${title} · Handleaf`]);
    }
  });

  test('finds the numbers to call, each drawn in its order, and washes for its seconds', async () => {
    await tab.goto(`${site.url}pa/get-help/`);
    expect(await tab.evaluate(drawnOrder, '.phone')).toEqual(['111', '999']);
    await tab.goto(`${site.url}pa/hand-washing/`);
    expect(await read('[role=timer]')).toContain(said('timer:leastSeconds').replace('{{seconds}}', '20'));
    await site.start();
  });
});
