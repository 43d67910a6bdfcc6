import { describe, expect, test } from 'vitest';
import { shown } from '../fixtures/locale-words.ts';
import { serveLeaflet } from '../fixtures/served-leaflet.ts';
import { forEachEngine } from './engines/for-each-engine.ts';
import { before } from './saved-reader.ts';

/** A browser that can send, and refuses by `window.refusal`; what is copied and saved instead is noted. */
const refusing = `Object.assign(window, { refusal: '', copied: [], saved: [], asked: 0 });
Object.defineProperty(navigator, 'share', { value: async () => { asked += 1; throw new DOMException('', refusal); } });
Object.defineProperty(navigator, 'canShare', { value: () => true });
Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (text) => void copied.push(text) } });
HTMLAnchorElement.prototype.click = function () { saved.push(this.download); };\n`;

forEachEngine((engine) => {
  describe('a browser that refuses to send', () => {
    test('copies the link and saves the file instead, unless it was the reader who refused', async () => {
      const site = await serveLeaflet();
      site.setFault(before(/^\/assets\/staff\.\w+\.js$/, refusing));
      const tab = await engine.open();
      const press = (does: string, refusal: string) => tab.evaluate(([act, why]) => {
        Object.assign(window, { refusal: why });
        document.querySelector<HTMLElement>(`[data-act=${act}]`)?.click();
      }, [does, refusal]);
      try {
        await tab.goto(`${site.url}ar/share/`);
        await tab.waitFor('!document.querySelector("[data-act=send]").hidden', { what: 'the way to send' });
        await press('send', 'AbortError');
        await press('send-file', 'AbortError');
        await tab.waitFor('asked === 2', { what: 'both to be refused' });
        await press('send', 'NotAllowedError');
        await press('send-file', 'NotAllowedError');
        await tab.waitFor('copied.length && saved.length', { what: 'something to be done instead' });
        expect(await tab.evaluate('[copied, saved]')).toEqual([[`${site.url}ar/`], ['leaflet-ar.html']]);
        await press('send', 'NotAllowedError');
        await tab.waitFor((text) => document.querySelector('[data-said=code]')?.textContent === text, { what: 'the page to say so' }, shown('ar', 'share:copied'));
      } finally {
        await tab.close();
        await site.stop();
      }
    });
  });
});
