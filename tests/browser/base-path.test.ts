import { readFileSync } from 'node:fs';
import { expect, onTestFinished, test } from 'vitest';
import { builtSite } from '../fixtures/built-site.ts';
import { runNginx } from '../fixtures/host-server.ts';
import { shown } from '../fixtures/locale-words.ts';
import { forEachEngine } from './engines/for-each-engine.ts';
import { untilOffline } from './offline-reader.ts';

forEachEngine((engine) => {
  // At the top of a host the other tests read it.
  test.each(['/cpo/', '/a/b/'])('below %s, from an nginx with its generated file: read, followed, kept, washed, and there without it', async (base) => {
    const folder = await builtSite({ base });
    const server = await runNginx({ folder, base, config: readFileSync(`${folder}-host/nginx.conf`, 'utf8') });
    onTestFinished(server.close);
    const tab = await engine.open({ languages: ['ar-SY'] });
    onTestFinished(() => tab.close());
    const site = server.url.replace('127.0.0.1', 'localhost');
    const isAt = (path: string) => tab.waitFor((wanted: string) => location.pathname === wanted && document.readyState === 'complete', { what: `the page ${path}` }, base + path);
    const heading = async () => (await tab.text('h1')).replace(/\s+/g, ' ').trim();

    await tab.goto(site);
    await tab.waitFor('!!document.querySelector(".likely")', { what: 'the likely language' });
    await tab.goto(`${site}ar`);
    await isAt('ar/');
    expect(await heading()).toBe(shown('ar', 'home:heading'));
    expect(await tab.evaluate('getComputedStyle(document.body).maxInlineSize !== "none" || document.styleSheets.length > 0')).toBe(true);
    await untilOffline(tab, 'ready', 60_000);
    expect(await tab.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => new URL(scope).pathname))).toEqual([base]);

    await server.close();
    await expect(fetch(server.url)).rejects.toThrow();
    for (const [path, key] of [['ar/treatment/?src=qr', 'treatment:heading'], ['en/hand-washing/', 'hand-washing:heading']] as const) {
      await tab.goto(site + path);
      expect(await heading()).toBe(shown(path.slice(0, 2) as 'ar' | 'en', key));
    }
    await tab.waitFor('!!document.querySelector(".timer-start:enabled")', { what: 'the button that starts' });
    await tab.click('.timer-start');
    await tab.waitFor('document.querySelector("[role=timer]").dataset.phase === "wet"', { what: 'the timer to run' });
    expect(tab.problems.filter(({ kind }) => kind === 'policy' || kind === 'exception')).toEqual([]);
  });
});
