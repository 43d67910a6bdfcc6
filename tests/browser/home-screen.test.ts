import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { languages } from '../../src/i18n/languages.ts';
import { filesIn, readBuilt } from '../fixtures/built-files.ts';
import { builtSite } from '../fixtures/built-site.ts';
import { shown } from '../fixtures/locale-words.ts';
import { serveLeaflet } from '../fixtures/served-leaflet.ts';
import type { Site } from '../fixtures/site-server.ts';
import { forEachEngine } from './engines/for-each-engine.ts';
import { untilOffline } from './offline-reader.ts';

interface Manifest {
  readonly start_url: string;
  readonly shortcuts: readonly { url: string }[];
}

/** A heading may be drawn in lines, which some engines tell and others do not. */
const withoutSpaces = (text: string) => text.replace(/\s/g, '');

/** What is started from a home screen has, on some phones, a storage of its own: nothing that the reader did in the browser is known there. */
forEachEngine((engine) => {
  describe('a phone on which nothing is stored', () => {
    let site: Site;
    beforeAll(async () => {
      site = await serveLeaflet();
    });
    afterAll(() => site.stop());

    test.each(languages)('starts $tag from the home screen, keeps it, and starts again without network', async ({ tag, dir }) => {
      const folder = await builtSite();
      const file = filesIn(folder).find((path) => path.startsWith(join('assets', `manifest-${tag}.`)) && path.endsWith('.webmanifest')) ?? '';
      const { start_url: start, shortcuts } = JSON.parse(readBuilt(folder, file)) as Manifest;
      const tab = await engine.open();
      const expectShown = async (heading: string) => {
        expect(await tab.evaluate('[document.documentElement.lang, document.documentElement.dir]')).toEqual([tag, dir]);
        expect(withoutSpaces(await tab.text('h1'))).toBe(withoutSpaces(shown(tag, heading)));
      };
      try {
        await tab.goto(new URL(start, site.url).href);
        await expectShown('home:heading');
        await untilOffline(tab, 'ready', 60_000);
        await site.stop();
        await tab.goto(new URL(start, site.url).href);
        await expectShown('home:heading');
        for (const { url } of shortcuts) {
          await tab.goto(new URL(url, site.url).href);
          await expectShown('hand-washing:heading');
        }
      } finally {
        await site.start();
        await tab.close();
      }
    });
  });
});
