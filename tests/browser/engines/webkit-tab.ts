import { writeFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import type { Problem, Tab, Viewport } from './engine.ts';
import { innerText, poll } from './waiting.ts';
import { WebDriverError, type WebDriverSession } from './webdriver.ts';
import { keyActions } from './webkit-keys.ts';
import { inPage, type Answer, type Code } from './webkit-script.ts';

/** What a tab cannot do by itself: it is the browser around it that does. */
export interface Around {
  readonly session: WebDriverSession;
  readonly viewport: Viewport;
  newTab(): Promise<Tab>;
  closed(window: string): Promise<void>;
  signal(signal: NodeJS.Signals): void;
}

/** A tab of MiniBrowser: one window of a WebDriver session. */
export async function webkitTab(window: string, around: Around): Promise<Tab> {
  const problems: Problem[] = [];
  const command = <R>(method: 'GET' | 'POST' | 'DELETE', path: string, body?: object) =>
    around.session.command<R>(window, method, path, body);

  const evaluate = async (code: Code, argument?: unknown, limitMs = 60_000) => {
    await around.session.limitScripts(limitMs);
    const answer = await command<Answer>('POST', '/execute/async', { script: inPage(code), args: [argument ?? null] });
    problems.push(...answer.problems);
    if (answer.error !== undefined) throw new Error(answer.error);
    return answer.value as never;
  };

  /** Leaves a page with its last problems, and starts to listen on the next. What cannot be loaded is a message on a blank page. */
  const going = async (go: () => Promise<unknown>) => {
    await evaluate('0').catch(() => {});
    await go();
    const [url, text] = await evaluate('[location.href, document.body?.innerText]') as [string, string];
    if (url === 'about:blank') throw new Error(text);
  };

  const tab: Tab = {
    engine: 'webkit',
    problems,
    goto: (url) => going(() => command('POST', '/url', { url })),
    reload: () => going(() => command('POST', '/refresh')),
    evaluate: (code: never, argument?: unknown) => evaluate(code, argument),
    // A script sent to a page that is just being left is never answered; a question can be asked again.
    waitFor: (code: never, wait: Parameters<typeof poll>[2], argument?: unknown) =>
      poll(tab, () => evaluate(code, argument, 3_000), wait) as Promise<never>,
    text: (selector) => tab.evaluate(innerText, selector),
    async click(selector) {
      const find = () => command<Record<string, string>>('POST', '/element', { using: 'css selector', value: selector });
      const element = await poll(tab, find, { what: `"${selector}" to click`, timeoutMs: 5_000 });
      await command('POST', `/element/${Object.values(element)[0]}/click`);
    },
    press: (key) => command('POST', '/actions', keyActions(key)),
    async type(text) {
      for (const character of text) await tab.press(character);
    },
    async setViewport(width, height) {
      const inner = () => tab.evaluate<Viewport>('({ width: innerWidth, height: innerHeight })');
      const fits = (now: Viewport) => now.width === width && now.height === height;
      // The window has a toolbar, and the page learns of its size a moment later: change it by what is amiss until nothing is.
      const adjust = async () => {
        const [outer, now] = [await command<Viewport>('GET', '/window/rect'), await inner()];
        if (fits(now)) return true;
        await command('POST', '/window/rect', { width: outer.width + width - now.width, height: outer.height + height - now.height });
        await pause(100);
        return fits(await inner());
      };
      await poll(tab, adjust, { what: `a viewport of ${width} × ${height}` });
    },
    async screenshot(path) {
      await writeFile(path, Buffer.from(await command<string>('GET', '/screenshot'), 'base64'));
    },
    pdf: () => Promise.reject(new WebDriverError('unsupported operation', 'WebKitGTK prints only through a dialog')),
    newTab: () => around.newTab(),
    close: () => around.closed(window),
    freeze: () => around.signal('SIGSTOP'),
    thaw: () => around.signal('SIGCONT'),
  };
  // A new window is still loading its blank page; a script sent there would be lost with it.
  await command('POST', '/url', { url: 'about:blank' });
  await tab.setViewport(around.viewport.width, around.viewport.height);
  return tab;
}
