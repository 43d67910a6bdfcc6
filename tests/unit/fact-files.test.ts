import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { copyRepository, type RepositoryCopy } from '../fixtures/repository-copy.ts';

vi.setConfig({ testTimeout: 60_000 });
const run = promisify(execFile);
let copy: RepositoryCopy;
beforeAll(async () => {
  copy = await copyRepository();
});
afterAll(() => copy.remove());

const said = (...command: string[]) => run(process.execPath, command, { cwd: copy.folder }).then(() => 'nothing', ({ stderr }: { stderr: string }) => stderr.trim());

test.each([
  ['src/content/editions/bc.ts', "name: 'CPO'", 'name: CPO', /^src\/content\/editions\/bc\.ts, line (\d+): this cannot be used \(CPO is not defined\)\. A text stands between quotation marks/],
  ['src/content/editions/index.ts', 'import { leicester }', 'import { lecester }', /^src\/content\/editions\/index\.ts, line (\d+): this cannot be used \(.*'lecester'\)\./],
  ['src/i18n/languages.ts', "dir: 'rtl', script: 'Arab' }", "dir: rtl, script: 'Arab' }", /^src\/i18n\/languages\.ts, line (\d+): this cannot be used \(rtl is not defined\)/],
  ['src/content/topics.ts', 'surfaces: text,', 'surfaces text,', /^src\/content\/topics\.ts, line (\d+): this cannot be read/],
  ['src/content/release.ts', "'changed'", 'changed', /^src\/content\/release\.ts, line (\d+): this cannot be used \(changed is not defined\)/],
])('what cannot be used in %s is named by build and check, with its line', async (file, right, wrong, sentence) => {
  const path = join(copy.folder, file);
  const text = await readFile(path, 'utf8');
  const line = text.slice(0, text.indexOf(right)).split('\n').length;
  await writeFile(path, text.replace(right, wrong));
  const answers = [await said('src/prerender/check-command.ts'), await said('src/prerender/edition/edition-command.ts', 'check', 'bc')];
  await writeFile(path, text);
  for (const answer of answers) {
    expect(answer.split('\n')).toEqual([expect.stringMatching(sentence)]);
    expect(answer.match(sentence)?.[1]).toBe(String(line));
  }
});

test('what was saved in another encoding is named by build and check before its letters are lost', async () => {
  const path = join(copy.folder, 'src/i18n/languages.ts');
  const text = await readFile(path, 'utf8');
  await writeFile(path, text, 'latin1');
  const answers = [await said('src/prerender/check-command.ts'), await said('src/prerender/edition/edition-command.ts', 'check', 'bc')];
  await writeFile(path, text);
  for (const answer of answers) expect(answer).toMatch(/^src\/i18n\/languages\.ts: this is not UTF-8, so its letters would be lost\. Save it as UTF-8/);
});

test('files that can be used are let through', async () => {
  expect(await said('src/prerender/check-command.ts')).toBe('nothing');
});

test('what is wrong with the words is said before a build, and nothing else', async () => {
  const path = join(copy.folder, 'locales/ar/home-hygiene.json');
  const text = await readFile(path, 'utf8');
  const { title: _, ...others } = JSON.parse(text) as { title: string };
  await writeFile(path, JSON.stringify(others));
  expect(await said('src/prerender/check-command.ts', 'words')).toBe('The words are not whole:\n  locales/ar/home-hygiene.json: "title" is missing');
  expect(await said('src/prerender/check-command.ts')).toBe('nothing');
  await writeFile(path, text);
  expect(await said('src/prerender/check-command.ts', 'words')).toBe('nothing');
});

test('they are looked at before Vite starts, be it to build, to start or to develop', async () => {
  const { scripts } = JSON.parse(await readFile(join(copy.folder, 'package.json'), 'utf8')) as { scripts: Record<string, string> };
  const starting = Object.entries(scripts).filter(([, script]) => /\bvite( build)?( &&|$)/.test(script));
  expect(starting.map(([name]) => name)).toEqual(['dev', 'build']);
  for (const [, script] of starting) expect(script).toMatch(/^node src\/prerender\/check-command\.ts( words)? && vite/);
  expect(scripts['build']).toContain('check-command.ts words');
});
