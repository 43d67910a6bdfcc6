import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { copyRepository, type RepositoryCopy } from '../fixtures/repository-copy.ts';

let copy: RepositoryCopy;
beforeEach(async () => {
  copy = await copyRepository();
});
afterEach(() => copy.remove());

async function change(path: string, edit: (text: string) => string): Promise<void> {
  const file = join(copy.folder, path);
  const before = await readFile(file, 'utf8');
  const after = edit(before);
  expect(after).not.toBe(before);
  await writeFile(file, after);
}

describe('the build', () => {
  test('fails where one key is missing in one language, names file and key, and writes no page', async () => {
    await change('locales/pa/home-hygiene.json', (text) => text.replace(/"bar-soap": "[^"]+"/, '"bar-soap-2": ""').replace(/,\s*"bar-soap-2": ""/, ''));
    const { code, said } = await copy.build();
    expect(code).not.toBe(0);
    expect(said).toContain('locales/pa/home-hygiene.json: "blocks.own-things.items.bar-soap" is missing');
    expect(existsSync(join(copy.folder, 'dist/index.html'))).toBe(false);
  });

  test('fails where a key is missing in English, and names it too', async () => {
    await change('locales/en/ui.json', (text) => text.replace(/\s*"skip": "[^"]+",/, ''));
    const { code, said } = await copy.build();
    expect(code).not.toBe(0);
    expect(said).toContain('locales/en/ui.json: "skip" is missing');
  });

  test('fails without the folder of a language, and names it', async () => {
    await rm(join(copy.folder, 'locales/ar'), { recursive: true });
    const { code, said } = await copy.build();
    expect(code).not.toBe(0);
    expect(said).toContain('locales/ar: the language is in src/i18n/languages.ts, but its folder is not there');
  });

  test('fails for an edition that there is not, and says which there are', async () => {
    const { code, said } = await copy.build({ EDITION: 'nowhere' });
    expect(code).not.toBe(0);
    expect(said).toMatch(/EDITION=nowhere: there is no such edition\. Choose one of: bc/);
  });
});
