import { describe, expect, test } from 'vitest';
import { forEachEngine } from './engines/for-each-engine.ts';
import { leaflet, readerOf, shown, storedKeys, untilOffline } from './offline-reader.ts';

forEachEngine((engine) => {
  describe('with the server stopped', () => {
    test('an Arabic reader has every page in Arabic and in English, and is told so for the rest', async () => {
      const { tab, server, open } = await readerOf(engine);
      await open('ar/');
      await untilOffline(tab, 'ready');
      expect(await tab.text('[data-offline-note]')).toBe('Saved on this phone');
      await server.stop();
      await open('elsewhere.txt');
      expect(await shown(tab)).toMatchObject(leaflet('ar', 'not-kept'));

      for (const [path, lang, page] of [
        ['ar/', 'ar', 'home'],
        ['ar/card/', 'ar', 'card'],
        ['en/', 'en', 'home'],
        ['en/card/?src=qr&gclid=1#now', 'en', 'card'],
        ['ar/card', 'ar', 'card'],
        ['AR//card/', 'ar', 'card'],
        ['ar/card/index.html', 'ar', 'card'],
        ['zh-Hans/card/', 'ar', 'not-kept'],
        ['ZH-hans', 'ar', 'not-kept'],
        ['en/no-such-page/', 'en', 'not-kept'],
        ['ar/%E0%A4%A/', 'ar', 'not-kept'],
        ['elsewhere.txt', 'ar', 'not-kept'],
      ] as const) {
        // The language read last is Arabic again before each address that names none.
        if (page === 'not-kept') await open('ar/');
        await open(path);
        expect(await shown(tab), path).toMatchObject(leaflet(lang, page));
      }
      await open('');
      expect(await shown(tab)).toMatchObject({ words: 'list with words of 1' });
      await open('ar/card');
      expect(await shown(tab)).toMatchObject({ path: '/ar/card/' });
      await open('ar/');
      await untilOffline(tab, 'ready');
      // Firefox reports the icon of a page that was left before it was drawn as a failure of the worker.
      const real = tab.problems.filter(({ kind, text }) => kind !== 'network' && !text.includes('Failed to load ‘’'));
      expect(real).toEqual([]);
    });

    test('an English reader was given English alone', async () => {
      const { tab, server, open } = await readerOf(engine);
      await open('en/card/');
      await untilOffline(tab, 'ready');
      const packs = (await storedKeys(tab)).filter((path) => path.startsWith('/packs/'));
      expect(packs).toEqual([expect.stringMatching(/^\/packs\/en\./)]);
      await server.stop();
      await open('ar/');
      expect(await shown(tab)).toMatchObject(leaflet('en', 'not-kept'));
    });

  });

  test('a page out of a pack is under the policy of the site: an inline script does not run and is reported', async () => {
    const { tab, server, open } = await readerOf(engine);
    await open('en/');
    await untilOffline(tab, 'ready');
    await server.stop();
    await open('en/card/');
    const reported = await tab.evaluate(
      () =>
        new Promise<string>((resolve) => {
          document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => resolve(effectiveDirective));
          const script = document.createElement('script');
          script.append('document.title = "ran"');
          document.head.append(script);
        }),
    );
    expect(reported).toMatch(/^(script-src|require-trusted-types-for)/);
    expect(await tab.evaluate('document.title')).toBe('en card');
  });

  test('nothing is asked of the server for a page that is kept', async () => {
    const { tab, server, open } = await readerOf(engine);
    await open('ar/');
    await untilOffline(tab, 'ready');
    server.forget();
    await open('ar/card/');
    expect(await shown(tab)).toMatchObject(leaflet('ar', 'card'));
    await untilOffline(tab, 'ready');
    expect(server.requests.map(({ path }) => path).filter((path) => path !== '/sw.js')).toEqual([]);
  });
});
