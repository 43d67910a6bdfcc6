import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, onTestFinished, test } from 'vitest';
import { licencesOf, packageOf } from '../../src/prerender/licences.ts';
import { filesIn, readBuilt } from '../fixtures/built-files.ts';
import { builtSite } from '../fixtures/built-site.ts';
import { edition } from '../fixtures/edition.ts';
import { copyRepository } from '../fixtures/repository-copy.ts';
import { top } from '../fixtures/source-imports.ts';

const folder = await builtSite();
const run = promisify(execFile);

describe('a release', () => {
  test('is the same, byte for byte, when the same input is built again in another folder', async () => {
    const copy = await copyRepository();
    onTestFinished(copy.remove);
    // Another place, another time zone and another language of the machine.
    expect(await copy.build({ EDITION: edition.id, TZ: 'Pacific/Auckland', LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8' })).toMatchObject({ code: 0 });
    for (const part of ['', '-host']) {
      const [one, other] = [`${folder}${part}`, join(copy.folder, `dist${part}`)];
      expect(filesIn(other)).toEqual(filesIn(one));
      for (const path of filesIn(one)) expect([path, (await readFile(join(other, path))).equals(await readFile(join(one, path)))]).toEqual([path, true]);
    }
  });

  test('has beside it the hashes of all its files, which sha256sum can check', async () => {
    const list = `${folder}-host/files.sha256`;
    expect(readBuilt(`${folder}-host`, 'files.sha256').trim().split('\n').map((line) => line.slice(66))).toEqual(filesIn(folder));
    await expect(run('sha256sum', ['--check', '--strict', '--quiet', list], { cwd: folder })).resolves.toMatchObject({ stdout: '' });

    const changed = await mkdtemp(join(tmpdir(), 'handleaf-changed-'));
    onTestFinished(() => rm(changed, { recursive: true }));
    await cp(folder, changed, { recursive: true });
    await writeFile(join(changed, 'fr/treatment/index.html'), 'other words');
    await expect(run('sha256sum', ['--check', '--strict', '--quiet', list], { cwd: changed })).rejects.toMatchObject({ stdout: expect.stringMatching(/^fr\/treatment\/index\.html: FAILED\n$/) });
  });

  test('has nothing in it that a host needs and readers do not', () => {
    expect(filesIn(`${folder}-host`)).toEqual(['Caddyfile', 'apache.conf', 'files.sha256', 'github-pages.txt', 'nginx.conf']);
    expect(filesIn(folder).filter((path) => /nginx|apache|Caddyfile|sha256|github/.test(path))).toEqual([]);
  });
});

describe('the licences that are shipped', () => {
  const text = readBuilt(folder, 'licences.txt');

  test('are whole, of every package that is shipped and of the leaflet', async () => {
    const { dependencies } = JSON.parse(await readFile(join(top, 'package.json'), 'utf8')) as { dependencies: Record<string, string> };
    expect(text).toContain(await readFile(join(top, 'LICENSE'), 'utf8'));
    for (const name of ['lean-qr', 'workbox-window']) {
      expect(text).toContain(`\n${name} ${dependencies[name]} (MIT)\n`);
      expect(text).toContain((await readFile(join(top, 'node_modules', name, 'LICENSE'), 'utf8')).trim());
    }
  });

  test('follow from the modules of the bundles: a new package is named, and one without a licence stops the build', () => {
    const modules = ['/any/node_modules/lean-qr/index.mjs', '/any/node_modules/preact/node_modules/@types/pngjs/x.js', '/any/src/islands/wake.ts'];
    expect(modules.map(packageOf)).toEqual(['lean-qr', '@types/pngjs', undefined]);
    expect(licencesOf(top, modules.slice(0, 1))).toMatch(/\nlean-qr 2\.\d+\.\d+ \(MIT\)\n\n/);
    expect(() => licencesOf(top, ['/any/node_modules/no-such-package/x.js'])).toThrow('node_modules/no-such-package has no licence file');
    expect(() => packageOf('\0somebody/helper.js')).toThrow(/whose code is/);
  });
});
