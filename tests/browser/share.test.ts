import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { languageTags } from '../../src/i18n/languages.ts';
import { oneFile } from '../../src/site/one-file.ts';
import { filesIn, readBuilt } from '../fixtures/built-files.ts';
import { builtSite } from '../fixtures/built-site.ts';
import { serveLeaflet } from '../fixtures/served-leaflet.ts';
import { shown } from '../fixtures/locale-words.ts';
import { readCode, readPng, type Pixels } from '../fixtures/read-code.ts';
import type { Site } from '../fixtures/site-server.ts';
import { browserNames, type Tab } from './engines/engine.ts';
import { forEachEngine } from './engines/for-each-engine.ts';
import { untilOffline } from './offline-reader.ts';

const folder = mkdtempSync(join(tmpdir(), 'share-'));
const picture = join(folder, 'screen.png');
afterAll(() => rmSync(folder, { recursive: true }));

/** What the first code on the screen says that lies within an element. */
async function codeOnScreen(tab: Tab, within: string): Promise<string | undefined> {
  const place = `${within} .qr`;
  await tab.evaluate((code) => document.querySelector(code)?.scrollIntoView({ block: 'center' }), place);
  return readCode(tab.engine === 'webkit' ? await painted(tab, place) : await photographed(tab));
}

async function photographed(tab: Tab): Promise<Pixels> {
  await tab.screenshot(picture);
  return readPng(picture);
}

/** The code as the browser paints it on a canvas: without a graphics card WebKitGTK's own screenshots are black once anything has moved. */
async function painted(tab: Tab, place: string): Promise<Pixels> {
  const { shades, side } = await tab.evaluate((code) => {
    const svg = document.querySelector<SVGSVGElement>(code);
    if (!svg?.getClientRects().length) throw new Error(`no code to be seen at ${code}`);
    const scale = 4;
    const side = svg.viewBox.baseVal.width * scale;
    const canvas = Object.assign(document.createElement('canvas'), { width: side, height: side });
    const pen = canvas.getContext('2d');
    if (!pen) throw new Error('no canvas');
    pen.scale(scale, scale);
    for (const area of svg.querySelectorAll('path')) {
      pen.fillStyle = getComputedStyle(area).fill;
      pen.fill(new Path2D(area.getAttribute('d') ?? ''));
    }
    return { side, shades: [...pen.getImageData(0, 0, side, side).data].filter((_, at) => at % 4 === 0).map((shade) => (shade > 127 ? 1 : 0)).join('') };
  }, place);
  return { width: side, height: side, data: Uint8ClampedArray.from([...shades].flatMap((shade) => [255 * +shade, 255 * +shade, 255 * +shade, 255])) };
}

/** What the code on the screen says, and the letters beside it. */
async function seen(tab: Tab): Promise<{ code: string | undefined; letters: string }> {
  const letters = await tab.evaluate(() => document.querySelector('form [data-link]')?.textContent ?? '');
  return { code: await codeOnScreen(tab, 'form'), letters };
}

async function choose(tab: Tab, name: string, value: string): Promise<void> {
  const choice = `input[name="${name}"][value="${value}"]`;
  // WebKit's driver does not always scroll up to it.
  await tab.evaluate((selector) => document.querySelector(selector)?.scrollIntoView({ block: 'center' }), choice);
  await tab.click(choice);
}

