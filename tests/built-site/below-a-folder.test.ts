import { describe, expect, test } from 'vitest';
import { builtSite } from '../fixtures/built-site.ts';
import { filesIn, readBuilt } from '../fixtures/built-files.ts';

const folder = await builtSite({ base: '/a/b/' });
const files = filesIn(folder);

describe('a site that is served from /a/b/', () => {
  test('has the same files as one at the top', async () => {
    const plain = (path: string) => path.replace(/\.[\w-]{8}\.(js|json|txt|webmanifest|svg|html)/, '.$1');
    expect(files.map(plain).sort()).toEqual(filesIn(await builtSite()).map(plain).sort());
  });

  test('has every link, script and icon below that folder', () => {
    let followed = 0;
    for (const path of files.filter((name) => name.endsWith('.html'))) {
      const addresses = [...readBuilt(folder, path).matchAll(/\s(?:href|src)="(\/[^"]*)"/g)].map(([, address = '']) => address);
      followed += addresses.length;
      expect([path, addresses.filter((address) => !address.startsWith('/a/b/'))]).toEqual([path, []]);
    }
    expect(followed).toBeGreaterThan(2_000);
  });

  test('leads only to files that are there', () => {
    const missing = new Set<string>();
    for (const path of files.filter((name) => name.endsWith('.html'))) {
      for (const [, address = ''] of readBuilt(folder, path).matchAll(/\s(?:href|src)="\/a\/b\/([^"#]*)/g)) {
        const file = address === '' || address.endsWith('/') ? `${address}index.html` : address;
        if (!files.includes(file)) missing.add(`${path}: ${address}`);
      }
    }
    expect([...missing]).toEqual([]);
  });

  test('has a worker and manifests that know it', () => {
    expect(readBuilt(folder, 'sw.js')).toMatch(/base:["'`]\/a\/b\/["'`]/);
    for (const path of files.filter((name) => name.endsWith('.webmanifest'))) {
      const { scope, start_url: start, icons } = JSON.parse(readBuilt(folder, path)) as { scope: string; start_url: string; icons: { src: string }[] };
      expect([scope, start.startsWith('/a/b/'), icons.every(({ src }) => src.startsWith('/a/b/'))]).toEqual(['/a/b/', true, true]);
    }
  });

  test('points from no style to a file', () => {
    for (const path of files.filter((name) => name.endsWith('.html'))) expect([path, /url\(/.test(readBuilt(folder, path).match(/<style>[\s\S]*?<\/style>/g)?.join('') ?? '')]).toEqual([path, false]);
  });
});
