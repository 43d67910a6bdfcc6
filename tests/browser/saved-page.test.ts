import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { languages } from '../../src/i18n/languages.ts';
import { dayInWords } from '../../src/parts/day.ts';
import { on, status, type Fault } from '../fixtures/faults.ts';
import { shown, spokenIn } from '../fixtures/locale-words.ts';
import { serveLeaflet } from '../fixtures/served-leaflet.ts';
import type { Site } from '../fixtures/site-server.ts';
import type { Tab } from './engines/engine.ts';
import { forEachEngine } from './engines/for-each-engine.ts';
import { storedKeys, untilOffline } from './offline-reader.ts';

/** A worker whose phone has no room left, or lets nothing be removed, once a page says so. */
const troubled = `let trouble;
addEventListener('message', ({ data }) => { if (typeof data === 'string') trouble = data; });
const { put, delete: remove } = Cache.prototype;
Cache.prototype.put = function (...content) {
  return trouble === 'full' ? Promise.reject(new DOMException('No room', 'QuotaExceededError')) : put.apply(this, content);
};
Cache.prototype.delete = function (...content) {
  return trouble === 'stuck' ? Promise.reject(new DOMException('Not now', 'InvalidStateError')) : remove.apply(this, content);
};\n`;
const withoutWorkers = "Object.defineProperty(navigator, 'serviceWorker', { value: undefined });\n";

/** Puts code of the test before the code of a file: inside the block that a worker is. */
const before = (path: RegExp, code: string): Fault =>
  on(path, (response, { headers, body }) => {
    const text = String(body);
    response.writeHead(200, headers).end(text.startsWith('{') ? `{${code}${text.slice(1)}` : code + text);
  });

const named = (tag: string, key: string, language: string) => shown(tag, key).replace('X', spokenIn(language).autonym);

/** The button that was pressed has gone: a keyboard goes on from what was said. */
const untilFocusOn = (tab: Tab, words: string) =>
  tab.waitFor((wanted: string) => document.activeElement?.textContent?.trim() === wanted, { what: 'the focus to be where it is said' }, words);

