import { readdirSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { isCompressed } from '../site/headers.ts';

const [brotli, gzipped] = [promisify(brotliCompress), promisify(gzip)];

/** Puts a brotli and a gzip twin beside every text file, made once at build time so that a small server can afford the best. */
export async function compressFolder(folder: string): Promise<void> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(isCompressed);
  await Promise.all(names.map((name) => compressFile(join(folder, name))));
}

async function compressFile(path: string): Promise<void> {
  const content = await readFile(path);
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.byteLength };
  await Promise.all([writeFile(`${path}.br`, await brotli(content, { params })), writeFile(`${path}.gz`, await gzipped(content, { level: 9 }))]);
}
