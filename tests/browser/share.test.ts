import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Fact, PhoneLine } from '../../src/content/edition.ts';
import { languageTags } from '../../src/i18n/languages.ts';
import { pagesOf, pathOf } from '../../src/site/addresses.ts';
import { oneFile } from '../../src/site/one-file.ts';
import { filesIn, readBuilt } from '../fixtures/built-files.ts';
import { builtSite } from '../fixtures/built-site.ts';
import { edition } from '../fixtures/edition.ts';
import { serveLeaflet } from '../fixtures/served-leaflet.ts';
import { cut, readCode, readPng, type Pixels } from '../fixtures/read-code.ts';
import type { Site } from '../fixtures/site-server.ts';
import type { Tab } from './engines/engine.ts';
import { forEachEngine } from './engines/for-each-engine.ts';
import { untilOffline } from './offline-reader.ts';

const scratch = mkdtempSync(join(tmpdir(), 'share-'));
const picture = join(scratch, 'screen.png');
const paper = join(scratch, 'paper.pdf');

/** Two hundred addresses that mean harm: each carries a mark that must turn up nowhere. */
const mark = 'zq7x';
const payloads = [
  mark, `<script>${mark}</script>`, `"><img src=x onerror=${mark}>`, `javascript:${mark}`, `+15550${mark}`, `tel:+1555${mark}`, `../../${mark}`,
  `\u202e${mark}`, `\u2066${mark}\u2069`, `%00${mark}`, `https://evil.example/${mark}`, `//evil.example/${mark}`, `{{${mark}}}`, `${mark}@evil.example`,
  `en&tag=${mark}`, `[value=${mark}]`, `${mark}#${mark}`, `\\${mark}`, `'${mark}'`, `${mark}%0d%0aX-Y: z`,
];
const names = ['tag', 'opening', 'ward', 'phone', 'site', 'lang', 'text', 'title', 'url', 'msg'];
const hostile = [
  ...payloads.flatMap((payload) => names.slice(0, 7).map((name) => `?${name}=${encodeURIComponent(payload)}`)),
  ...payloads.map((payload) => `#${encodeURIComponent(payload)}`),
  ...payloads.map((payload) => `?${names.map((name) => `${name}=${encodeURIComponent(payload)}`).join('&')}#${encodeURIComponent(payload)}`),
  ...payloads.map((payload) => `?tag=ar&opening=washing&ward=${encodeURIComponent(payload)}#family${encodeURIComponent(payload)}`),
];

/** The phone lines of the edition, and a fact with its numbers as a phone dials them. */
const lines = Object.values<Fact<PhoneLine>>(edition.phones).map(({ value }) => value);
const asDialled = (fact: string) => lines.reduce((text, { display, dial }) => text.replaceAll(display, dial), fact);

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
    if (!svg?.checkVisibility()) throw new Error(`no code to be seen at ${code}`);
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

const choose = (tab: Tab, name: string, value: string) => tab.click(`input[name="${name}"][value="${value}"]`);

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

    test('the leaflet of a kept language becomes one file on the phone, the same as the build makes', async () => {
      const made = await tab.evaluate(async () => (await fetch('/ar/all/')).text());
      const folder = await builtSite();
      const [path = ''] = filesIn(folder).filter((name) => /^assets\/leaflet-ar\.\w+\.html$/.test(name));
      expect(oneFile(made, '')).toBe(readBuilt(folder, path));
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
      expect(await tab.evaluate(() => [...document.querySelectorAll('.poster [data-link]')].map((link) => link.textContent))).toEqual(languageTags.map((tag) => `${site.url}${tag}/`));
    });
  });
});

