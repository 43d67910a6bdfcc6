import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { languages } from '../../src/i18n/languages.ts';
import { hang, on, type Fault } from '../fixtures/faults.ts';
import { shown } from '../fixtures/locale-words.ts';
import { serveLeaflet } from '../fixtures/served-leaflet.ts';
import type { Site } from '../fixtures/site-server.ts';
import type { Tab } from './engines/engine.ts';
import { forEachEngine } from './engines/for-each-engine.ts';
import { untilOffline } from './offline-reader.ts';

/** A worker whose phone has no room left once a page says so. */
const fillable = `let full = false;
addEventListener('message', ({ data }) => { if (data === 'full') full = true; });
const write = Cache.prototype.put;
Cache.prototype.put = function (...content) {
  return full ? Promise.reject(new DOMException('No room', 'QuotaExceededError')) : write.apply(this, content);
};\n`;

/** Puts code of the test before the code of a file: inside the block that a worker is. */
const before = (path: RegExp, code: string): Fault =>
  on(path, (response, { headers, body }) => {
    const text = String(body);
    response.writeHead(200, headers).end(text.startsWith('{') ? `{${code}${text.slice(1)}` : code + text);
  });

forEachEngine((engine) => {
  describe('the page of what is kept', () => {
    let site: Site;
    let home: Tab;
    const button = (tab: Tab, words: string) =>
      tab.waitFor(
        (wanted: string) => {
          const found = [...document.querySelectorAll('button')].find((each) => each.textContent?.replace(/\s+/g, ' ') === wanted && !each.disabled);
          found?.click();
          return !!found;
        },
        { what: `the button "${words}"` },
        words,
      );
    const untilSaid = (tab: Tab, words: string, timeoutMs = 40_000) =>
      tab.waitFor((wanted: string) => document.querySelector('main')?.innerText.replace(/\s+/g, ' ').includes(wanted), { what: `"${words}"`, timeoutMs }, words);
    const readerAt = async (path: string, fault?: Fault) => {
      const leaflet = await serveLeaflet();
      leaflet.setFault(fault);
      const tab = await home.newTab();
      await tab.goto(leaflet.url + path);
      return { leaflet, tab, end: async () => (await leaflet.stop(), tab.close()) };
    };

    beforeAll(async () => {
      site = await serveLeaflet();
      home = await engine.open();
    });
    afterAll(async () => {
      await home.close();
      await site.stop();
    });

    test('says in each language that there is not enough space, and what was kept stays', async () => {
      const { leaflet, tab, end } = await readerAt('fr/saved/', before(/\/sw\.js$/, fillable));
      await untilOffline(tab, 'ready', 60_000);
      for (const { tag } of languages.filter((language) => language.tag !== 'fr')) {
        await tab.goto(`${leaflet.url}${tag}/saved/`);
        await untilOffline(tab, 'ready', 60_000);
        await button(tab, shown('fr', 'saved:list.drop').replace('X', 'x')).catch(() => {});
      }
      await end();
    });
  });
});
