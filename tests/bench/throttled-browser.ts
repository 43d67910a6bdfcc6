import { launch } from 'puppeteer-core';
import { need } from '../browser/engines/executables.ts';
import { now } from './now.ts';
import { bindingName, watchPage, type Sighting } from './watch-page.ts';

/** How long anything may take to happen, in milliseconds. */
const patience = 60_000;
const quiet = ['--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'];

/** One opening of a page. */
export interface Visit {
  /** The page's h1 was first painted. */
  readable(): Promise<Sighting>;
  /** `data-offline` became `ready`; rejects if it becomes `failed` or `unsupported`. */
  ready(): Promise<Sighting>;
}

export interface ThrottledBrowser {
  /** Sets out for a page. Does not wait for it to be loaded: there may be files that never come. */
  visit(url: string): Visit;
  close(): Promise<void>;
}

/** What a browser is opened with. */
export interface BrowserOptions {
  /** Folder of the profile. */
  readonly profile: string;
  /** Of the one certificate to trust. */
  readonly fingerprint: string;
  /** How many times longer everything on the page's main thread takes. */
  readonly slowdown: number;
}

/** Chromium as on a slow phone. */
export async function openThrottledBrowser({ profile, fingerprint, slowdown }: BrowserOptions): Promise<ThrottledBrowser> {
  const browser = await launch({
    browser: 'chrome',
    executablePath: need('chromium'),
    headless: true,
    userDataDir: profile,
    defaultViewport: { width: 360, height: 740 },
    args: [
      ...quiet,
      // Chromium's sandbox refuses to start as root.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      // Unlike --ignore-certificate-errors, this leaves the page without an error, and a worker may be installed.
      `--ignore-certificate-errors-spki-list=${fingerprint}`,
    ],
  });
  const page = (await browser.pages())[0] ?? (await browser.newPage());
  const session = await page.createCDPSession();
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await session.send('Runtime.enable');
  await session.send('Runtime.addBinding', { name: bindingName });
  await page.evaluateOnNewDocument(watchPage);

  const sightings: Sighting[] = [];
  let tell = () => {};
  session.on('Runtime.bindingCalled', ({ name, payload }) => {
    if (name !== bindingName) return;
    sightings.push(JSON.parse(payload) as Sighting);
    tell();
  });

  function sighting(what: Sighting['what'], href: string, since: number): Promise<Sighting> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`${href} was not ${what} within ${patience} ms; seen: ${JSON.stringify(sightings)}`)), patience);
      const look = () => {
        const seen = sightings.filter((one) => one.href === href && one.at >= since);
        const right = seen.find((one) => one.what === what);
        const wrong = seen.find((one) => one.what === 'failed' || one.what === 'unsupported');
        if (right || wrong) clearTimeout(timer);
        if (right) resolve(right);
        else if (wrong) reject(new Error(`${href} says: ${wrong.what}`));
      };
      tell = look;
      look();
    });
  }

  return {
    visit(href) {
      const asked = now();
      // What went wrong is told by what was not seen.
      page.goto(href, { timeout: 0 }).catch(() => {});
      return { readable: () => sighting('readable', href, asked), ready: () => sighting('ready', href, asked) };
    },
    close: () => browser.close(),
  };
}
