import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** SHA-256 (base64) of each style that the pages of a built folder carry, as the build wrote it down for whoever serves them. */
export function styleHashesOf(folder: string): string[] {
  const { styleHashes } = JSON.parse(readFileSync(join(folder, 'headers.json'), 'utf8')) as { styleHashes: string[] };
  return styleHashes;
}