forEachEngine((engine) => {
  describe('handing the leaflet on with the server stopped', () => {
    let site: Site;
    let tab: Tab;
    beforeAll(async () => {
      site = await serveLeaflet();
      tab = await engine.open({ viewport: { width: 390, height: 844 } });
      await tab.goto(`${site.url}ar/share/`);
      await untilOffline(tab, 'ready', 60_000);
      await site.stop();
      await tab.reload();
    });
    afterAll(async () => {
      await tab.close();
      await site.stop().catch(() => {});
    });

    test('the code of each language says what stands beside it, and that is its address', async () => {
      for (const tag of languageTags) {
        await choose(tab, 'tag', tag);
        expect(await seen(tab)).toEqual({ code: `${site.url}${tag}/`, letters: `${site.url}${tag}/` });
      }
      await choose(tab, 'opening', 'washing');
      expect((await seen(tab)).code).toBe(`${site.url}${languageTags.at(-1)}/hand-washing/`);
      await choose(tab, 'opening', 'family');
      expect((await seen(tab)).code).toBe(`${site.url}${languageTags.at(-1)}/family/`);
    });

    test('begins anew when a browser comes back to it: the next patient may read another language', async () => {
      await tab.reload();
      const first = (await seen(tab)).letters;
      await choose(tab, 'tag', 'zh-Hans');
      expect((await seen(tab)).letters).not.toBe(first);
      await tab.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
      expect((await seen(tab)).letters).toBe(first);
      await choose(tab, 'tag', 'ar');
    });

    test('keeps the choice that keys stand on in sight', async () => {
      await tab.setViewport(360, 640);
      await tab.evaluate(() => document.querySelector<HTMLElement>('input[name=tag]:checked')?.focus());
      await tab.evaluate(() => document.querySelector<HTMLElement>('input[name=opening]:checked')?.focus());
      await tab.press('ArrowDown');
      const { top, bottom, height } = await tab.evaluate(() => {
        const { top, bottom } = document.querySelector('input[name=opening]:checked')?.getBoundingClientRect() ?? new DOMRect(0, -1);
        return { top, bottom, height: innerHeight };
      });
      await tab.setViewport(390, 844);
      expect(top).toBeGreaterThanOrEqual(0);
      expect(bottom).toBeLessThanOrEqual(height);
    });

    test('is done by keyboard alone, up to the code that fills the screen and back', async () => {
      await tab.reload();
      await tab.evaluate(() => document.querySelector<HTMLElement>('input[name=tag]:checked')?.focus());
      // The last language is chosen, and WebKit does not go round.
      await tab.press('ArrowUp');
      const chosen = await tab.evaluate(() => document.querySelector<HTMLInputElement>('input[name=tag]:checked')?.value ?? '');
      expect(chosen).not.toBe('ar');
      expect((await seen(tab)).letters).toBe(`${site.url}${chosen}/`);
      await tab.evaluate(() => document.querySelector<HTMLElement>('[data-act=enlarge]')?.focus());
      await tab.press('Enter');
      await tab.waitFor(() => document.querySelector('dialog')?.open === true, { what: 'the code to fill the screen' });
      expect(await codeOnScreen(tab, 'dialog')).toBe(`${site.url}${chosen}/`);
      await tab.press('Escape');
      await tab.waitFor(() => document.querySelector('dialog')?.open === false, { what: 'the page to come back' });
    });

    test('a large code, what to do with it and the way back are all on the screen, for a link and for a text', async () => {
      await tab.reload();
      const outside: string[] = [];
      for (const [width, height] of [[360, 640], [844, 390]] as const) {
        await tab.setViewport(width, height);
        for (const tag of languageTags) {
          for (const opening of ['leaflet', 'facts']) {
            // A pointer in the page: WebKit's driver does not find its place again when the screen has changed its size.
            await tab.evaluate((presses) => presses.forEach((press) => document.querySelector<HTMLElement>(press)?.click()), [`[name=tag][value="${tag}"]`, `[name=opening][value=${opening}]`, 'button[data-qr]']);
            const seen = await tab.evaluate(() => {
              const within = (selector: string) => {
                const { left, top, right, bottom } = document.querySelector(selector)?.getBoundingClientRect() ?? new DOMRect(-1);
                return left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
              };
              const { width: across = 0, height: down = 0 } = document.querySelector('dialog .qr')?.getBoundingClientRect() ?? {};
              return { within: ['.qr', '[data-scan]', '[data-act=close]'].filter((part) => !within(`dialog ${part}`)), side: Math.min(across, down) };
            });
            if (seen.within.length > 0 || seen.side < 250) outside.push(`${width} ${tag} ${opening}: ${seen.within.join(' ')} ${seen.side}`);
            await tab.press('Escape');
            await tab.waitFor(() => document.querySelector('dialog')?.open === false, { what: 'the page to come back' });
          }
        }
      }
      await tab.setViewport(390, 844);
      expect(outside).toEqual([]);
    });

    test('what is copied and sent is called what it is: a link, or a text', async () => {
      const labels = () => tab.evaluate(() => document.querySelector<HTMLElement>('[data-act=copy]')?.innerText.trim() ?? '');
      await tab.reload();
      const link = await labels();
      expect(link.startsWith(shown('ar', 'share:copy'))).toBe(true);
      await choose(tab, 'opening', 'facts');
      expect((await labels()).startsWith(shown('ar', 'share:text.copy'))).toBe(true);
      await tab.evaluate(() => void Object.defineProperty(navigator, 'clipboard', { value: { writeText: async () => {} }, configurable: true }));
      await tab.click('[data-act=copy]');
      await tab.waitFor((text) => document.querySelector('[data-said=code]')?.textContent === text, { what: 'the text to be copied' }, shown('ar', 'share:text.copied'));
      await tab.evaluate(() => void Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true }));
      await tab.click('[data-act=copy]');
      await tab.waitFor((text) => document.querySelector('[data-said=code]')?.textContent === text, { what: 'the page to say that nothing was copied' }, shown('ar', 'share:text.notCopied'));
      await choose(tab, 'opening', 'leaflet');
      expect(await labels()).toBe(link);
    });

    test('a file that cannot be made says so where it was asked for, and the button names its language', async () => {
      await tab.reload();
      await choose(tab, 'tag', 'fr');
      expect(await tab.evaluate(() => [...document.querySelectorAll<HTMLElement>('[data-file-language]')].map(({ lang, textContent }) => [lang, textContent]))).toEqual([['fr', 'Français'], ['fr', 'Français']]);
      await tab.click('[data-act=file]');
      await tab.waitFor((text) => document.querySelector('[data-said=file]')?.textContent === text, { what: 'the page to say that it has no such file' }, shown('ar', 'share:file.failed'));
      const { top, bottom } = await tab.evaluate(() => JSON.parse(JSON.stringify(document.querySelector('[data-said=file]')?.getBoundingClientRect())) as DOMRect);
      expect(top).toBeGreaterThan(0);
      expect(bottom).toBeLessThanOrEqual(844);
    });

    test('the leaflet of a kept language becomes one file on the phone, the same as the build makes', async () => {
      const [all = '', about = ''] = await tab.evaluate(() => Promise.all(['all', 'about'].map(async (page) => (await fetch(`/ar/${page}/`)).text())));
      const folder = await builtSite();
      const [path = ''] = filesIn(folder).filter((name) => /^assets\/leaflet-ar\.\w+\.html$/.test(name));
      expect(oneFile(all, about, '')).toBe(readBuilt(folder, path));
    });

    test('forgets the choice when the page is opened again', async () => {
      await choose(tab, 'tag', 'fr');
      await tab.reload();
      await tab.waitFor(() => document.querySelector<HTMLInputElement>('input[name=tag]:checked')?.value === 'ar', { what: 'the first choice to stand again' });
      expect(await tab.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))).not.toContain('fr');
    });

    test('the sheet and the poster are there too, with codes that say what stands beside them', async () => {
      await tab.goto(`${site.url}ar/sheet/`);
      expect(await tab.evaluate(() => document.querySelector('.sheet [data-link]')?.textContent)).toBe(`${site.url}ar/`);
      await tab.goto(`${site.url}pa/poster/`);
      expect(await tab.evaluate(() => [...document.querySelectorAll('.poster [data-link]')].map((link) => link.textContent))).toEqual([...languageTags.map((tag) => `${site.url}${tag}/`), site.url]);
    });
  });
}, browserNames);

forEachEngine(
  (engine) => {
    let site: Site;
    beforeAll(async () => {
      site = await serveLeaflet();
    });
    afterAll(() => site.stop());

    test('on a small phone the code of every language is seen whole without scrolling', async () => {
      const tab = await engine.open({ viewport: { width: 360, height: 640 } });
      const cut: string[] = [];
      for (const tag of languageTags) {
        await tab.goto(`${site.url}${tag}/share/`);
        await tab.waitFor(() => document.querySelector('form .qr') !== null, { what: 'the code to be drawn' });
        const bottom = await tab.evaluate(() => document.querySelector('form .qr')?.getBoundingClientRect().bottom ?? Infinity);
        if (bottom > 640) cut.push(`${tag}: ${bottom}`);
      }
      expect(cut).toEqual([]);
      await tab.close();
    });

    test('in the dark a code stays dark on white, with its margin', async () => {
      const tab = await engine.open({ dark: true });
      await tab.goto(`${site.url}ar/share/`);
      expect((await seen(tab)).code).toBe(`${site.url}ar/`);
      await tab.close();
    });
  },
  // The screenshots of WebKit's driver are black, and what is drawn is the same in all.
  ['chromium'],
);
