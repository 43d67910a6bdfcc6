import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveLeaflet } from '../fixtures/served-leaflet.ts';
import type { Site } from '../fixtures/site-server.ts';
import type { Tab } from './engines/engine.ts';
import { forEachEngine } from './engines/for-each-engine.ts';
import { serveTimer, type TimerSite } from './timer-page.ts';
import { openTimer, phaseIs, short } from './timer-reader.ts';

let site: Site;
let timer: TimerSite;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'handleaf-focus-'));
  [site, timer] = await Promise.all([serveLeaflet(), serveTimer()]);
});
afterAll(async () => {
  await Promise.all([site.stop(), timer.close(), rm(folder, { recursive: true })]);
});

async function picture(tab: Tab): Promise<PNG> {
  // WebKit shows the page as it was last drawn.
  await tab.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => drawn(true)))));
  const path = join(folder, `${tab.engine}.png`);
  await tab.screenshot(path);
  return PNG.sync.read(await readFile(path));
}

const light = (png: PNG, at: number) => {
  const [red = 0, green = 0, blue = 0] = [...png.data.subarray(at, at + 3)].map((part) => (part <= 10 ? part / 3294 : ((part / 255 + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

/** How much of its edge a line three pixels wide goes along, 3:1 against what is there without it, when the element has the focus. */
async function framed(tab: Tab): Promise<number> {
  const box = await tab.evaluate(() => {
    const { left, top, width, height } = (document.activeElement as Element).getBoundingClientRect();
    return { left, top, width, height, screen: innerWidth };
  });
  const focused = await picture(tab);
  await tab.evaluate('document.activeElement.blur(), 0');
  const before = await picture(tab);
  const scale = before.width / box.screen;
  let pixels = 0;
  for (let y = Math.max(0, box.top - 8); y < Math.min(before.height / scale, box.top + box.height + 8); y += 1 / scale) {
    for (let x = Math.max(0, box.left - 8); x < Math.min(box.screen, box.left + box.width + 8); x += 1 / scale) {
      const at = 4 * (Math.round(y * scale) * before.width + Math.round(x * scale));
      const [one, other] = [light(focused, at), light(before, at)];
      if ((Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05) >= 3) pixels += 1;
    }
  }
  return pixels / scale ** 2 / 3 / (2 * (box.width + box.height));
}

/** Goes on with the key until this has the focus. */
async function tabTo(tab: Tab, selector: string): Promise<void> {
  for (let press = 0; press < 20; press += 1) {
    await tab.press('Tab');
    if (await tab.evaluate((wanted: string) => document.activeElement?.matches(wanted) ?? false, selector)) return;
  }
  throw new Error(`The key does not come to ${selector}`);
}

// A driven WebKitGTK draws no frame: its window is not the one in front.
forEachEngine((engine) => {
  test.each([
    ['a tile of the start page', 'light', 'en/', '.tiles a'],
    ['a tile of the start page', 'dark', 'ar/', '.tiles a'],
    ['a link in a slip', 'light', 'ar/home-hygiene/', '.slip a'],
    ['a link in a slip', 'dark', 'ar/home-hygiene/', '.slip a'],
  ])('%s that has the focus is framed in %s', async (_, scheme, path, selector) => {
    const tab = await engine.open({ dark: scheme === 'dark', reducedMotion: true, viewport: { width: 390, height: 740 } });
    await tab.goto(site.url + path);
    await tabTo(tab, selector);
    expect(await framed(tab)).toBeGreaterThan(0.7);
    await tab.close();
  });

  test.each([['light', false], ['dark', true]])('in %s a button of the timer that has the focus is framed on the dark ground of rinsing', async (_, dark) => {
    const tab = await openTimer(timer, engine, { ...short, seconds: 1, choices: [1], after: { rinse: 30, dry: 1 } }, { dark, reducedMotion: true });
    await tab.click('.timer-start');
    await phaseIs(tab, 'rinse');
    await tabTo(tab, '.timer-stop');
    expect(await framed(tab)).toBeGreaterThan(0.7);
    await tab.close();
  });
}, ['chromium', 'firefox']);