forEachEngine((engine) => {
  describe('the page of what is kept', () => {
    let home: Tab;
    const readers: { site: Site; tab: Tab }[] = [];

    beforeAll(async () => {
      home = await engine.open();
    });
    afterAll(async () => {
      for (const { site, tab } of readers) {
        await site.stop();
        await tab.close();
      }
      await home.close();
    });

    async function readerAt(path: string, fault?: Fault) {
      const site = await serveLeaflet();
      site.setFault(fault);
      const tab = await home.newTab();
      readers.push({ site, tab });
      await tab.goto(site.url + path);
      return { site, tab };
    }
    const tap = (tab: Tab, words: string) =>
      tab.waitFor(
        (wanted: string) => {
          const found = [...document.querySelectorAll('button')].find(({ textContent, ariaDisabled }) => textContent?.replace(/\s+/g, ' ') === wanted && ariaDisabled !== 'true');
          found?.click();
          return !!found;
        },
        { what: `the button "${words}"` },
        words,
      );
    const untilSaid = (tab: Tab, words: string) =>
      tab.waitFor((wanted: string) => document.querySelector('main')?.innerText.replace(/\s+/g, ' ').includes(wanted), { what: `"${words}"` }, words);

    test('keeps a language, checks every page of it, and gives it up when no page shows it', async () => {
      const { site, tab } = await readerAt('en/saved/');
      await untilOffline(tab, 'ready', 60_000);
      await tap(tab, named('en', 'saved:list.keep', 'fr'));
      await untilSaid(tab, shown('en', 'saved:list.done'));
      await tap(tab, shown('en', 'saved:list.check'));
      await untilSaid(tab, shown('en', 'saved:list.done'));
      await untilSaid(tab, shown('en', 'saved:list.checked').replace('X', dayInWords(Date.now(), 'en')));
      const other = await home.newTab();
      await other.goto(`${site.url}fr/`);
      await untilOffline(other, 'ready', 60_000);
      await tap(tab, named('en', 'saved:list.drop', 'fr'));
      await untilSaid(tab, shown('en', 'saved:list.inUse').replace('X', spokenIn('fr').autonym));
      await other.close();
      await tap(tab, named('en', 'saved:list.drop', 'fr'));
      await tab.waitFor((wanted: string) => [...document.querySelectorAll('button')].some(({ textContent }) => textContent === wanted), { what: 'French to be gone' }, named('en', 'saved:list.keep', 'fr'));
    });

    test('says in each language that there is not enough space, and what was kept stays', async () => {
      const { site, tab } = await readerAt('en/saved/', before(/^\/sw\.js$/, troubled));
      await untilOffline(tab, 'ready', 60_000);
      await tab.goto(`${site.url}en/`);
      await untilOffline(tab, 'ready', 60_000);
      await tab.evaluate('navigator.serviceWorker.controller.postMessage("full")');
      for (const { tag } of languages) {
        await tab.goto(`${site.url}${tag}/saved/`);
        // Nothing but English is there, and nothing more can come; the page itself is brought by the network.
        const other = tag === 'fr' ? 'ar' : 'fr';
        await tap(tab, named(tag, 'saved:list.keep', other));
        await tab.waitFor(
          (around: string[]) => new RegExp(around.join('\\d{3}')).test(document.querySelector('main')?.innerText.replace(/\s+/g, ' ') ?? ''),
          { what: 'what is lacking' },
          shown(tag, 'saved:list.full').split('X'),
        );
      }
      await site.stop();
      await tab.goto(`${site.url}en/home-hygiene/`);
      expect((await tab.text('h1')).replace(/\s+/g, ' ')).toBe(shown('en', 'home-hygiene:heading'));
    });

    test('tells in every language when it was checked, in words or in figures that people read', async () => {
      const { site, tab } = await readerAt('en/saved/');
      await untilOffline(tab, 'ready', 60_000);
      for (const { tag } of languages) {
        await tab.goto(`${site.url}${tag}/saved/`);
        const around = shown(tag, 'saved:list.checked').split('X');
        await tab.waitFor((words: string[]) => words.every((part) => document.querySelector('main')?.innerText.replace(/\s+/g, ' ').includes(part)), { what: around.join('…') }, around);
        expect([tag, await tab.text('main')]).toEqual([tag, expect.not.stringMatching(/M\d\d/)]);
      }
    });

    test('says no more that there is not enough space when there is', async () => {
      const { site, tab } = await readerAt('en/saved/', before(/^\/sw\.js$/, troubled));
      await untilOffline(tab, 'ready', 60_000);
      await tab.goto(`${site.url}en/saved/`);
      await untilOffline(tab, 'ready', 60_000);
      const [lacking = ''] = shown('en', 'saved:list.full').split('X');
      const shows = (text: string) => tab.waitFor((wanted: string) => document.querySelector('main')?.innerText.replace(/\s+/g, ' ').includes(wanted), { what: text }, text);
      await tab.evaluate('navigator.serviceWorker.controller.postMessage("full")');
      await tap(tab, named('en', 'saved:list.keep', 'fr'));
      await shows(lacking);
      await tab.evaluate('navigator.serviceWorker.controller.postMessage("room")');
      await tap(tab, named('en', 'saved:list.keep', 'fr'));
      await shows(shown('en', 'saved:list.done'));
      await tap(tab, named('en', 'saved:list.drop', 'fr'));
      await tab.waitFor((wanted: string) => [...document.querySelectorAll('button')].some(({ textContent }) => textContent === wanted), { what: 'French to be gone' }, named('en', 'saved:list.keep', 'fr'));
      expect(await tab.text('main')).not.toContain(lacking);
    });

    test('says that it has mended what the phone had lost, whatever it was, and it is there again', async () => {
      const { tab } = await readerAt('en/saved/');
      await untilOffline(tab, 'ready', 60_000);
      await untilSaid(tab, shown('en', 'saved:list.check'));
      const all = await storedKeys(tab);
      for (const lost of [/\/packs\/en\./, /\/assets\/icon\./]) {
        await tab.evaluate(async (pattern: string) => {
          for (const name of await caches.keys()) {
            const store = await caches.open(name);
            for (const request of await store.keys()) if (new RegExp(pattern).test(request.url)) await store.delete(request);
          }
        }, lost.source);
        expect((await storedKeys(tab)).filter((path) => lost.test(path))).toEqual([]);
        await tap(tab, shown('en', 'saved:list.check'));
        await untilSaid(tab, shown('en', 'saved:list.mended'));
        // The pages of staff may have come meanwhile.
        expect(await storedKeys(tab)).toEqual(expect.arrayContaining(all));
      }
    });

    test('says that a language could not be removed, and it is still there', async () => {
      const { site, tab } = await readerAt('en/saved/', before(/^\/sw\.js$/, troubled));
      await untilOffline(tab, 'ready', 60_000);
      await tap(tab, named('en', 'saved:list.keep', 'fr'));
      await untilSaid(tab, shown('en', 'saved:list.done'));
      await tab.goto(`${site.url}en/saved/`);
      await untilOffline(tab, 'ready', 60_000);
      await tab.evaluate('navigator.serviceWorker.controller.postMessage("stuck")');
      await tap(tab, named('en', 'saved:list.drop', 'fr'));
      await untilSaid(tab, shown('en', 'saved:list.failed'));
      await site.stop();
      await tab.goto(`${site.url}fr/treatment/`);
      expect((await tab.text('h1')).replace(/\s+/g, ' ')).toBe(shown('fr', 'treatment:heading'));
    });

    test('removes what came of a first visit that failed, and does not begin again', async () => {
      const { site, tab } = await readerAt('ar/saved/', on(/(packs\/|difference-)ar/, status(404)));
      await untilOffline(tab, 'failed');
      await untilSaid(tab, shown('ar', 'saved:list.failed'));
      // WebKit drops what a worker has stored whose first install fails.
      if (engine.name !== 'webkit') expect(await storedKeys(tab)).toEqual(expect.arrayContaining([expect.stringMatching(/^\/packs\/en\./)]));
      site.setFault(undefined);
      for (const button of ['button', 'sure']) await tap(tab, shown('ar', `saved:clear.${button}`));
      await untilSaid(tab, shown('ar', 'saved:clear.done'));
      await tab.evaluate(() => {
        for (const event of ['pageshow', 'online']) dispatchEvent(new Event(event));
      });
      await tab.evaluate('fetch("/robots.txt").then((answer) => answer.text())');
      expect(await tab.evaluate(async () => [await caches.keys(), (await navigator.serviceWorker.getRegistrations()).length])).toEqual([[], 0]);
      expect((await tab.text('main')).replace(/\s+/g, ' ')).toContain(shown('ar', 'saved:clear.done'));
    });

    test('how far a language has come is seen, also where only its difference is fetched', async () => {
      let goOn = () => {};
      const { site, tab } = await readerAt('en/saved/');
      await untilOffline(tab, 'ready', 60_000);
      site.setFault(
        on(/difference-fr/, (response, { headers, body }) => {
          response.writeHead(200, headers).write(body.subarray(0, body.length / 2));
          goOn = () => void response.end(body.subarray(body.length / 2));
        }),
      );
      await tap(tab, named('en', 'saved:list.keep', 'fr'));
      const part = () => document.querySelector('progress')?.value ?? 0;
      await tab.waitFor(part, { what: 'the bar to move' });
      expect(await tab.evaluate(part)).toBeLessThan(1);
      goOn();
      await untilSaid(tab, shown('en', 'saved:list.done'));
    });

    test('the offer of the browser to install is kept until there is a place for it', async () => {
      // When somebody listens, and there is no place yet.
      const offer = `const listen = window.addEventListener;
window.addEventListener = (type, ...rest) => {
  listen.call(window, type, ...rest);
  if (type !== 'beforeinstallprompt' || document.querySelector('[data-island=saved] h2')) return;
  window.addEventListener = listen;
  dispatchEvent(Object.assign(new Event(type, { cancelable: true }), { prompt: async () => {}, userChoice: Promise.resolve({ outcome: 'accepted' }) }));
};\n`;
      const { tab } = await readerAt('en/saved/', before(/^\/assets\/app\./, offer + withoutWorkers));
      await tap(tab, shown('en', 'saved:homeScreen.install'));
      await untilFocusOn(tab, shown('en', 'saved:homeScreen.installed'));
    });

    test('what was removed is brought back by no page that is still open, and they say so', async () => {
      const { site, tab } = await readerAt('en/saved/');
      await untilOffline(tab, 'ready', 60_000);
      const other = await home.newTab();
      await other.goto(`${site.url}ar/`);
      await untilOffline(other, 'ready', 60_000);
      await tap(tab, shown('en', 'saved:clear.button'));
      await tab.waitFor((wanted: string) => document.activeElement?.textContent === wanted, { what: 'the focus to stay' }, shown('en', 'saved:clear.cancel'));
      await tap(tab, shown('en', 'saved:clear.sure'));
      await untilFocusOn(tab, shown('en', 'saved:clear.done'));
      for (const open of [tab, other]) {
        await open.waitFor('!("offline" in document.documentElement.dataset)', { what: 'nothing to be said to be kept' });
        // Back after a while.
        await open.evaluate(() => {
          performance.now = () => 1e9;
          for (const event of ['pageshow', 'online']) dispatchEvent(new Event(event));
        });
      }
      // Whatever a page did then has been done when this one has been opened.
      await other.goto(`${site.url}robots.txt`);
      await other.evaluate('fetch("/robots.txt").then((answer) => answer.text())');
      expect(await other.evaluate(async () => [await caches.keys(), (await navigator.serviceWorker.getRegistrations()).length])).toEqual([[], 0]);
      expect((await tab.text('main')).replace(/\s+/g, ' ')).toContain(shown('en', 'saved:clear.done'));
      await other.close();
    });

    test('a page that comes from the phone does not have it said aloud that it is kept', async () => {
      const { site, tab } = await readerAt('en/');
      await untilOffline(tab, 'ready', 60_000);
      const note = () => tab.evaluate(() => {
        const found = document.querySelector('[data-offline-note]');
        return [found?.textContent ?? '', found?.getAttribute('role') ?? null];
      });
      expect(await note()).toEqual([shown('en', 'ui:offline.ready'), 'status']);
      await tab.goto(`${site.url}en/treatment/`);
      await untilOffline(tab, 'ready', 60_000);
      expect(await note()).toEqual([shown('en', 'ui:offline.ready'), null]);
    });

    test.each([
      ['is just being installed', /^\/(packs|assets)\//],
      ['is still being fetched', /^\/sw\.js/],
    ])('removes everything, and a newer version that %s does not bring it back', async (_, slow) => {
      const { site, tab } = await readerAt('en/saved/');
      await untilOffline(tab, 'ready', 60_000);
      await tab.goto(`${site.url}en/saved/`);
      await untilOffline(tab, 'ready', 60_000);
      const held: (() => void)[] = [];
      // Another worker, which needs a pack that is no longer there. What it makes it of has another name, so that no cache has it.
      site.setFault(({ path }) => (response, { status, headers, body }) => {
        const answer = () => void response.writeHead(status, headers).end(path === '/sw.js' ? String(body).replaceAll('assets/rest-', 'assets/another-') : body);
        if (slow.test(path)) held.push(answer);
        else answer();
      });
      await untilSaid(tab, shown('en', 'saved:clear.button'));
      await tab.evaluate(async () => {
        for (const name of await caches.keys()) {
          const store = await caches.open(name);
          for (const request of await store.keys()) if (request.url.includes('/packs/')) await store.delete(request);
        }
        void (await navigator.serviceWorker.getRegistration())?.update();
      });
      await expect.poll(() => held.length, { timeout: 10_000 }).toBeGreaterThan(0);
      await tap(tab, shown('en', 'saved:clear.button'));
      await tap(tab, shown('en', 'saved:clear.sure'));
      await untilSaid(tab, shown('en', 'saved:clear.done'));
      for (const answer of held) answer();
      await tab.goto(`${site.url}robots.txt`);
      const left = () => tab.evaluate(async () => [await caches.keys(), (await navigator.serviceWorker.getRegistrations()).length]);
      await expect.poll(left, { timeout: 10_000 }).toEqual([[], 0]);
    });

    test('in a browser that can keep nothing says so and how to open it in one that can, and the timer runs', async () => {
      const { site, tab } = await readerAt('ar/saved/', before(/^\/assets\/app\./, withoutWorkers));
      await untilSaid(tab, shown('ar', 'saved:unsupported'));
      await tab.evaluate('localStorage.setItem("handleaf / card", "{}")');
      for (const button of ['button', 'sure']) await tap(tab, shown('ar', `saved:clear.${button}`));
      await untilSaid(tab, shown('ar', 'saved:clear.done'));
      expect(await tab.evaluate('localStorage.length')).toBe(0);
      await tab.goto(`${site.url}ar/saved/`);
      await untilSaid(tab, shown('ar', 'saved:unsupported'));
      for (const part of ['heading', 'menu', 'open', 'copy']) await untilSaid(tab, shown('ar', `saved:homeScreen.browser.${part}`));
      await tab.goto(`${site.url}ar/hand-washing/`);
      await untilOffline(tab, 'unsupported');
      await tap(tab, shown('ar', 'ui:timer.start'));
      await tab.waitFor('document.querySelector("[data-phase]").dataset.phase !== "idle"', { what: 'the timer to run' });
    });

    // Firefox asks the reader, and a driven one has nobody to answer.
    if (engine.name !== 'firefox') test('asks the phone to keep it, and tells the answer', async () => {
      const { tab } = await readerAt('fr/saved/');
      await untilOffline(tab, 'ready', 60_000);
      await untilSaid(tab, shown('fr', 'saved:stay.heading'));
      // Where there is no way to ask, nothing is offered.
      if (!(await tab.evaluate('!!navigator.storage'))) return expect(await tab.text('main')).not.toContain(shown('fr', 'saved:stay.ask'));
      if (await tab.evaluate('navigator.storage.persisted()')) return untilSaid(tab, shown('fr', 'saved:stay.granted'));
      await tap(tab, shown('fr', 'saved:stay.ask'));
      if (await tab.evaluate<boolean>('navigator.storage.persist()')) await untilFocusOn(tab, shown('fr', 'saved:stay.granted'));
      else await untilSaid(tab, shown('fr', 'saved:stay.refused'));
    });
  });
});
