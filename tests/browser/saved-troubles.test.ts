import { describe, expect, test } from 'vitest';
import { languages } from '../../src/i18n/languages.ts';
import { on } from '../fixtures/faults.ts';
import { shown, spokenIn } from '../fixtures/locale-words.ts';
import { forEachEngine } from './engines/for-each-engine.ts';
import { untilOffline } from './offline-reader.ts';
import { before, named, readersIn, tap, troubled, untilSaid } from './saved-reader.ts';

forEachEngine((engine) => {
  describe('the page of what is kept', () => {
    const { readerAt } = readersIn(engine);

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

    test('keeps all languages that the newest release has, where it lacks one that the page still names', async () => {
      const { tab } = await readerAt('en/saved/', on(/^\/sw\.js$/, (response, { headers, body }) => void response.writeHead(200, headers).end(String(body).replace(/,pa:\{[^}]*\}/, ''))));
      await untilOffline(tab, 'ready', 60_000);
      await untilSaid(tab, named('en', 'saved:list.keep', 'fr'));
      expect(await tab.text('main')).not.toContain(spokenIn('pa').autonym);
      await tap(tab, shown('en', 'saved:list.keepAll'));
      await untilSaid(tab, shown('en', 'saved:list.done'));
      await tab.waitFor((button: string) => !document.querySelector('main')?.innerText.includes(button), { what: 'nothing more to keep' }, shown('en', 'saved:list.keepAll'));
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
  });
});
