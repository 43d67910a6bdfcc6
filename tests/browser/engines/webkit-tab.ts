import { writeFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import type { Problem, Tab, Viewport, Wait } from './engine.ts';
import { innerText, poll } from './waiting.ts';
import { WebDriverError, type WebDriverSession } from './webdriver.ts';
import { keyActions } from './webkit-keys.ts';
import { arrive, inPage, leave, type Answer, type Code } from './webkit-script.ts';

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

  /** A script sent to a page that is just being left is never answered; a question can be asked again. */
  const ask = (code: Code, wait: Wait, argument?: unknown) => poll(tab, () => evaluate(code, argument, 3_000), wait);

  /**
   * Leaves a page with its last problems and a mark, and waits for one without the mark, on which it starts to listen.
   * WebKitGTK says that it has arrived before an error page has: a message on a blank page, and no error.
   */
  const going = async (go: () => Promise<unknown>, to?: string) => {
    const from: string = await ask(leave, { what: 'the page to be left' });
    await go();
    const onlyFragment = to?.includes('#') === true && to.split('#')[0] === from.split('#')[0];
    const arrived: { url: string; text: string } = await ask(arrive, { what: 'the next page' }, onlyFragment);
    if (arrived.url === 'about:blank' && to !== 'about:blank') throw new Error(arrived.text);
  };

  const tab: Tab = {
    engine: 'webkit',
    problems,
    goto: (url) => going(() => command('POST', '/url', { url }), url),
    reload: () => going(() => command('POST', '/refresh')),
    evaluate: (code: never, argument?: unknown) => evaluate(code, argument),
    waitFor: (code: never, wait: Wait, argument?: unknown) => ask(code, wait, argument) as Promise<never>,
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
      const inner = (): Promise<Viewport> => evaluate('({ width: innerWidth, height: innerHeight })', undefined, 2_000);
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
    limitStorage: () => Promise.reject(new WebDriverError('unsupported operation', 'WebKitGTK has no such command')),
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
