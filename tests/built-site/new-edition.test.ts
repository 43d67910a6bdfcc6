import { execFile } from 'node:child_process';
import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { languageTags } from '../../src/i18n/languages.ts';
import { pathOf } from '../../src/site/addresses.ts';
import { copyRepository, type RepositoryCopy } from '../fixtures/repository-copy.ts';
import { top } from '../fixtures/source-imports.ts';

const run = promisify(execFile);
let copy: RepositoryCopy;
let said: string;

const command = (...words: string[]) => run(process.execPath, ['src/prerender/edition-command.ts', ...words], { cwd: copy.folder });
const refused = (...words: string[]) => command(...words).then(() => 'not refused', ({ stderr }: { stderr: string }) => stderr.trim());
const facts = () => join(copy.folder, 'src/content/editions/royal-derby.ts');

beforeAll(async () => {
  copy = await copyRepository();
  said = (await command('new', 'royal-derby')).stdout;
});
afterAll(() => copy.remove());

describe('npm run edition -- new royal-derby', () => {
  test('says what it has written and what comes next', () => {
    for (const part of ['EDITION=royal-derby npm start', 'src/content/editions/royal-derby.ts', ...languageTags.map((tag) => `locales/${tag}/royal-derby.json`), 'src/content/sources.ts']) expect(said).toContain(part);
  });

  test('writes a commented file that names itself, and registers it', async () => {
    const text = await readFile(facts(), 'utf8');
    expect(text).toContain("id: 'royal-derby'");
    expect(text).toContain('export const royalDerbyEdition = {');
    expect(text).not.toMatch(/new-edition|newEdition/);
    const index = await readFile(join(copy.folder, 'src/content/editions/index.ts'), 'utf8');
    expect(index).toContain("import { royalDerbyEdition } from './royal-derby.ts';");
    expect(index).toContain("  'royal-derby': royalDerbyEdition,\n};");
  });

  test('makes an edition that is whole, and that has a hash to approve', async () => {
    expect((await command('check', 'royal-derby')).stdout).toContain('is whole in English, Punjabi');
    expect((await command('approve', 'royal-derby', 'fr')).stdout).toMatch(/French: not approved\n {4}fr: \{ by: '<name, role>', on: '\d{4}-\d\d-\d\d', hash: '[0-9a-f]{16}' \},/);
  });

  test('makes an edition that builds, as the made-up place in every language', async () => {
    const { code, said: built } = await copy.build({ EDITION: 'royal-derby' });
    expect([code, built.includes('error')]).toEqual([0, false]);
    for (const tag of languageTags) expect(await readFile(join(copy.folder, 'dist', pathOf(tag, 'hand-washing'), 'index.html'), 'utf8')).toMatch(/(?<!\d)20(?!\d)/);
  }, 300_000);

  test('makes an edition that passes the tests', async () => {
    await Promise.all(['tests', 'README.md', 'tsconfig.json'].map((name) => cp(join(top, name), join(copy.folder, name), { recursive: true })));
    const { VITEST: _, ...environment } = process.env;
    const arguments_ = ['node_modules/vitest/vitest.mjs', 'run', '--config', 'tests/vitest.config.ts', '--project', 'unit', 'tests/unit/editions.test.ts', 'tests/unit/check-edition.test.ts', 'tests/locales', 'tests/pages'];
    const { stdout, stderr } = await run(process.execPath, arguments_, { cwd: copy.folder, env: { ...environment, EDITION: 'royal-derby' }, maxBuffer: 10_000_000 }).catch((error: { stdout: string; stderr: string }) => error);
    expect(`${stdout}${stderr}`).toMatch(/\b0 failed(, \d+ skipped)?$/m);
  }, 400_000);

  test('is refused under a name that is taken, is a file of words, or cannot be one', async () => {
    expect(await refused('new', 'royal-derby')).toContain('There is an edition "royal-derby" already');
    expect(await refused('new', 'bc')).toContain('There is an edition "bc" already');
    expect(await refused('new', 'home')).toContain('"home" is the name of a file of words');
    for (const name of ['Derby', 'a b', '../x', 'x--y', '1st', 'new']) expect(await refused('new', name)).toMatch(/cannot be the name|Choose another/);
  });
});

describe('a mistake in it', () => {
  test('fails the build, with a sentence that says where and what to do', async () => {
    const text = await readFile(facts(), 'utf8');
    await writeFile(facts(), text.replace('seconds: { value: 20', "seconds: { value: '20 seconds'").replace("due: '2027-05-20'", "due: 'next May'"));
    const { code, said: built } = await copy.build({ EDITION: 'royal-derby' });
    await writeFile(facts(), text);
    expect(code).not.toBe(0);
    expect(built).toContain('The edition "royal-derby" cannot be built:');
    expect(built).toContain('src/content/editions/royal-derby.ts: handWashing.seconds is "20 seconds". Give whole seconds, 10 to 120, as a number without quotation marks.');
    expect(built).toContain('src/content/editions/royal-derby.ts: due is "next May". Write a day of the calendar as year-month-day, such as 2026-11-20.');
  });

  test('in its words is named with its file, its key and its language', async () => {
    await rm(join(copy.folder, 'locales/pa/royal-derby.json'));
    expect(await refused('check', 'royal-derby')).toContain('locales/pa/royal-derby.json: the file is missing');
    expect(await refused('check', 'nowhere')).toContain('There is no edition "nowhere". Choose one of: bc, leicester, royal-derby');
  });
});
