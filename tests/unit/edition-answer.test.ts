import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { editions } from '../../src/content/editions/index.ts';
import { leicester } from '../../src/content/editions/leicester.ts';
import { languages } from '../../src/i18n/languages.ts';
import { releases } from '../../src/content/release.ts';
import { answer } from '../../src/prerender/edition/edition-answer.ts';
import { loadSiteWords } from '../../src/prerender/draw/site-words.ts';
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
      facts.doctor += ' again'.repeat(200);
    });
    await expect(check()).rejects.toThrow(/^locales\/en\/share\.json: "facts" with "draft" take \d+ bytes/);
  });

  test('refuses a number that the edition does not give, and names the key that needs it', async () => {
    copy.changeInAll('leicester', ({ words }) => {
      words.treatment.blocks['as-told'].heading += ' {{weeks}}';
    });
    await expect(check()).rejects.toThrow(/^locales\/en: the sentence ".*" at "treatment:blocks\.as-told\.heading" needs \{\{weeks\}\}, and the edition gives no such fact/);
  });

  test('refuses a number in a sentence that is drawn as it is, and names page, sentence and language', async () => {
    copy.changeInAll('leicester', ({ words }) => {
      words.family = { lead: 'At home, for {{months}} months.' };
    });
    await expect(check()).rejects.toThrow('/en/family/: a sentence of this page cannot hold a placeholder: "At home, for 12 months.". Say it without, in locales/en or in the "words" of the edition there.');
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

describe('npm run edition -- approve', () => {
  const approve = (language: string) => answer(copy.root, ['approve', 'leicester', language]);
  /** As `npm run edition -- new` leaves the words of one language. */
  const leaveUnnamed = (tag: string) => copy.changeText(`${tag}/leicester.json`, (text) => JSON.stringify({ ...JSON.parse(text), ...JSON.parse(readFileSync(join(copy.root, `locales/${tag}/new-edition.json`), 'utf8')) }));
  const publishedBy = (publisher: string | null) => Object.assign(editions, { leicester: { ...leicester, publisher } });
  beforeEach(() => void publishedBy('A hospital'));
  afterEach(() => void Object.assign(editions, { leicester }));

  test('refuses an edition that nobody publishes: naming who does would void what was approved', async () => {
    publishedBy(null);
    await expect(approve('en')).rejects.toThrow('The text of the edition "leicester" cannot be approved while publisher is null: say in src/content/editions/leicester.ts who publishes it');
  });

  test('refuses a language in which the place is still called as every new edition calls it, and names file and key', async () => {
    leaveUnnamed('fr');
    await expect(approve('fr')).rejects.toThrow('The text of the edition "leicester" cannot be approved before its place has a name:\n  locales/fr/leicester.json: "region" is still "cette région". Write how your place is called\n  locales/fr/leicester.json: "inRegion" is still "dans cette région". ');
    expect(await approve('en')).toMatch(/^English: not approved\n {4}en: \{ by:/);
  });

  test('needs no other name for what lies abroad', async () => {
    copy.changeText('en/leicester.json', (text) => JSON.stringify({ ...JSON.parse(text), outsideCountry: 'abroad' }));
    expect(await approve('en')).toMatch(/^English: not approved/);
  });

  test('is not got round by writing the line oneself: neither check nor build takes it', () => {
    leaveUnnamed('fr');
    const approval = { by: 'Dr A. Name', on: '2026-11-25', hash: '0123456789abcdef' };
    const approved = (tag: 'en' | 'fr') => loadSiteWords(join(copy.root, 'locales'), { ...leicester, publisher: 'A hospital', approvals: { [tag]: approval } }, false);
    expect(() => approved('fr')).toThrow('locales/fr/leicester.json: "region" is still "cette région"');
    expect(approved('en').reviews['en']?.state).toBe('lapsed');
  });
});
