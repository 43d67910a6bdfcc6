import { describe, expect, test } from 'vitest';
import { serveLeaflet } from '../fixtures/served-leaflet.ts';
import { forEachEngine } from './engines/for-each-engine.ts';
import { untilOffline } from './offline-reader.ts';

forEachEngine((engine) => {
  describe('a first visit', () => {
    test.each([
      ['pa/hand-washing/?src=qr#timer', ['difference-pa-hand-washing', 'rest-hand-washing']],
      ['en/home-hygiene/', ['rest-en-home-hygiene']],
    ])('to %s brings no pack whole, and keeps English and the language of the page', async (path, parts) => {
      const site = await serveLeaflet();
      const tab = await engine.open();
      try {
        await tab.goto(site.url + path);
        await untilOffline(tab, 'ready');
        const asked = site.requests.map((request) => request.path.replace(/^\//, ''));
        expect(asked.filter((file) => file.startsWith('packs/en.') || file.startsWith('packs/pa.'))).toEqual([]);
        expect(asked.flatMap((file) => /^assets\/((?:difference|rest)-.*)\.\w{8}\.\w+$/.exec(file)?.[1] ?? []).sort()).toEqual(parts);
      } finally {
        await tab.close();
        await site.stop();
      }
    });
  });
});
