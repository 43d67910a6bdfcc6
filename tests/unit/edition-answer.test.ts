import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { languages } from '../../src/i18n/languages.ts';
import { releases } from '../../src/content/release.ts';
import { answer } from '../../src/prerender/edition-answer.ts';
import { copyWords, type WordsCopy } from '../fixtures/words-copy.ts';

vi.mock('../../src/content/release.ts', () => ({ releases: ['changed'] }));
vi.setConfig({ testTimeout: 60_000 });
// The editions are due again on a day of their own, whenever the tests run.
vi.stubEnv('SOURCE_DATE_EPOCH', String(Date.parse('2026-12-01') / 1000));

let copy: WordsCopy;
beforeEach(() => {
  copy = copyWords();
});
afterEach(() => {
  copy.remove();
  (releases as unknown as string[]).splice(0, Infinity, 'changed');
});
const check = () => answer(copy.root, ['check', 'leicester']);

describe('npm run edition -- check', () => {
  test('finds an edition whole', async () => {
    expect(await check()).toBe(`The edition "leicester" is whole in ${languages.map(({ english }) => english).join(', ')}.`);
  });

  test('refuses facts that are too long for the code that holds them, as the build does', async () => {
    copy.changeInAll('share', ({ facts }) => {
      facts['tell-hospital'] += ' again'.repeat(200);
    });
    await expect(check()).rejects.toThrow(/^locales\/en\/share\.json: "facts" with "draft" take \d+ bytes/);
  });

  test('refuses a number that the edition does not give, and names the key that needs it', async () => {
    copy.changeInAll('leicester', ({ words }) => {
      words.treatment.blocks['as-told'].heading += ' {{weeks}}';
    });
    await expect(check()).rejects.toThrow(/^locales\/en: the sentence ".*" at "treatment:blocks\.as-told\.heading" needs \{\{weeks\}\}, and the edition gives no such fact/);
  });

  test('refuses a block that an edition adds without its body, and one with nothing in it', async () => {
    copy.changeInAll('leicester', ({ words }) => {
      delete words.treatment.blocks['as-told'].body;
      words['what-it-is'].blocks.gut.body = [];
    });
    await expect(check()).rejects.toThrow('locales/en/leicester.json: words.treatment.blocks.as-told.body: missing\n');
    await expect(check()).rejects.toThrow('locales/en/leicester.json: "words.what-it-is.blocks.gut.body" is an empty list\n');
  });

  test('refuses a change of a release that phones do not know', async () => {
    (releases as unknown as string[]).push('safty');
    await expect(check()).rejects.toThrow('src/content/release.ts: a release has changed "safty". Did you mean "safety"?');
  });
});
