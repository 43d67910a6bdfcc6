import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findDifference } from '../../src/prerender/find-difference.ts';
import { applyDifference } from '../../src/sw/difference.ts';

/** Texts that share long runs, as the pages of two languages do. */
const runs = fc.array(fc.constantFrom('<section class="block do" id="hands">', '</section><section class="block">', 'ਆਪਣੇ ਹੱਥ ਧੋਵੋ', 'Wash your hands', '🌿', 'x'), { maxLength: 40 }).map((pieces) => pieces.join(''));
const text = fc.oneof(runs, fc.string({ unit: 'binary', maxLength: 200 }), fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 300 }));

describe('the difference between two texts', () => {
  test('makes the one out of the other, exactly', () => {
    fc.assert(fc.property(text, text, (source, target) => applyDifference(source, findDifference(source, target)) === target));
  });

  test('survives being sent as JSON', () => {
    fc.assert(fc.property(runs, runs, (source, target) => applyDifference(source, JSON.parse(JSON.stringify(findDifference(source, target)))) === target));
  });

  test('copies what both share, rather than say it again', () => {
    const shared = '<b>what both languages share: pictures, styles and structure</b>'.repeat(20);
    const difference = findDifference(`<!doctype html><p>one</p>${shared}`, `<!doctype html><p>other</p>${shared}<p>end</p>`);
    expect(JSON.stringify(difference).length).toBeLessThan(80);
    expect(applyDifference(`<!doctype html><p>one</p>${shared}`, difference)).toBe(`<!doctype html><p>other</p>${shared}<p>end</p>`);
  });
});
