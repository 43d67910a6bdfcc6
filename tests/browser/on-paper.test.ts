import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { languages, languageTags } from '../../src/i18n/languages.ts';
import { shown } from '../fixtures/locale-words.ts';
import { readCode, readPng } from '../fixtures/read-code.ts';
import { serveLeaflet } from '../fixtures/served-leaflet.ts';
import type { Site } from '../fixtures/site-server.ts';
import { forEachEngine } from './engines/for-each-engine.ts';
import { codesIn, countPages, letters, movesOnPaper, paper, printed, scratch } from './printed-pages.ts';

/** From how coarse a picture the codes of a poster are read. */
const dotsPerMillimetre = 1.5;

/** As long as a hospital's own address is. */
const longAddress = 'https://handouts.infection-prevention.general-hospital.example';

forEachEngine(
  (engine) => {
    let site: Site;
    let hospital: Site;
    beforeAll(async () => {
      site = await serveLeaflet();
      hospital = await serveLeaflet({ site: longAddress });
    });
    afterAll(() => Promise.all([site.stop(), hospital.stop()]));

    test('from paper at 150 dots an inch both codes of the sheet are read, on A4 and on the small card', async () => {
      const tab = await engine.open();
      for (const tag of ['ar', 'pa']) {
        await tab.goto(`${site.url}${tag}/sheet/`);
        const facts = await tab.evaluate(() => [...document.querySelectorAll('.sheet .facts li p:nth-child(2), .sheet .code-end')].map((line) => line.textContent ?? ''));
        const [page = ''] = await printed(tab);
        const named = await tab.evaluate(() => document.querySelector('.sheet .small-print [lang][translate=no]')?.textContent?.split(/\s+/) ?? []);
        const onPaper = new Set(execFileSync('pdftotext', [paper, '-'], { encoding: 'utf8' }).split(/\s+/));
        // What stands outside the paper is not printed.
        expect(named).not.toEqual([]);
        expect(named.filter((word) => !onPaper.has(word))).toEqual([]);
        const codes = codesIn(page);
        expect(codes).toContain(`${site.url}${tag}/`);
        const lines = codes.find((code) => code.includes('\n'))?.split('\n') ?? [];
        // Beside signs of an infection, paper says when to get help at once: the code has no room for it.
        expect(facts.filter((fact, index) => !fact.startsWith(lines[index] || '?'))).toEqual([]);
        expect([lines.length, lines.at(-1)]).toEqual([facts.length, facts.at(-1)]);
        await tab.click('input[value=card]');
        const cards = await printed(tab);
        expect(cards.length).toBe(1);
        expect(codesIn(cards[0] ?? '')).toContain(`${site.url}${tag}/`);
      }
      await tab.close();
    });

    test.each(['a4', 'letter'] as const)('the home page and each list of questions, sheet, card and poster are one page of %s, in every language, with a long address and a ward', async (paper) => {
      const tab = await engine.open();
      const pdf = join(scratch, 'pages.pdf');
      const pages: string[] = [];
      for (const tag of languageTags) {
        for (const [path, choice] of [['', ''], ['questions/', ''], ['sheet/', 'page'], ['sheet/', 'card'], ['poster/', ''], ['card/', '']] as const) {
          await tab.goto(`${hospital.url}${tag}/${path}`);
          if (choice === 'card') await tab.click('input[value=card]');
          if (choice) await tab.evaluate(chooseWard);
          await tab.pdf(pdf, paper);
          const count = countPages(pdf);
          if (count !== 1) pages.push(`${tag} ${path} ${choice}: ${count}`);
        }
      }
      expect(pages).toEqual([]);
      await tab.close();
    });

    test.each(['a4', 'letter'] as const)('the page to share is one page of %s: the name of a language, its code, and the same address in letters, in every language', async (size) => {
      const tab = await engine.open();
      for (const { tag, autonym } of languages) {
        await tab.goto(`${hospital.url}${tag}/share/`);
        await tab.waitFor('document.querySelector("[data-wakes]").hidden === false', { what: 'a page that is awake' });
        const pages = await printed(tab, { size });
        expect([tag, pages.length]).toEqual([tag, 1]);
        expect(readCode(readPng(pages[0] ?? ''))).toBe(`${longAddress}/${tag}/`);
        const text = execFileSync('pdftotext', [paper, '-'], { encoding: 'utf8' });
        expect(text.replace(/\s+/g, '')).toContain(`${longAddress}/${tag}/`);
        // Of 文 Firefox writes into the file that it is a radical.
        const named = (name: string) => letters(text).includes(letters(name).slice(0, 3));
        expect([autonym, named(autonym)]).toEqual([autonym, true]);
        expect(languages.filter((other) => other.tag !== tag && named(other.autonym))).toEqual([]);
      }
      await tab.close();
    });

    test('a poster says on paper what its codes say, which are read from a picture of three dots in two millimetres', async () => {
      const tab = await engine.open();
      await tab.goto(`${hospital.url}ar/poster/`);
      for (const size of ['a4', 'letter'] as const) {
        const read: (string | undefined)[] = [];
        for (let cell = 0; cell <= languageTags.length; cell++) {
          // One at a time, as a phone looks at one.
          await tab.evaluate((shown) => document.querySelectorAll<HTMLElement>('.poster [data-qr]').forEach((code, at) => code.toggleAttribute('hidden', at !== shown)), cell);
          const [page = ''] = await printed(tab, { size, dotsPerInch: dotsPerMillimetre * 25.4 });
          read.push(readCode(readPng(page)));
        }
        expect(read).toEqual([...languageTags.map((tag) => `${tag}/`), ''].map((path) => `${longAddress}/${path}`));
      }
      await tab.close();
    });

    test('a link on paper ends its lines only between its pieces, and a card shows how to keep the leaflet', async () => {
      const tab = await engine.open();
      await tab.goto(`${hospital.url}fr/sheet/`);
      await printed(tab);
      const lines = execFileSync('pdftotext', ['-layout', paper, '-'], { encoding: 'utf8' });
      for (const piece of ['handouts', '.infection-prevention', '.general-hospital', '.example/', 'fr/']) expect(lines).toContain(piece);
      await tab.click('input[value=card]');
      const steps = await tab.evaluate(() => [...document.querySelectorAll('.card .keep li')].map((step) => [step.querySelectorAll('svg').length, step.querySelector('p')?.textContent ?? '']));
      await printed(tab);
      const card = execFileSync('pdftotext', [paper, '-'], { encoding: 'utf8' }).replace(/\s+/g, '');
      expect(steps.map(([pictures]) => pictures)).toEqual([1, 1, 1]);
      expect(steps.filter(([, words]) => !card.includes(String(words).replace(/\s+/g, '')))).toEqual([]);
      await tab.close();
    });

    test('the whole leaflet takes at most 14 pages of A4, and asks nothing on them that is answered behind a tap, in every language', async () => {
      const tab = await engine.open();
      for (const tag of languageTags) {
        await tab.goto(`${site.url}${tag}/all/`);
        await tab.pdf(paper);
        expect([tag, countPages() <= 14]).toEqual([tag, true]);
        await tab.evaluate("document.querySelectorAll('main > :not(.chapters), .chapters > :not(#check)').forEach((part) => part.remove())");
        const words = (await tab.text('#check')).split(/\s+/).filter((word) => word !== '');
        expect(words).not.toEqual([]);
        await tab.pdf(paper);
        const printed = new Set(execFileSync('pdftotext', [paper, '-'], { encoding: 'utf8' }).split(/\s+/));
        expect([tag, words.slice(0, 5).filter((word) => printed.has(word))]).toEqual([tag, []]);
      }
      await tab.close();
    });

    test.each([
      ['whom to tell', 'five sheets', 'A4', 'telling-others', 5, 'a4'],
      ['how to wash hands', 'two sheets', 'A4', 'hand-washing', 2, 'a4'],
      ['how to wash hands', 'two sheets', 'Letter', 'hand-washing', 2, 'letter'],
    ] as const)('the page on %s takes at most %s of %s in every language', async (_, __, ___, page, most, size) => {
      const tab = await engine.open();
      for (const tag of languageTags) {
        await tab.goto(`${site.url}${tag}/${page}/`);
        await tab.pdf(paper, size);
        expect([tag, countPages() <= most]).toEqual([tag, true]);
      }
      await tab.close();
    });

    test('while the timer runs the page is printed as if it did not', async () => {
      const tab = await engine.open();
      await tab.goto(`${site.url}en/hand-washing/`);
      const words = async () => {
        await tab.pdf(paper);
        return execFileSync('pdftotext', [paper, '-'], { encoding: 'utf8' });
      };
      const before = await words();
      expect(before).toContain(shown('en', 'hand-washing:heading'));
      await tab.waitFor('!document.querySelector(".timer-start").disabled', { what: 'a timer that can be started' });
      await tab.click('.timer-start');
      await tab.waitFor('!!document.querySelector(".timer-cover")', { what: 'a timer that runs' });
      expect(await words()).toBe(before);
      await tab.close();
    });

    test('every move of the hand wash is on the second sheet, large enough to follow from the basin, in every language', async () => {
      const tab = await engine.open();
      for (const tag of languageTags) {
        await tab.goto(`${site.url}${tag}/hand-washing/`);
        await tab.pdf(paper);
        const { sheet, moves } = movesOnPaper();
        expect([tag, sheet, moves.length]).toEqual([tag, 2, 11]);
        // From the name of a move to that of the one below it, in points: a picture of 3 cm and two lines of words.
        for (const [index, y] of moves.slice(4).entries()) expect(y - (moves[index] ?? 0)).toBeGreaterThan(120);
      }
      await tab.close();
    });

    test('the one file opens from a disk, whole, with nothing to ask of a network', async () => {
      const tab = await engine.open();
      await tab.goto(`${site.url}ar/share/`);
      const path = await tab.evaluate(() => document.querySelector('a[download]')?.getAttribute('href') ?? '');
      const html = await (await fetch(new URL(path, site.url))).text();
      const file = join(scratch, 'leaflet-ar.html');
      writeFileSync(file, html);
      await tab.goto(`file://${file}`);
      const looks = await tab.evaluate(() => ({ blocks: document.querySelectorAll('.block').length, dir: document.documentElement.dir, ground: getComputedStyle(document.documentElement).backgroundColor, asked: performance.getEntriesByType('resource').length }));
      expect(looks).toMatchObject({ dir: 'rtl', asked: 0 });
      expect(looks.blocks).toBeGreaterThan(30);
      expect(looks.ground).not.toBe('rgba(0, 0, 0, 0)');
      expect(tab.problems).toEqual([]);
      await tab.close();
    });
  },
  // WebKit's driver prints nothing.
  ['chromium', 'firefox'],
);

/** Runs in the page: shows a ward, whether or not the edition lists any. */
function chooseWard(): void {
  for (const calls of document.querySelectorAll('.calls')) {
    const ward = document.createElement('p');
    const phone = Object.assign(document.createElement('a'), { className: 'phone', textContent: '0116 000 0000' });
    ward.append(Object.assign(document.createElement('bdi'), { textContent: 'Renal day unit, ward 4B' }), ' ', phone);
    calls.append(ward);
  }
}
