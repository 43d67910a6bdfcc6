import { launch } from 'puppeteer-core';
import type { Engine } from './engine.ts';
import { need } from './executables.ts';
import { openPuppeteerTab, type Prepare } from './puppeteer-tab.ts';
import { sharedBrowsers } from './shared-browsers.ts';

const quiet = ['--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'];

/** Chromium, through the DevTools protocol. */
export function chromium(): Engine {
  const browsers = sharedBrowsers((languages: readonly string[]) =>
    launch({
      browser: 'chrome',
      executablePath: need('chromium'),
      headless: true,
      args: [
        ...quiet,
        // Chromium's sandbox refuses to start as root, which is who runs tests in a container.
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        ...(languages.length > 0 ? [`--accept-lang=${languages.join(',')}`] : []),
      ],
    }),
  );
  return {
    name: 'chromium',
    open: async (options = {}) => openPuppeteerTab('chromium', await browsers.get(options.languages ?? []), options, prepare),
    close: () => browsers.close(),
  };
}

const prepare: Prepare = async (page, { javascript, dark, reducedMotion, forcedColors }) => {
  if (javascript === false) await page.setJavaScriptEnabled(false);
  const session = await page.createCDPSession();
  await session.send('Emulation.setEmulatedMedia', {
    features: [
      { name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' },
      { name: 'prefers-reduced-motion', value: reducedMotion ? 'reduce' : 'no-preference' },
      { name: 'forced-colors', value: forcedColors ? 'active' : 'none' },
    ],
  });
};
