import { afterAll, beforeAll } from 'vitest';
import { on, type Fault } from '../fixtures/faults.ts';
import { shown, spokenIn } from '../fixtures/locale-words.ts';
import { serveLeaflet } from '../fixtures/served-leaflet.ts';
import type { Site } from '../fixtures/site-server.ts';
import type { Engine, Tab } from './engines/engine.ts';

/** A worker whose phone has no room left, or lets nothing be removed, once a page says so. */
export const troubled = `let trouble;
addEventListener('message', ({ data }) => { if (typeof data === 'string') trouble = data; });
const { put, delete: remove } = Cache.prototype;
Cache.prototype.put = function (...content) {
  return trouble === 'full' ? Promise.reject(new DOMException('No room', 'QuotaExceededError')) : put.apply(this, content);
};
Cache.prototype.delete = function (...content) {
  return trouble === 'stuck' ? Promise.reject(new DOMException('Not now', 'InvalidStateError')) : remove.apply(this, content);
};\n`;

/** A browser that can keep nothing. */
export const withoutWorkers = "Object.defineProperty(navigator, 'serviceWorker', { value: undefined });\n";

/** Puts code of the test before the code of a file: inside the block that a worker is. */
export const before = (path: RegExp, code: string): Fault =>
  on(path, (response, { headers, body }) => {
    const text = String(body);
    response.writeHead(200, headers).end(text.startsWith('{') ? `{${code}${text.slice(1)}` : code + text);
  });

/** A sentence about a language, in a language. */
export const named = (tag: string, key: string, language: string) => shown(tag, key).replace('X', spokenIn(language).autonym);

/** The button that was pressed has gone: a keyboard goes on from what was said. */
export const untilFocusOn = (tab: Tab, words: string) =>
  tab.waitFor((wanted: string) => document.activeElement?.textContent?.trim() === wanted, { what: 'the focus to be where it is said' }, words);

/** Presses a button as soon as it is there and can be pressed. */
export const tap = (tab: Tab, words: string) =>
  tab.waitFor(
    (wanted: string) => {
      const found = [...document.querySelectorAll('button')].find(({ textContent, ariaDisabled }) => textContent?.replace(/\s+/g, ' ') === wanted && ariaDisabled !== 'true');
      found?.click();
      return !!found;
    },
    { what: `the button "${words}"` },
    words,
  );

/** Waits until the page says this. */
export const untilSaid = (tab: Tab, words: string) =>
  tab.waitFor((wanted: string) => document.querySelector('main')?.innerText.replace(/\s+/g, ' ').includes(wanted), { what: `"${words}"` }, words);

/** Readers of one browser, each with a site of their own; all are closed after the last test. */
export function readersIn(engine: Engine) {
  let home: Tab;
  const readers: { site: Site; tab: Tab }[] = [];

  beforeAll(async () => {
    home = await engine.open();
  });
  afterAll(async () => {
    for (const { site, tab } of readers) {
      await site.stop();
      await tab.close();
    }
    await home.close();
  });

  async function readerAt(path: string, fault?: Fault) {
    const site = await serveLeaflet();
    site.setFault(fault);
    const tab = await home.newTab();
    readers.push({ site, tab });
    await tab.goto(site.url + path);
    return { site, tab };
  }

  return { readerAt, newTab: (): Promise<Tab> => home.newTab() };
}
