import { afterAll, describe } from 'vitest';
import { olderChromiumRuns } from '../../fixtures/older-chromium.ts';
import { chromium, olderChromium } from './chromium.ts';
import { browserNames, engineNames, type BrowserName, type Engine } from './engine.ts';
import { firefox } from './firefox.ts';
import { webkit } from './webkit.ts';

const start: Record<BrowserName, () => Engine> = { chromium, firefox, webkit, older: olderChromium };

/**
 * Describes the same tests once per engine, and closes each engine after its last test.
 *
 * ENGINES=chromium,webkit in the environment leaves the others out.
 *
 * @param names when an engine cannot do what the tests need; say why beside it
 */
export function forEachEngine(tests: (engine: Engine) => void, names: readonly BrowserName[] = engineNames): void {
  const wanted = wantedEngines();
  for (const name of names.filter((name) => wanted.includes(name))) {
    const runs = name !== 'older' || olderChromiumRuns;
    describe.skipIf(!runs)(runs ? `in ${name}` : 'in older: Chromium 89 was built for x64 only', () => {
      const engine = start[name]();
      afterAll(() => engine.close());
      tests(engine);
    });
  }
}

function wantedEngines(): readonly BrowserName[] {
  const listed = process.env['ENGINES']?.split(',').map((name) => name.trim());
  const odd = listed?.find((name) => !browserNames.some((known) => known === name));
  if (odd !== undefined) throw new Error(`ENGINES names "${odd}"; known are ${browserNames.join(', ')}`);
  return listed ? browserNames.filter((name) => listed.includes(name)) : browserNames;
}
