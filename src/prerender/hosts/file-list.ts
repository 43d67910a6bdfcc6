import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Every file of a folder with its SHA-256, as `sha256sum -c` reads it: `<64 hexadecimal digits>  <path>`. */
export function listFiles(folder: string): string {
  return filesBelow(folder)
    .map((path) => `${createHash('sha256').update(readFileSync(join(folder, path))).digest('hex')}  ${path}\n`)
    .join('');
}

/** Paths below a folder, in the order of their bytes. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}
