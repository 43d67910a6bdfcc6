import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Fact, PhoneLine } from '../../src/content/edition.ts';
import { languageTags } from '../../src/i18n/languages.ts';
import { pagesOf, pathOf } from '../../src/site/addresses.ts';
import { edition } from '../fixtures/edition.ts';
import { serveLeaflet } from '../fixtures/served-leaflet.ts';
import type { Site } from '../fixtures/site-server.ts';
import { forEachEngine } from './engines/for-each-engine.ts';

/** Two hundred addresses that mean harm: each carries a mark that must turn up nowhere. */
const mark = 'zq7x';
const payloads = [
  mark, `<script>${mark}</script>`, `"><img src=x onerror=${mark}>`, `javascript:${mark}`, `+15550${mark}`, `tel:+1555${mark}`, `../../${mark}`,
  `\u202e${mark}`, `\u2066${mark}\u2069`, `%00${mark}`, `https://evil.example/${mark}`, `//evil.example/${mark}`, `{{${mark}}}`, `${mark}@evil.example`,
  `en&tag=${mark}`, `[value=${mark}]`, `${mark}#${mark}`, `\\${mark}`, `'${mark}'`, `${mark}%0d%0aX-Y: z`,
];
const names = ['tag', 'opening', 'ward', 'phone', 'site', 'lang', 'text', 'title', 'url', 'msg'];
const hostile = [
  ...payloads.flatMap((payload) => names.slice(0, 7).map((name) => `?${name}=${encodeURIComponent(payload)}`)),
  ...payloads.map((payload) => `#${encodeURIComponent(payload)}`),
  ...payloads.map((payload) => `?${names.map((name) => `${name}=${encodeURIComponent(payload)}`).join('&')}#${encodeURIComponent(payload)}`),
  ...payloads.map((payload) => `?tag=ar&opening=washing&ward=${encodeURIComponent(payload)}#family${encodeURIComponent(payload)}`),
];

const lines = Object.values<Fact<PhoneLine>>(edition.phones).map(({ value }) => value);

forEachEngine(
  (engine) => {
    let site: Site;
    beforeAll(async () => {
      site = await serveLeaflet();
    });
    afterAll(() => site.stop());

    test('two hundred hostile addresses put nothing on the page, in its title, in a code, in what is shared or in a number to call', async () => {
      expect(new Set(hostile).size).toBe(200);
      const tab = await engine.open();
      await tab.goto(`${site.url}en/share/`);
      const shared = await tab.evaluate(async (addresses: string[]) => {
        const told: string[] = [];
        for (const address of addresses) {
          history.replaceState(null, '', address);
          dispatchEvent(new PageTransitionEvent('pageshow'));
          document.querySelector<HTMLElement>('input[value=ar]')?.click();
          told.push(document.documentElement.outerHTML, document.title);
        }
        return told.join('\n');
      }, hostile);
      expect(shared.toLowerCase()).not.toContain(mark);
      // Opened afresh, as from a link: each page in its turn, and addresses of no page.
      const pages = pagesOf(edition).filter((page) => page !== 'not-kept');
      const links = hostile.map((address, index) => `${pathOf(languageTags[index % languageTags.length] ?? 'en', pages[index % pages.length] ?? 'home')}${address}`);
      const paths = payloads.flatMap((payload) => [`${encodeURIComponent(payload)}/`, `en/${encodeURIComponent(payload)}/`]);
      for (const address of [...links, ...paths]) {
        await tab.goto(`${site.url}${address}`);
        const { html, numbers } = await tab.evaluate(() => ({
          html: `${document.documentElement.outerHTML}${document.title}`,
          numbers: [...document.querySelectorAll('a[href^="tel:"]')].map((link) => link.getAttribute('href')),
        }));
        expect([address, html.toLowerCase().includes(mark)]).toEqual([address, false]);
        expect(numbers.filter((number) => !lines.some(({ dial }) => number === `tel:${dial}`))).toEqual([]);
      }
      await tab.close();
    }, 400_000);
  },
  // What a script does with an address is the same in all.
  ['chromium'],
);
