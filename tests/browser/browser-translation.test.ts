import { afterAll, beforeAll, expect, test } from 'vitest';
import { spokenIn, shown } from '../fixtures/locale-words.ts';
import { serveLeaflet } from '../fixtures/served-leaflet.ts';
import type { Tab } from './engines/engine.ts';
import { forEachEngine } from './engines/for-each-engine.ts';
import { untilOffline } from './offline-reader.ts';
import { serveTimer, usual, type TimerSite } from './timer-page.ts';

/**
 * Does what Chromium's translation does: puts two elements in the place of each text that may be translated, and of each that comes
 * later. The words stay the same, so that what is on the page can be compared with what should be there.
 */
const translate = (tab: Tab) =>
  tab.evaluate(() => {
    const watcher = new MutationObserver(all);
    function all() {
      watcher.disconnect();
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const texts: Text[] = [];
      while (walker.nextNode()) texts.push(walker.currentNode as Text);
      for (const text of texts) {
        const { parentElement } = text;
        if (!text.data.trim() || !parentElement || parentElement.closest('[translate=no], font font, svg')) continue;
        const outer = document.createElement('font');
        outer.appendChild(document.createElement('font')).append(text.data);
        text.replaceWith(outer);
      }
      watcher.observe(document.body, { subtree: true, childList: true, characterData: true });
    }
    all();
  });

forEachEngine((engine) => {
  let site: TimerSite;
  beforeAll(async () => {
    site = await serveTimer();
  });
  afterAll(() => site.close());

  test('a browser that translates the page leaves the timer its numbers, and one name and one sentence at a time', async () => {
    const tab = await engine.open();
    await tab.goto(await site.show({ ...usual, seconds: 6, choices: [6], leadIn: { wet: 2, soap: 1 }, after: { rinse: 1, dry: 2 } }));
    await tab.waitFor('!!document.querySelector(".timer-start:enabled")', { what: 'the start button' });
    await translate(tab);
    await tab.evaluate(() => {
      const seen = { count: [] as string[], name: [] as string[], line: [] as string[], said: [] as string[] };
      new MutationObserver(() => {
        for (const [part, texts] of Object.entries(seen)) {
          const text = document.querySelector(`.timer-${part}`)?.textContent?.trim();
          if (text && !texts.includes(text)) texts.push(text);
        }
      }).observe(document.body, { subtree: true, childList: true, characterData: true });
      Object.assign(window, { seen });
    });
    await tab.click('.timer-start');
    await tab.waitFor('document.querySelector("[role=timer]").dataset.phase === "done"', { what: 'the end' });
    const { names, lines, say } = usual.words;
    const steps = ['wet', 'soap', 'palms', 'backs', 'between', 'finger-backs', 'thumbs', 'fingertips', 'rinse', 'dry', 'tap-off', 'done'] as const;
    const seen = await tab.evaluate<Record<'count' | 'name' | 'line' | 'said', string[]>>('window.seen');
    expect(seen.count.every((count) => /^\d$/.test(count))).toBe(true);
    expect(seen.count.length).toBeGreaterThan(4);
    expect(seen.name).toEqual(steps.map((step) => names[step]));
    expect(seen.line).toEqual(steps.map((step) => lines[step]));
    expect(seen.said).toEqual([say.wet, say.scrub.replace('{{seconds}}', '6'), say.rinse, say.dry, say.done]);
    expect(tab.problems).toEqual([]);
    await tab.close();
  });

  test('a browser that translates the page of what is kept shows what is true now, and only that', async () => {
    const leaflet = await serveLeaflet();
    const tab = await engine.open();
    try {
      await tab.goto(`${leaflet.url}en/saved/`);
      await untilOffline(tab, 'ready', 60_000);
      await tab.waitFor('!!document.querySelector(".kept li[data-kept=no]")', { what: 'a language that is not kept' });
      await translate(tab);
      const french = `[...document.querySelectorAll('.kept li')].find((row) => row.querySelector('[lang=fr]'))`;
      await tab.evaluate(`${french}.querySelector('button').click()`);
      await tab.waitFor(`${french}.dataset.kept === 'whole'`, { what: 'French to be kept' });
      await tab.waitFor('document.querySelector(".kept [role=status]").textContent.trim()', { what: 'the outcome to be said' });
      expect(await tab.evaluate(`[...${french}.querySelectorAll('strong, span, button')].map(({ textContent }) => textContent.trim())`)).toEqual([
        spokenIn('fr').autonym,
        shown('en', 'saved:list.kept'),
        shown('en', 'saved:list.drop').replace('X', spokenIn('fr').autonym),
      ]);
      expect(await tab.evaluate('document.querySelector(".kept [role=status]").textContent.trim()')).toBe(shown('en', 'saved:list.done'));
    } finally {
      await tab.close();
      await leaflet.stop();
    }
  });
});
