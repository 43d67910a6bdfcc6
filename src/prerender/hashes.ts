import { createHash } from 'node:crypto';

/** SHA-256 as policies and the worker have it: base64. */
export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('base64');
}

/** Eight hexadecimal digits that stand for a content, in the name of a file or as a version: the start of its SHA-256. */
export function shortHash(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 8);
}
