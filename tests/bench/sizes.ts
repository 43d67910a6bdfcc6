import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** A file as it lies and as it travels; bytes, response headers apart. */
export interface Size {
  readonly path: string;
  readonly raw: number;
  /** Absent for pictures in pixels, which are packed already. */
  readonly brotli?: number;
  readonly gzip?: number;
}

/** Sizes of everything that a phone may fetch beside the pages, and of `pages` (addresses such as `/en/`). */
export function sizesOf(folder: string, pages: readonly string[]): Size[] {
  const files = ['packs', 'assets'].flatMap((name) => readdirSync(join(folder, name)).sort().map((file) => `${name}/${file}`));
  // Of the files that lie beside each page, those of these pages are enough.
  const isTold = (path: string) => !/^assets\/(rest|difference)-/.test(path) || pages.some((page) => path.includes(`-${page.split('/')[2]}.`));
  const paths = [...pages.map((page) => `${page.slice(1)}index.html`), 'sw.js', ...files.filter((path) => !/\.(br|gz)$/.test(path) && isTold(path))];
  return paths.map((path) => {
    const size = (ending: string) => statSync(join(folder, path + ending)).size;
    const name = path.replace(/^(.*?)index\.html$/, '/$1');
    return existsSync(join(folder, `${path}.br`)) ? { path: name, raw: size(''), brotli: size('.br'), gzip: size('.gz') } : { path: name, raw: size('') };
  });
}
