import { launch, type LaunchOptions } from 'puppeteer-core';
import { olderChromiumProgram } from '../../fixtures/older-chromium.ts';
import type { Engine } from './engine.ts';
import { need } from './executables.ts';
import { openPuppeteerTab, type Prepare } from './puppeteer-tab.ts';
import { sharedBrowsers } from './shared-browsers.ts';

const quiet = ['--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'];

/** Chromium, through the DevTools protocol. */
export const chromium = (): Engine => engineOf(() => ({ executablePath: need('chromium'), headless: true }));

/** Chromium 89, which starts without a tab, and knows one way only of having no window. */
export const olderChromium = (): Engine => engineOf(() => ({ executablePath: olderChromiumProgram(), headless: 'shell', waitForInitialPage: false }));

function engineOf(program: () => LaunchOptions): Engine {
  const browsers = sharedBrowsers(() =>
    launch({
      ...program(),
      browser: 'chrome',
      args: [
        ...quiet,
        // Chromium's sandbox refuses to start as root, which is who runs tests in a container.
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ],
    }),
  );
  return {
    name: 'chromium',
    open: async (options = {}) => openPuppeteerTab('chromium', await browsers.get(undefined), options, prepare),
    close: () => browsers.close(),
  };
}

const prepare: Prepare = async (page, { javascript, languages, dark, reducedMotion, forcedColors }) => {
  if (javascript === false) await page.setJavaScriptEnabled(false);
  const session = await page.createCDPSession();
  if (languages) await session.send('Network.setUserAgentOverride', { userAgent: await page.browser().userAgent(), acceptLanguage: languages.join(',') });
  await session.send('Emulation.setEmulatedMedia', {
    features: [
      { name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' },
      { name: 'prefers-reduced-motion', value: reducedMotion ? 'reduce' : 'no-preference' },
      { name: 'forced-colors', value: forcedColors ? 'active' : 'none' },
    ],
  });
};
