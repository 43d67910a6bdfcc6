import { createHash } from 'node:crypto';
import type { Headers as Expected } from '../../src/site/headers.ts';
import type { Answer } from './visitor.ts';

/** What is wrong with the status: anything but the file itself. */
export function statusTroubles({ status, headers, failure }: Answer, expected = 200): string[] {
  if (status === expected) return [];
  if (failure) return [failure];
  const location = headers.get('location');
  return [`status ${status}${location ? `, redirected to ${location}` : ''} instead of ${expected}`];
}

/** Every header that is missing or says something else. */
export function headerTroubles(headers: Headers, expected: Expected): string[] {
  return Object.entries(expected).flatMap(([name, value]) => {
    const actual = headers.get(name);
    if (actual === value) return [];
    return [actual === null ? `${name} is missing` : `${name} is "${actual}" instead of "${value}"`];
  });
}

/** Some of the headers, or all but some. */
export function only(headers: Expected, wanted: (name: string) => boolean): Expected {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => wanted(name)));
}

/** `''` → `'index.html'` · `'en/'` → `'en/index.html'` · `'sw.js'` → `'sw.js'` */
export const fileOf = (path: string): string => (path === '' || path.endsWith('/') ? `${path}index.html` : path);

/** How bytes are told from others, in the figures that `ls -l` and `sha256sum` show. */
export function bytesOf(content: string | Uint8Array): string {
  return `${Buffer.byteLength(content)} bytes with SHA-256 ${hexOf(hashOf(content))}`;
}

/** The beginning of a hash as `sha256sum` writes it. */
export function hexOf(hash: string): string {
  return `${Buffer.from(hash, 'base64').toString('hex').slice(0, 12)}…`;
}

/** SHA-256, base64. */
export function hashOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('base64');
}

/** The hash in a file's name, if it has one in hexadecimal, must begin the hash of its bytes: `assets/icon.0d5d56ef.svg`. */
export function nameTroubles({ path, body }: Answer): string[] {
  const named = /\.([0-9a-f]{8})\.\w+$/.exec(path)?.[1];
  const hash = createHash('sha256').update(body).digest('hex');
  return named === undefined || hash.startsWith(named) ? [] : [`it came as ${bytesOf(body)} instead of ${named}…, for which its name stands`];
}
