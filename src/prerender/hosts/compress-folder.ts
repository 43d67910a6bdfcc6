import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { isCompressed } from '../../site/headers.ts';
import { filesBelow } from './file-list.ts';

const [toBrotli, toGzip] = [promisify(brotliCompress), promisify(gzip)];

/** Puts a brotli and a gzip twin beside every text file, made once at build time so that a small server can afford the best. */
export async function compressFolder(folder: string): Promise<void> {
  await Promise.all(filesBelow(folder).filter(isCompressed).map((name) => compressFile(join(folder, name))));
}

async function compressFile(path: string): Promise<void> {
  const content = await readFile(path);
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.byteLength };
  await writeFile(`${path}.br`, await toBrotli(content, { params }));
  await writeFile(`${path}.gz`, await toGzip(content, { level: 9 }));
}
