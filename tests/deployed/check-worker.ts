import { Script } from 'node:vm';
import { headersOf, keptPageHeaders } from '../../src/site/headers.ts';
import type { Release } from '../../src/sw/release.ts';
import { headerTroubles, only, statusTroubles } from './expected.ts';
import { finding, type Finding } from './finding.ts';
import type { Answer } from './visitor.ts';

const apart = ['content-type', 'cache-control', 'content-security-policy'];

/** The worker's file: how it is sent, and that it cannot be installed cut short. */
export function checkWorker(worker: Answer, styleHashes: readonly string[]): Finding[] {
  if (worker.status !== 200) return [finding('sw.js status', statusTroubles(worker), '')];
  const expected = headersOf('sw.js', styleHashes);
  const alone = (name: string) => headerTroubles(worker.headers, only(expected, (other) => other === name));
  const policy = worker.headers.get('content-security-policy') ?? '';
  const reaches = /(^|;)\s*connect-src 'self'\s*(;|$)/.test(policy) ? [] : ['the worker may not fetch: its policy has no connect-src for its own host'];
  return [
    finding('sw.js status', [], '200'),
    finding('sw.js type', alone('content-type'), expected['content-type'] ?? ''),
    finding('sw.js caching', alone('cache-control'), expected['cache-control'] ?? ''),
    finding('sw.js policy', [...alone('content-security-policy'), ...reaches], 'as the pages, with connect-src'),
    finding('sw.js headers', headerTroubles(worker.headers, only(expected, (name) => !apart.includes(name))), 'nosniff and all others'),
    finding('sw.js whole', wholeTroubles(worker.body.toString()), `one block of ${worker.body.length} bytes, of which no half is a script`),
  ];
}

/** A worker that is one block is installed whole or not at all. */
export function wholeTroubles(text: string): string[] {
  const code = text.trim();
  if (!parses(code)) return ['it is not a script: cut, or another file in its place'];
  // Only a single statement can stand between `if` and `else`, and a statement that begins with a brace is a block.
  if (!code.startsWith('{') || !parses(`if(0)${code}else;`)) return ['it is not one block: a cut one could be installed'];
  return parses(code.slice(0, code.length / 2)) ? ['its first half is a script: it could be installed cut'] : [];
}

/** What the worker knows, and that it is meant for this address. */
export function checkRelease(release: Release | undefined, base: string): Finding[] {
  if (!release) return [finding('release', ['none in sw.js whose version is that of its content'], '')];
  const path = new URL(base).pathname;
  const moved = release.base === path ? [] : [`built for ${release.base}, served at ${path}`];
  const differing = headerTroubles(new Headers(release.htmlHeaders), keptPageHeaders);
  return [
    finding('release', moved, `version ${release.version}, ${Object.keys(release.packs).length} languages at ${path}`),
    finding('offline headers', differing, 'the worker answers pages under the headers of the server, and the policy that each page carries'),
  ];
}

function parses(code: string): boolean {
  try {
    new Script(code);
    return true;
  } catch {
    return false;
  }
}
