import { describe, expect, test } from 'vitest';
import { on, status } from '../fixtures/faults.ts';
import { shown } from '../fixtures/locale-words.ts';
import { browserNames } from './engines/engine.ts';
import { forEachEngine } from './engines/for-each-engine.ts';
import { storedKeys, untilOffline } from './offline-reader.ts';
import { before, named, readersIn, tap, untilFocusOn, untilSaid } from './saved-reader.ts';

forEachEngine((engine) => {
  describe('the page of what is kept', () => {
    const { readerAt, newTab } = readersIn(engine);

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

    test('says each time it is asked that a language cannot be given up while a page shows it', async () => {
      const { site, tab } = await readerAt('en/saved/');
      await untilOffline(tab, 'ready', 60_000);
      const other = await newTab();
      await other.goto(`${site.url}fr/`);
      await untilOffline(other, 'ready', 60_000);
      await tab.reload();
      const inUse = named('en', 'saved:list.inUse', 'fr');
      await tap(tab, named('en', 'saved:list.drop', 'fr'));
      await untilSaid(tab, inUse);
      await tab.evaluate(() => {
        const region = document.querySelector('.kept [role=status]');
        const said: (string | null)[] = [];
        Object.assign(window, { said });
        new MutationObserver(() => said.push(region?.textContent ?? '')).observe(region ?? document, { childList: true, characterData: true, subtree: true });
      });
      await tap(tab, named('en', 'saved:list.drop', 'fr'));
      await tab.waitFor('window.said.length > 1', { what: 'it to be said again' });
      expect(await tab.evaluate<string[]>('window.said.map((words) => words.replace(/\\s+/g, " "))')).toEqual(['', inUse]);
      await other.close();
    });

    test('does not say that all is removed where the browser forbids to look', async () => {
      const denied = "Object.defineProperty(window, 'caches', { get() { throw new DOMException('Denied', 'SecurityError'); } });\n";
      const { tab } = await readerAt('en/saved/', before(/^\/assets\/app\./, denied));
      await untilSaid(tab, shown('en', 'saved:unsupported'));
      for (const button of ['button', 'sure']) await tap(tab, shown('en', `saved:clear.${button}`));
      await untilSaid(tab, shown('en', 'saved:noAnswer'));
      expect(await tab.text('main')).not.toContain(shown('en', 'saved:clear.done'));
    });

    test('what was removed is brought back by no page that is still open, and they say so', async () => {
      const { site, tab } = await readerAt('en/saved/');
      await untilOffline(tab, 'ready', 60_000);
      const other = await newTab();
      await other.goto(`${site.url}ar/`);
      await untilOffline(other, 'ready', 60_000);
      await tap(tab, shown('en', 'saved:clear.button'));
      await tab.waitFor((wanted: string) => document.activeElement?.textContent === wanted, { what: 'the focus to stay' }, shown('en', 'saved:clear.cancel'));
      expect(await tab.evaluate('document.activeElement.closest("[role=group]").ariaLabel')).toBe(shown('en', 'saved:clear.heading'));
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
  });
}, browserNames);
