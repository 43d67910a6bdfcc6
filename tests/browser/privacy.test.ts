import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { languageTags } from '../../src/i18n/languages.ts';
import { pagesOf, pathOf } from '../../src/site/addresses.ts';
import { filesIn } from '../fixtures/built-files.ts';
import { builtSite } from '../fixtures/built-site.ts';
import { edition } from '../fixtures/edition.ts';
import { serveLeaflet } from '../fixtures/served-leaflet.ts';
import type { Site } from '../fixtures/site-server.ts';
import type { Tab } from './engines/engine.ts';
import { forEachEngine } from './engines/for-each-engine.ts';
import { untilOffline } from './offline-reader.ts';
import { pressEverything, secret, storedHere } from './press-everything.ts';

const base = '/cpo/';

/**
 * What may be on a phone, and why. Whatever is added here has to be said on the page "About" too.
 *
 * - a store of the worker, with files of the release by their hashes: the leaflet, which the phone keeps so that it opens without a network
 * - in it one record: `kept` (languages that are whole here), `lastRead` (language for an address that names none), `seenAt` (when the site
 *   was last reached, to say how old the copy is), `inForce` (which release it is), `changes` (blocks that are to be marked as changed), `turn` (counts its changes)
 * - `handleaf /cpo/ timer`: what the reader has picked for the timer, once they have picked something
 * - `handleaf /cpo/ card`, `… questions`: what the reader types on the card and ticks for the next visit, until they take it away
 */
const allowed = { record: ['changes', 'inForce', 'kept', 'lastRead', 'seenAt', 'turn'], localStorage: ['card', 'questions', 'timer'].map((name) => `handleaf ${base} ${name}`) };

/** The languages whose pages are opened, all of them, and those in which everything is pressed: one in each direction. */
const spoken = languageTags.filter((tag) => edition.languages === 'all' || (edition.languages as readonly string[]).includes(tag));
const pressedIn = /^(?:en\/|ar\/|nowhere\/|$)/;

