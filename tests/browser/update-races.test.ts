import { expect, test } from 'vitest';
import type { EngineName } from './engines/engine.ts';
import { forEachEngine } from './engines/for-each-engine.ts';
import { readerOf, untilOffline } from './offline-reader.ts';

/** As many as a minute allows where one round takes longer. */
const rounds: Record<EngineName, number> = { chromium: 100, firefox: 30, webkit: 60 };

/** Once a page says so, the worker reads nothing back any more, and does not even say that it has heard. */
const falling = `let silent = false;
addEventListener('message', (event) => {
  if (event.data === 'fall silent') silent = true;
  else if (silent && event.data.type === 'audit') event.stopImmediatePropagation();
});\n`;

/** Counts how often pages have been opened, by whomever. */
const counter = 'sessionStorage.opened = Number(sessionStorage.opened ?? 0) + 1;\n';

forEachEngine((engine) => {
  const count = rounds[engine.name];

  test(`of ${count} newer versions, looked for by the browser and by the page at once, each is shown after one reload at most`, { timeout: 400_000 }, async () => {
    const { tab, server, open, deploy } = await readerOf(engine, { prelude: counter, version: '0' });
    await open('ar/');
    await untilOffline(tab, 'ready');
    for (let round = 1; round <= count; round += 1) {
      await deploy({ version: `${round}`, prelude: counter });
      await tab.evaluate('sessionStorage.opened = 0');
      // The page asks twice, and is left while the answers are on their way: opening a page makes the browser look by itself.
      await tab.evaluate(async (twice: boolean) => {
        const registration = await navigator.serviceWorker.getRegistration();
        for (const _ of twice ? [1, 2] : [1]) registration?.active?.postMessage({ type: 'look' });
      }, round % 2 === 0);
      await open('ar/');
      const come = async (words: string) =>
        !!(await navigator.serviceWorker.getRegistration())?.waiting || document.querySelector('#words')?.textContent === words;
      await tab.waitFor(come, { what: `version ${round} to come`, timeoutMs: 90_000 }, `words of ${round} in ar`);
      let openings = 1;
      const shown = (words: string) => document.querySelector('#words')?.textContent === words;
      do {
        await open('ar/card/');
        openings += 1;
        // Chromium may let a busy worker stay for half a minute; then the opening after that shows the newer version.
        const inForce = async (words: string) => document.querySelector('#words')?.textContent === words || !(await navigator.serviceWorker.getRegistration())?.waiting;
        await tab.waitFor(inForce, { what: `version ${round} to be in force` }, `words of ${round} in ar`);
        await untilOffline(tab, 'ready');
      } while (openings < 4 && !(await tab.evaluate(shown, `words of ${round} in ar`)));
      expect(await tab.text('#words')).toBe(`words of ${round} in ar`);
      // One opening more than those of this test was the reload.
      expect(Number(await tab.evaluate('sessionStorage.opened')), `openings in round ${round}`).toBeLessThanOrEqual(openings + 1);
    }
    expect(await tab.evaluate(async () => !!(await navigator.serviceWorker.getRegistration())?.waiting)).toBe(false);
    await server.stop();
    await open('en/');
    expect(await tab.text('#words')).toBe(`words of ${count} in en`);
  });

  test('a tap for a newer version that another page has taken already shows it at once', async () => {
    const { tab, open, deploy } = await readerOf(engine);
    const other = await tab.newTab();
    for (const [page, path] of [[tab, 'en/'], [other, 'ar/']] as const) {
      await open(path, page);
      await untilOffline(page, 'ready');
    }
    for (const page of [tab, other]) await page.waitFor('performance.now() > 5000', { what: 'a page that has been read for a while' });
    await deploy({ version: '2' });
    await tab.evaluate(async () => void (await navigator.serviceWorker.getRegistration())?.update());
    for (const page of [tab, other]) await page.waitFor('!!document.querySelector("[data-offline-note] button")', { what: 'the button' });
    await tab.click('[data-offline-note] button');
    const shown = (words: string) => document.querySelector('#words')?.textContent === words;
    await tab.waitFor(shown, { what: 'the newer version' }, 'words of 2 in en');
    await other.waitFor(async () => !(await navigator.serviceWorker.getRegistration())?.waiting, { what: 'to know that nothing waits' });
    // No waiting would ever end.
    await other.evaluate('void (window.setTimeout = () => 0)');
    await other.click('[data-offline-note] button');
    await other.waitFor(shown, { what: 'the newer version' }, 'words of 2 in ar');
  });

  test('a question that a worker leaves open when it is replaced is answered by the one in its place', async () => {
    const { tab, open, deploy } = await readerOf(engine, { workerPrelude: falling });
    // From the second page on the worker is in charge, and a newer one waits.
    for (const path of ['en/', 'ar/']) {
      await open(path);
      await untilOffline(tab, 'ready');
    }
    await tab.waitFor('performance.now() > 5000', { what: 'a page that has been read for a while' });
    await deploy({ version: '2' });
    await tab.evaluate(async () => void (await navigator.serviceWorker.getRegistration())?.update());
    await tab.waitFor(async () => !!(await navigator.serviceWorker.getRegistration())?.waiting, { what: 'the newer version' });
    await tab.evaluate(async () => {
      const { active, waiting } = (await navigator.serviceWorker.getRegistration()) ?? {};
      active?.postMessage('fall silent');
      void window.keeping.check('ar').then(({ whole }) => Object.assign(window, { whole }), () => Object.assign(window, { whole: 'no answer' }));
      waiting?.postMessage({ type: 'SKIP_WAITING' });
    });
    expect(await tab.waitFor('window.whole', { what: 'an answer' })).toBe(true);
  });
});
