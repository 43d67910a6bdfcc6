import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutKnownLength, on } from '../fixtures/faults.ts';
import { smallTags } from '../fixtures/small-release.ts';
import { forEachEngine } from './engines/for-each-engine.ts';
import { onePhone } from './one-phone.ts';

const tag = fc.constantFrom(...smallTags);
const step = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('visit' as const), tag, page: fc.constantFrom('', 'card/') }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constantFrom('keep' as const, 'drop' as const), tag }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('deploy' as const), changed: fc.subarray([...smallTags], { minLength: 1 }) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constantFrom('cut' as const, 'go offline' as const, 'go online' as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('evict' as const), which: fc.nat(15) }) },
);

/** Milliseconds; what has not been tried by then is not tried in this run. */
const timeLimit = 50_000;
const seed = Number(process.env['SEED'] ?? Date.now() % 2 ** 31);

forEachEngine((engine) => {
  test('whatever a reader does, every page shown is one that was published, and nothing kept is lost', { timeout: 180_000 }, async () => {
    console.log(`SEED=${seed} repeats the sequences of ${engine.name}`);
    const home = await engine.open();
    let lives = 0;
    const life = fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 12, size: 'max' }), async (steps) => {
      const phone = await onePhone(home);
      try {
        await phone.visit({ tag: 'ar', page: '' });
        for (const next of steps) {
          if (next.do === 'visit') await phone.visit(next);
          else if (next.do === 'keep' || next.do === 'drop') await phone[next.do](next.tag);
          else if (next.do === 'deploy') await phone.deploy(next.changed);
          else if (next.do === 'evict') await phone.evict(next.which);
          else if (next.do === 'cut') phone.server.setFault(on(/\/packs\//, cutKnownLength()));
          else if (next.do === 'go offline') await phone.server.stop();
          else {
            phone.server.setFault(undefined);
            await phone.server.start();
          }
        }
        await phone.readAllOffline();
        lives += 1;
      } finally {
        await phone.end();
      }
    });
    await fc.assert(life, { seed, numRuns: 100, endOnFailure: true, interruptAfterTimeLimit: timeLimit, markInterruptAsFailure: false });
    expect(lives).toBeGreaterThan(3);
    await home.close();
  });
});
