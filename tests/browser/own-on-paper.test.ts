import { execFileSync } from 'node:child_process';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { toldOf, topicsOf } from '../../src/content/edition.ts';
import { questionIds } from '../../src/content/parts.ts';
import { languageTags } from '../../src/i18n/languages.ts';
import { edition } from '../fixtures/edition.ts';
import { shown } from '../fixtures/locale-words.ts';
import { cut, readPng } from '../fixtures/read-code.ts';
import { serveLeaflet } from '../fixtures/served-leaflet.ts';
import type { Site } from '../fixtures/site-server.ts';
import { forEachEngine } from './engines/for-each-engine.ts';
import { countPages, inked, letters, paper, printed } from './printed-pages.ts';

forEachEngine(
  (engine) => {
    let site: Site;
    beforeAll(async () => {
      site = await serveLeaflet();
    });
    afterAll(() => site.stop());

    test('a list of six questions and three blocks is one page in both languages, each from its own side, and asks nothing besides', async () => {
      const tab = await engine.open();
      const blocks = topicsOf(edition).slice(0, 3).map((topic) => `${topic}#${toldOf(edition, topic)[0]?.[0]}`);
      await tab.goto(`${site.url}en/questions/`);
      await tab.evaluate((ids: string[]) => localStorage.setItem('handleaf / questions', JSON.stringify(ids)), [...questionIds.slice(0, 6), ...blocks]);
      for (const tag of languageTags) {
        await tab.goto(`${site.url}${tag}/questions/`);
        await tab.waitFor('document.querySelectorAll(".asks li :checked").length === 9', { what: 'nine ticks' });
        await tab.pdf(paper);
        expect([tag, countPages()]).toEqual([tag, 1]);
        const text = letters(execFileSync('pdftotext', [paper, '-'], { encoding: 'utf8' }));
        for (const key of ['questions:heading', 'questions:asks', 'questions:explain', 'questions:list.how-long']) expect(text).toContain(letters(shown('en', key)));
        for (const key of ['check:heading', 'questions:lead', 'questions:list.work']) expect(text).not.toContain(letters(shown(tag, key)).slice(0, 15));
        // Where a word starts, in points from the left edge of the page.
        const starts = [...execFileSync('pdftotext', ['-bbox', paper, '-'], { encoding: 'utf8' }).matchAll(/xMin="([\d.]+)".*>(How|Is|Does|What)</g)].map(([, x]) => Math.round(Number(x)));
        expect(starts.length).toBeGreaterThan(4);
        expect(new Set(starts).size).toBe(1);
        if (tag === 'ar') expect(starts[0]).toBeLessThan(50);
      }
      await tab.close();
    });

    test('the wallet card folds to 85 by 54 millimetres', async () => {
      const tab = await engine.open();
      await tab.goto(`${site.url}ar/card/`);
      // With nothing else on the page, what is inked above its number is the card.
      await tab.evaluate('document.body.replaceChildren(document.querySelector(".wallet"))');
      const [page = ''] = await printed(tab, { dotsPerInch: 10 * 25.4 });
      const whole = readPng(page);
      const { width, height } = inked(cut(whole, { x: 0, y: 0, width: whole.width, height: whole.height * 0.9 }));
      expect([Math.round(width / 10), Math.round(height / 10 / 2)]).toEqual([85, 54]);
      await tab.close();
    });

    test('beside the wallet card nothing is printed that only a screen has: no bar, no way to another page', async () => {
      const tab = await engine.open();
      await tab.goto(`${site.url}ar/card/`);
      const [card = '', ...ofScreen] = await tab.evaluate(() => ['.wallet p', '.bar .brand', '.draft a'].map((part) => document.querySelector(part)?.textContent ?? ''));
      await printed(tab);
      const text = execFileSync('pdftotext', [paper, '-'], { encoding: 'utf8' });
      expect(text).toContain(card.split(' ', 3).join(' '));
      expect(ofScreen.filter((words) => words === '' || text.includes(words))).toEqual([]);
      await tab.close();
    });
  },
  // WebKit's driver prints nothing.
  ['chromium', 'firefox'],
);