forEachEngine(
  (engine) => {
    let site: Site;
    beforeAll(async () => {
      site = await serveLeaflet();
    });
    afterAll(() => site.stop());

    test('two hundred hostile addresses put nothing on the page, in its title, in a code, in what is shared or in a number to call', async () => {
      expect(new Set(hostile).size).toBe(200);
      const tab = await engine.open();
      await tab.goto(`${site.url}en/share/`);
      const shared = await tab.evaluate(async (addresses: string[]) => {
        const told: string[] = [];
        const frame = document.createElement('p');
        document.body.append(frame);
        for (const address of addresses) {
          history.replaceState(null, '', address);
          dispatchEvent(new PageTransitionEvent('pageshow'));
          document.querySelector<HTMLElement>('input[value=ar]')?.click();
          told.push(document.documentElement.outerHTML, document.title);
        }
        return told.join('\n');
      }, hostile);
      expect(shared.toLowerCase()).not.toContain(mark);
      // Opened afresh, as from a link: each page in its turn, and addresses of no page.
      const pages = pagesOf(edition).filter((page) => page !== 'not-kept');
      const links = hostile.map((address, index) => `${pathOf(languageTags[index % languageTags.length] ?? 'en', pages[index % pages.length] ?? 'home')}${address}`);
      const paths = payloads.flatMap((payload) => [`${encodeURIComponent(payload)}/`, `en/${encodeURIComponent(payload)}/`]);
      for (const address of [...links, ...paths]) {
        await tab.goto(`${site.url}${address}`);
        const { html, numbers } = await tab.evaluate(() => ({
          html: `${document.documentElement.outerHTML}${document.title}`,
          numbers: [...document.querySelectorAll('a[href^="tel:"]')].map((link) => link.getAttribute('href')),
        }));
        expect([address, html.toLowerCase().includes(mark)]).toEqual([address, false]);
        expect(numbers.filter((number) => !lines.some(({ dial }) => number === `tel:${dial}`))).toEqual([]);
      }
      await tab.close();
    }, 400_000);

    test('in the dark a code stays dark on white, with its margin', async () => {
      const tab = await engine.open({ dark: true });
      await tab.goto(`${site.url}ar/share/`);
      expect((await seen(tab)).code).toBe(`${site.url}ar/`);
      await tab.close();
    });

    test('from paper at 150 dots an inch both codes of the sheet are read, on A4 and on the small card', async () => {
      const tab = await engine.open();
      for (const tag of ['ar', 'pa']) {
        await tab.goto(`${site.url}${tag}/sheet/`);
        const facts = await tab.evaluate(() => [...document.querySelectorAll('.sheet .facts li')].map((row) => row.querySelector('p')?.textContent ?? ''));
        const [page = ''] = await printed(tab);
        const named = await tab.evaluate(() => document.querySelector('.sheet .small-print [lang][translate=no]')?.textContent?.split(/\s+/) ?? []);
        const onPaper = new Set(execFileSync('pdftotext', [paper, '-'], { encoding: 'utf8' }).split(/\s+/));
        // What stands outside the paper is not printed.
        expect(named).not.toEqual([]);
        expect(named.filter((word) => !onPaper.has(word))).toEqual([]);
        const codes = codesIn(page);
        expect(codes).toContain(`${site.url}${tag}/`);
        expect(codes.find((code) => code.includes('\n'))?.split('\n').slice(0, facts.length)).toEqual(facts.map(asDialled));
        await tab.click('input[value=card]');
        const cards = await printed(tab);
        expect(cards.length).toBe(1);
        expect(codesIn(cards[0] ?? '')).toContain(`${site.url}${tag}/`);
      }
      await tab.close();
    });

    test.each(['a4', 'letter'] as const)('each sheet, card and poster is one page of %s, in every language', async (paper) => {
      const tab = await engine.open();
      const pdf = join(scratch, 'pages.pdf');
      const pages: string[] = [];
      for (const tag of languageTags) {
        for (const [path, choice] of [['sheet', 'page'], ['sheet', 'card'], ['poster', ''], ['card', '']] as const) {
          await tab.goto(`${site.url}${tag}/${path}/`);
          if (choice === 'card') await tab.click('input[value=card]');
          await tab.pdf(pdf, paper);
          const [, count] = /Pages:\s+(\d+)/.exec(execFileSync('pdfinfo', [pdf], { encoding: 'utf8' })) ?? [];
          if (count !== '1') pages.push(`${tag} ${path} ${choice}: ${count}`);
        }
      }
      expect(pages).toEqual([]);
      await tab.close();
    });

    test('the one file opens from a disk, whole, with nothing to ask of a network', async () => {
      const tab = await engine.open();
      await tab.goto(`${site.url}ar/share/`);
      const path = await tab.evaluate(() => document.querySelector('a[download]')?.getAttribute('href') ?? '');
      const html = await (await fetch(new URL(path, site.url))).text();
      const file = join(scratch, 'leaflet-ar.html');
      writeFileSync(file, html);
      expect(readFileSync(file, 'utf8')).toBe(html);
      await tab.goto(`file://${file}`);
      const looks = await tab.evaluate(() => ({ blocks: document.querySelectorAll('.block').length, dir: document.documentElement.dir, ground: getComputedStyle(document.documentElement).backgroundColor, asked: performance.getEntriesByType('resource').length }));
      expect(looks).toMatchObject({ dir: 'rtl', asked: 0 });
      expect(looks.blocks).toBeGreaterThan(30);
      expect(looks.ground).not.toBe('rgba(0, 0, 0, 0)');
      expect(tab.problems).toEqual([]);
      await tab.close();
    });
  },
  // WebKit's driver prints nothing, and what is drawn is the same in all.
  ['chromium'],
);

/** The pages that a tab prints, as pictures at 150 dots an inch. */
async function printed(tab: Tab): Promise<string[]> {
  await tab.pdf(paper);
  execFileSync('pdftoppm', ['-r', '150', '-png', paper, join(scratch, 'paper')]);
  const pages = execFileSync('sh', ['-c', `ls ${join(scratch, 'paper')}-*.png`], { encoding: 'utf8' }).trim().split('\n');
  const kept = pages.map((path, index) => {
    const to = join(scratch, `page-${index}-${pages.length}.png`);
    execFileSync('mv', [path, to]);
    return to;
  });
  return kept;
}

/** Every code on a page: each quarter, and the whole, is looked at by itself. */
function codesIn(path: string): string[] {
  const { width, height } = readPng(path);
  const found = new Set<string>();
  const page = readPng(path);
  for (const x of [0, 0.5, 0.55, 0.6, 0.65]) {
    for (const y of [0, 0.1, 0.35, 0.45, 0.5, 0.55, 0.6, 0.65]) {
      for (const side of [0.35, 0.42, 0.5]) {
        const code = readCode(cut(page, { x: x * width, y: y * height, width: width * side, height: width * side }));
        if (code) found.add(code);
      }
    }
  }
  return [...found];
}