forEachEngine((engine) => {
  describe('a reader who opens every page and presses everything', () => {
    let site: Site;
    let tab: Tab;
    let elsewhere: Server;
    let callsElsewhere = 0;
    let addresses: Set<string>;
    const policyTroubles = () => tab.problems.filter(({ kind }) => kind === 'policy');

    beforeAll(async () => {
      site = await serveLeaflet({ base });
      addresses = new Set(filesIn(await builtSite({ base })).map((path) => base + path.replace(/(^|\/)index\.html$/, '$1')));
      elsewhere = createServer((_, response) => void (callsElsewhere++, response.writeHead(200, { 'access-control-allow-origin': '*' }).end())).listen(0, '127.0.0.1');
      await once(elsewhere, 'listening');
      tab = await engine.open({ languages: ['en-GB'] });
    });
    afterAll(async () => {
      await tab.close();
      await site.stop();
      elsewhere.close();
    });

    test('has nothing of theirs stored for reading alone', async () => {
      await tab.goto(`${site.url}en/`);
      await untilOffline(tab, 'ready', 60_000);
      expect(await tab.evaluate(storedHere)).toMatchObject({ cookie: '', localStorage: [], sessionStorage: [], databases: [] });
    });

    test('sends nothing but requests for files of the site, to nobody but its host', async () => {
      let pressed = 0;
      const pages = [...addresses].flatMap((address) => (address.endsWith('/') ? [address.slice(base.length)] : []));
      expect(pages).toEqual(expect.arrayContaining(spoken.flatMap((tag) => pagesOf(edition).map((page) => pathOf(tag, page)))));
      for (const path of ['nowhere/', ...pages]) {
        await tab.goto(site.url + path);
        await tab.waitFor('document.readyState === "complete"', { what: `the page ${path}` });
        if (pressedIn.test(path)) pressed += await tab.evaluate(pressEverything, secret);
        const at = await tab.evaluate(() => ({ search: location.search, whole: location.href, asked: performance.getEntriesByType('resource').map(({ name }) => new URL(name, location.href).origin) }));
        expect([path, at.search, at.whole.includes(secret), [...new Set(at.asked)].filter((origin) => origin !== new URL(site.url).origin)]).toEqual([path, '', false, []]);
      }
      expect(pressed).toBeGreaterThan(15);
      expect(policyTroubles()).toEqual([]);
      const odd = site.requests.filter(({ method, path, query, bodyBytes, headers }) => {
        const known = addresses.has(path) || path === `${base}nowhere/` || path === '/favicon.ico';
        // WebKit says of the worker's own requests that the host, or the worker, is asking: never which page.
        const from = headers.referer === undefined ? '' : new URL(headers.referer).pathname;
        return method !== 'GET' || !known || query !== '' || bodyBytes > 0 || headers.cookie !== undefined || !['', '/', `${base}sw.js`].includes(from) || JSON.stringify(headers).includes(secret);
      });
      expect(odd).toEqual([]);
      expect(site.requests.length).toBeGreaterThan(5);
    }, 400_000);

    test('has on the phone the leaflet, and what they picked, and nothing else', async () => {
      const { cookie, localStorage, sessionStorage, databases, files, record } = await tab.evaluate(storedHere);
      expect({ cookie, sessionStorage, databases }).toEqual({ cookie: '', sessionStorage: [], databases: [] });
      expect(localStorage.map(([key]) => key).filter((key) => !allowed.localStorage.includes(key ?? ''))).toEqual([]);
      // What is typed is where it was put, and nowhere else.
      expect(localStorage.filter(([key, value]) => value?.includes(secret) && key !== `handleaf ${base} card`)).toEqual([]);
      expect(files.filter((path) => !addresses.has(path))).toEqual([]);
      expect(Object.keys(record).filter((key) => !allowed.record.includes(key))).toEqual([]);
      expect(JSON.stringify(record)).not.toContain(secret);
      expect(files).toContainEqual(expect.stringMatching(/^\/cpo\/packs\/en\./));
    });

    test('is under the same policy with the network gone', async () => {
      await site.stop();
      await tab.goto(`${site.url}en/hand-washing/`);
      await tab.evaluate(pressEverything, secret);
      expect(policyTroubles()).toEqual([]);
      expect(await tab.evaluate(tries, `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`)).toEqual({ fetch: 'refused', html: 'refused', picture: 'refused', script: 'refused' });
      // What was tried is seen by this test, and get nowhere.
      expect(policyTroubles().length).toBeGreaterThan(1);
      expect(callsElsewhere).toBe(0);
    });

    test('has nothing left after "Remove everything"', async () => {
      await site.start();
      await tab.goto(`${site.url}en/saved/`);
      await tab.waitFor('!!document.querySelector("main .kept")', { what: 'what is on this phone' });
      const press = (which: string) => {
        const sections = document.querySelectorAll<HTMLElement>('main section');
        sections[sections.length - 1]?.querySelector<HTMLElement>(which)?.click();
      };
      await tab.evaluate(press, 'button');
      await tab.waitFor('!!document.querySelector("button.warn")', { what: 'the second question' });
      await tab.evaluate(press, 'button.warn');
      await tab.waitFor('!document.querySelector("main .kept")', { what: 'everything to be removed' });
      expect(await tab.evaluate(storedHere)).toEqual({ cookie: '', localStorage: [], sessionStorage: [], databases: [], files: [], record: {} });
    });
  });
});

/** What somebody might try who got a line of script into a page: each is refused, or says which was not. */
async function tries(elsewhere: string): Promise<Record<string, string>> {
  const outcome = async (attempt: () => unknown) => {
    try {
      await attempt();
      return 'allowed';
    } catch {
      return 'refused';
    }
  };
  const script = document.createElement('script');
  script.setAttribute('data-tried', '');
  return {
    fetch: await outcome(() => fetch(elsewhere, { mode: 'no-cors' })),
    html: await outcome(() => (document.createElement('p').innerHTML = '<b>x</b>')),
    picture: await outcome(() => new Promise((resolve, reject) => Object.assign(new Image(), { onload: resolve, onerror: reject, src: `${elsewhere}seen.png` }))),
    script: await outcome(() => ((script.text = 'document.title = "x"'), document.head.append(script))),
  };
}
