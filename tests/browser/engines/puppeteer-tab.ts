import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, KeyInput, Page } from 'puppeteer-core';
import type { EngineName, OpenOptions, Problem, Tab } from './engine.ts';
import { signalTree } from './process-tree.ts';
import { innerText, poll } from './waiting.ts';

/** How an engine prepares a page before it goes anywhere, where its launch could not do it. */
export type Prepare = (page: Page, options: OpenOptions) => Promise<void>;

/** Chromium and Firefox are driven through the same library, so this is a tab of either. */
export async function openPuppeteerTab(engine: EngineName, browser: Browser, options: OpenOptions, prepare: Prepare): Promise<Tab> {
  const context = await browser.createBrowserContext();
  let open = 0;

  async function openTab(): Promise<Tab> {
    const page = await context.newPage({ type: 'window' });
    open += 1;
    const problems: Problem[] = [];
    await collect(page, problems);
    await prepare(page, options);
    await page.setViewport(options.viewport ?? { width: 390, height: 844 });

    const tab: Tab = {
      engine,
      problems,
      goto: (url) => arrive(tab, () => page.goto(url)),
      reload: () => arrive(tab, () => page.reload()),
      evaluate: (code: unknown, argument?: unknown) => page.evaluate(code as never, argument as never) as Promise<never>,
      waitFor: (code: never, wait: Parameters<typeof poll>[2], argument?: never) =>
        poll(tab, () => tab.evaluate(code, argument), wait) as Promise<never>,
      text: (selector) => tab.evaluate(innerText, selector),
      async click(selector) {
        const found = await poll(tab, () => page.$(selector), { what: `"${selector}" to click`, timeoutMs: 5_000 });
        await found?.click();
      },
      async press(key) {
        if (key !== 'Shift+Tab') return page.keyboard.press(key as KeyInput);
        await page.keyboard.down('Shift');
        await page.keyboard.press('Tab');
        await page.keyboard.up('Shift');
      },
      type: (text) => page.keyboard.type(text),
      setViewport: (width, height) => page.setViewport({ width, height }),
      screenshot: async (path) => void (await page.screenshot({ path: path as `${string}.png` })),
      pdf: async (path, paper = 'a4') => void (await page.pdf({ path, format: paper, preferCSSPageSize: true })),
      async limitStorage(bytes) {
        const session = await page.createCDPSession();
        await session.send('Storage.overrideQuotaForOrigin', { origin: new URL(page.url()).origin, ...(bytes !== undefined && { quotaSize: bytes }) });
      },
      newTab: openTab,
      async close() {
        if (page.isClosed()) return;
        await page.close();
        open -= 1;
        if (open === 0) await context.close();
      },
      freeze: () => signalTree(pidOf(browser), 'SIGSTOP'),
      thaw: () => signalTree(pidOf(browser), 'SIGCONT'),
    };
    return tab;
  }
  return openTab();
}

/** How long Firefox's driver may take to say that a page has come before the page itself is asked, in milliseconds. */
const driverPatience = 2_000;

/**
 * Goes to a page. On a busy machine Firefox's driver now and then never says that the page has come, though it is there and complete, nor that
 * none has come, though Firefox shows its own page of errors, which is never complete.
 */
async function arrive(tab: Tab, go: () => Promise<unknown>): Promise<void> {
  if (tab.engine !== 'firefox') return void (await go());
  const born = await tab.evaluate<number>('performance.timeOrigin');
  const said = new AbortController();
  const seen = pause(driverPatience, undefined, { signal: said.signal }).then(async () => {
    const state = () =>
      tab.evaluate<string>(`performance.timeOrigin !== ${born} && (document.documentURI.startsWith("about:neterror") ? "no page" : document.readyState)`);
    const ended = () => state().then((now) => ['no page', 'complete'].find((end) => end === now));
    if ((await poll(tab, ended, { what: 'another page' })) === 'no page') throw new Error('Firefox shows its page of errors.');
  });
  const going = go();
  // Whichever is the later of the two may fail unheard.
  for (const either of [going, seen]) either.catch(() => {});
  await Promise.race([going, seen]).finally(() => said.abort());
}

async function collect(page: Page, problems: Problem[]): Promise<void> {
  page.on('console', (message) => {
    if (message.type() !== 'error') return;
    const text = message.text();
    const kind = text.startsWith('securitypolicyviolation') ? 'policy' : text.startsWith('Failed to load resource') ? 'network' : 'console';
    problems.push({ kind, text });
  });
  page.on('pageerror', (error) => {
    const text = String(error);
    // What Firefox says of a request without an address that a worker was answering: one that was given up because its page was left.
    problems.push({ kind: text.startsWith('Error: Failed to load ‘’. A ServiceWorker intercepted') ? 'network' : 'exception', text });
  });
  await page.evaluateOnNewDocument(() => {
    addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) =>
      console.error(`securitypolicyviolation: ${effectiveDirective} blocked ${blockedURI} ${sample}`),
    );
  });
}

function pidOf(browser: Browser): number {
  const pid = browser.process()?.pid;
  if (pid === undefined) throw new Error('The browser has no process: it was closed.');
  return pid;
}
