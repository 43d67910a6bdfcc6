import { afterAll, describe } from 'vitest';
import { chromium } from './chromium.ts';
import { engineNames, type Engine, type EngineName } from './engine.ts';
import { firefox } from './firefox.ts';
import { webkit } from './webkit.ts';

const start: Record<EngineName, () => Engine> = { chromium, firefox, webkit };

/**
 * Describes the same tests once per engine, and closes each engine after its last test.
 *
 * ENGINES=chromium,webkit in the environment leaves the others out.
 *
 * @param names when an engine cannot do what the tests need; say why beside it
 */
export function forEachEngine(tests: (engine: Engine) => void, names: readonly EngineName[] = engineNames): void {
  const wanted = wantedEngines();
  describe.each(names.filter((name) => wanted.includes(name)))('in %s', (name) => {
    const engine = start[name]();
    afterAll(() => engine.close());
    tests(engine);
  });
}

function wantedEngines(): readonly EngineName[] {
  const listed = process.env['ENGINES']?.split(',').map((name) => name.trim());
  const odd = listed?.find((name) => !engineNames.some((known) => known === name));
  if (odd !== undefined) throw new Error(`ENGINES names "${odd}"; known are ${engineNames.join(', ')}`);
  return listed ? engineNames.filter((name) => listed.includes(name)) : engineNames;
}
