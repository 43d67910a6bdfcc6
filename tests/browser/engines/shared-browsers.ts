import type { Browser } from 'puppeteer-core';

/** Keeps one running browser per set of launch options, since a start takes seconds and a fresh profile does not need one. */
export function sharedBrowsers<O>(launch: (options: O) => Promise<Browser>) {
  const running = new Map<string, Promise<Browser>>();
  return {
    /** `alone`: one that nobody else gets. */
    get(options: O, alone = false): Promise<Browser> {
      const key = JSON.stringify([options, alone && running.size]);
      const browser = running.get(key) ?? launch(options);
      running.set(key, browser);
      return browser;
    },
    async close(): Promise<void> {
      const browsers = await Promise.allSettled(running.values());
      running.clear();
      await Promise.all(browsers.map((browser) => (browser.status === 'fulfilled' ? browser.value.close() : undefined)));
    },
  };
}
