import { launch } from 'puppeteer-core';
import type { Engine, OpenOptions } from './engine.ts';
import { need } from './executables.ts';
import { openPuppeteerTab } from './puppeteer-tab.ts';
import { sharedBrowsers } from './shared-browsers.ts';

/** Firefox ESR, through WebDriver BiDi. A reader's settings are preferences, which Firefox reads once, at its start. */
export function firefox(): Engine {
  const browsers = sharedBrowsers((preferences: Record<string, unknown>) =>
    launch({ browser: 'firefox', executablePath: need('firefox'), headless: true, extraPrefsFirefox: preferences }),
  );
  return {
    name: 'firefox',
    // The room is that of all readers of a browser together.
    open: async (options = {}) => openPuppeteerTab('firefox', await browsers.get(preferencesOf(options), !!options.storageKilobytes), options, async () => {}),
    close: () => browsers.close(),
  };
}

function preferencesOf({ javascript, languages, dark, reducedMotion, forcedColors, privately, storageKilobytes }: OpenOptions): Record<string, unknown> {
  return {
    'layout.css.prefers-color-scheme.content-override': dark ? 0 : 1,
    'ui.prefersReducedMotion': reducedMotion ? 1 : 0,
    ...(forcedColors ? { 'ui.useAccessibilityTheme': 1, 'browser.display.document_color_use': 2 } : {}),
    ...(languages ? { 'intl.accept_languages': languages.join(',') } : {}),
    ...(privately ? { 'browser.privatebrowsing.autostart': true } : {}),
    ...(storageKilobytes ? { 'dom.quotaManager.temporaryStorage.fixedLimit': storageKilobytes } : {}),
    ...(javascript === false ? { 'javascript.enabled': false } : {}),
  };
}
