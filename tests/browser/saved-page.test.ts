import { describe, expect, test } from 'vitest';
import { languages } from '../../src/i18n/languages.ts';
import { dayInWords } from '../../src/parts/day.ts';
import { on } from '../fixtures/faults.ts';
import { shown, spokenIn } from '../fixtures/locale-words.ts';
import { browserNames } from './engines/engine.ts';
import { forEachEngine } from './engines/for-each-engine.ts';
import { storedKeys, untilOffline } from './offline-reader.ts';
import { before, named, readersIn, tap, untilFocusOn, untilSaid, withoutWorkers } from './saved-reader.ts';

forEachEngine((engine) => {
  describe('the page of what is kept', () => {
    const { readerAt, newTab } = readersIn(engine);

    test('keeps a language, checks every page of it, and gives it up when no page shows it', async () => {
      const { site, tab } = await readerAt('en/saved/');
      await untilOffline(tab, 'ready', 60_000);
      await tap(tab, named('en', 'saved:list.keep', 'fr'));
      await untilSaid(tab, shown('en', 'saved:list.done'));
      await tap(tab, shown('en', 'saved:list.check'));
      await untilSaid(tab, shown('en', 'saved:list.done'));
      await untilSaid(tab, shown('en', 'saved:list.checked').replace('X', dayInWords(Date.now(), 'en')));
      const other = await newTab();
      await other.goto(`${site.url}fr/`);
      await untilOffline(other, 'ready', 60_000);
      await tap(tab, named('en', 'saved:list.drop', 'fr'));
      await untilSaid(tab, shown('en', 'saved:list.inUse').replace('X', spokenIn('fr').autonym));
      await other.close();
      await tap(tab, named('en', 'saved:list.drop', 'fr'));
      await tab.waitFor((wanted: string) => [...document.querySelectorAll('button')].some(({ textContent }) => textContent === wanted), { what: 'French to be gone' }, named('en', 'saved:list.keep', 'fr'));
    });

    test('shows what another page has kept meanwhile, once it is looked at again', async () => {
      const { site, tab } = await readerAt('en/saved/');
      await untilOffline(tab, 'ready', 60_000);
      await untilSaid(tab, named('en', 'saved:list.keep', 'fr'));
      const other = await newTab();
      await other.goto(`${site.url}fr/`);
      await untilOffline(other, 'ready', 60_000);
      await other.close();
      await tab.evaluate('void document.dispatchEvent(new Event("visibilitychange"))');
      await untilSaid(tab, named('en', 'saved:list.drop', 'fr'));
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

    test('a page that comes from the phone says that it is kept, and whatever comes later is said aloud', async () => {
      const { site, tab } = await readerAt('en/');
      await untilOffline(tab, 'ready', 60_000);
      await tab.goto(`${site.url}en/treatment/`);
      await untilOffline(tab, 'ready', 60_000);
      expect(await tab.text('[data-offline-note]')).toBe(shown('en', 'ui:offline.ready'));
      await tab.waitFor('document.querySelector("[data-offline-note]").getAttribute("role") === "status"', { what: 'a live region' });
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
}, browserNames);
