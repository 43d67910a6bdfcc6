import { execFile } from 'node:child_process';
import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { languages, languageTags } from '../../src/i18n/languages.ts';
import { pathOf } from '../../src/site/addresses.ts';
import { checkSite } from '../deployed/check-site.ts';
import { visitorTo } from '../deployed/visitor.ts';
import { oneOfEachKind, scanHost } from '../fixtures/header-scan.ts';
import { runNginx } from '../fixtures/host-server.ts';
import { copyRepository, type RepositoryCopy } from '../fixtures/repository-copy.ts';
import { top } from '../fixtures/source-imports.ts';

const run = promisify(execFile);
let copy: RepositoryCopy;
let said: string;

// The commented edition is due again on a day of its own, whenever the tests run.
const december = { SOURCE_DATE_EPOCH: String(Date.parse('2026-12-01') / 1000) };
const command = (...words: string[]) => run(process.execPath, ['src/prerender/edition/edition-command.ts', ...words], { cwd: copy.folder, env: { ...process.env, ...december } });
const refused = (...words: string[]) => command(...words).then(() => 'not refused', ({ stderr }: { stderr: string }) => stderr.trim());
/** Gives the place a name in the words of one language; what comes back takes it away. */
async function nameThePlace(tag: string): Promise<() => Promise<void>> {
  const file = join(copy.folder, `locales/${tag}/royal-derby.json`);
  const text = await readFile(file, 'utf8');
  await writeFile(file, JSON.stringify({ ...JSON.parse(text), region: 'Derby', inRegion: 'Derby' }));
  return () => writeFile(file, text);
}
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

  test('makes an edition that is whole, and that has a hash to approve once place and publisher have a name', async () => {
    expect((await command('check', 'royal-derby')).stdout).toContain('is whole in English, Punjabi');
    expect(await refused('approve', 'royal-derby', 'fr')).toContain('locales/fr/royal-derby.json: "region" is still "cette région". Write how your place is called');
    onTestFinished(await nameThePlace('fr'));
    expect(await refused('approve', 'royal-derby', 'fr')).toContain('cannot be approved while publisher is null: say in src/content/editions/royal-derby.ts');
    const text = await readFile(facts(), 'utf8');
    onTestFinished(() => writeFile(facts(), text));
    await writeFile(facts(), text.replace('publisher: null', "publisher: 'Royal Derby'"));
    expect((await command('approve', 'royal-derby', 'fr')).stdout).toMatch(/French: not approved\n {4}fr: \{ by: '<name, role>', on: '\d{4}-\d\d-\d\d', hash: '[0-9a-f]{16}' \},/);
  });

  test('makes an edition that builds, as the made-up place in every language', async () => {
    const { code, said: built } = await copy.build({ EDITION: 'royal-derby' });
    expect([code, built.includes('error')]).toEqual([0, false]);
    for (const tag of languageTags) expect(await readFile(join(copy.folder, 'dist', pathOf(tag, 'hand-washing'), 'index.html'), 'utf8')).toMatch(/(?<!\d)20(?!\d)/);
  }, 300_000);

  test('makes a site that a host answers as the table of headers says, with every link, page and hash in place', async () => {
    const folder = join(copy.folder, 'dist');
    const server = await runNginx({ folder, base: '/', config: await readFile(`${folder}-host/nginx.conf`, 'utf8') });
    onTestFinished(server.close);
    expect(await scanHost(server.url, folder, oneOfEachKind)).toEqual([]);
    const found = { bad: [] as string[], good: 0 };
    for await (const { ok, what, detail } of checkSite(visitorTo(server.url))) ok ? (found.good += 1) : found.bad.push(`${what}: ${detail}`);
    expect(found).toEqual({ bad: [], good: expect.any(Number) });
    expect(found.good).toBeGreaterThan(10);
  }, 120_000);

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
    expect(built).toContain('src/content/editions/royal-derby.ts: handWashing.seconds is "20 seconds". Give whole seconds, 15 to 120, as a number without quotation marks.');
    expect(built).toContain('src/content/editions/royal-derby.ts: due is "next May". Write a day of the calendar as year-month-day, such as 2026-11-20.');
  });

  test('that keeps the file from being read is named with its file and its line', async () => {
    const text = await readFile(facts(), 'utf8');
    await writeFile(facts(), text.replace("name: 'CPO',", "// Île, 北\n  name: 'CPO'"));
    const line = text.slice(0, text.indexOf('  acronyms: {')).split('\n').length + 1;
    const said = await refused('check', 'royal-derby');
    await writeFile(facts(), text);
    expect(said).toMatch(new RegExp(`^src/content/editions/royal-derby\\.ts, line ${line}: this cannot be read \\(.*\\)\\. Look at the end of the line before`));
    expect(said.split('\n').length).toBe(1);
  });

  test('that has passed the day of the next check is refused by the check, and warned of by the build', async () => {
    const late = { SOURCE_DATE_EPOCH: String(Date.parse('2027-06-01') / 1000) };
    const said = await run(process.execPath, ['src/prerender/edition/edition-command.ts', 'check', 'royal-derby'], { cwd: copy.folder, env: { ...process.env, ...late } }).then(() => 'not refused', ({ stderr }: { stderr: string }) => stderr);
    expect(said).toContain('royal-derby.ts: due (2027-05-20) has passed.');
    const { code, said: built } = await copy.build({ EDITION: 'royal-derby', ...late });
    expect([code, built]).toEqual([0, expect.stringContaining('WARNING: src/content/editions/royal-derby.ts: due (2027-05-20) has passed.')]);
  }, 300_000);

  test('in publishing only what is approved is said by the check, as the build says it', async () => {
    const text = await readFile(facts(), 'utf8');
    onTestFinished(await nameThePlace('en'));
    await writeFile(facts(), text.replace("publishes: 'drafts with label'", "publishes: 'reviewed only'"));
    expect(await refused('check', 'royal-derby')).toContain('its English text is not approved as it stands now');
    const approved = text.replace("publishes: 'drafts with label'", "publishes: 'reviewed only'").replace('publisher: null', "publisher: 'Royal Derby'");
    await writeFile(facts(), approved);
    const line = (await command('approve', 'royal-derby', 'en')).stdout.match(/en: \{.*\},/)?.[0] ?? '';
    await writeFile(facts(), approved.replace('approvals: {}', `approvals: { ${line} }`));
    expect(await refused('check', 'royal-derby')).toContain('the approval of "en" is by "<name, role>"');
    await writeFile(facts(), approved.replace('approvals: {}', `approvals: { ${line.replace('<name, role>', 'Dr A. Name, consultant')} }`));
    expect((await command('check', 'royal-derby')).stdout).toBe(['The edition "royal-derby" is whole in English.', ...languages.filter(({ tag }) => tag !== 'en').map(({ english }) => `${english} is left out: nobody has approved it.`), ''].join('\n'));
    await writeFile(facts(), text);
  }, 120_000);

  test('in English is named before what other languages lack because of it', async () => {
    const file = join(copy.folder, 'locales/en/royal-derby.json');
    const text = await readFile(file, 'utf8');
    await writeFile(file, JSON.stringify({ ...JSON.parse(text), region: undefined }));
    const said = await refused('check', 'royal-derby');
    await writeFile(file, text);
    expect(said.split('\n')[1]).toContain('locales/en/royal-derby.json: "region" is missing');
  });

  test('in its words is named with its file, its key and its language', async () => {
    await rm(join(copy.folder, 'locales/pa/royal-derby.json'));
    expect(await refused('check', 'royal-derby')).toContain('locales/pa/royal-derby.json: the file is missing');
    expect(await refused('check', 'nowhere')).toContain('There is no edition "nowhere". Choose one of: bc, leicester, royal-derby');
  });
});
