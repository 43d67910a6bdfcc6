import { describe, expect, test } from 'vitest';
import { languages } from '../../src/i18n/languages.ts';
import { shown } from '../fixtures/locale-words.ts';
import { serveLeaflet } from '../fixtures/served-leaflet.ts';
import { forEachEngine } from './engines/for-each-engine.ts';
import { untilOffline } from './offline-reader.ts';
import { untilSaid } from './saved-reader.ts';

/** Only Firefox can be driven in a private window. */
forEachEngine((engine) => {
  describe('a private window', () => {
    test('says in each language that nothing is kept after it, and keeps the leaflet until then', { timeout: 120_000 }, async () => {
      const site = await serveLeaflet();
      const tab = await engine.open({ privately: true });
      try {
        await tab.goto(`${site.url}ar/saved/`);
        await untilOffline(tab, 'ready', 60_000);
        for (const { tag } of languages) {
          await tab.goto(`${site.url}${tag}/saved/`);
          await untilSaid(tab, shown(tag, 'saved:stay.body[2]'));
        }
        await site.stop();
        await tab.goto(`${site.url}ar/treatment/`);
        expect(await tab.text('h1')).toBe(shown('ar', 'treatment:heading'));
      } finally {
        await tab.close();
        await site.stop();
      }
    });
  });
}, ['firefox']);
