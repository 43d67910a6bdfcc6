import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { headersOf } from '../../src/site/headers.ts';
import type { Release } from '../../src/sw/release.ts';
import { bytesOf, headerTroubles, nameTroubles, statusTroubles } from './expected.ts';
import { finding, type Finding } from './finding.ts';
import type { Answer, Visitor } from './visitor.ts';

const copied = fileURLToPath(new URL('../../public', import.meta.url));

/** What pages name besides the shell (icons, manifests, leaflets as one file) and what manifests name; none may lie elsewhere. */
export async function checkLinked(visitor: Visitor, pages: readonly string[], release: Release, styleHashes: readonly string[]): Promise<Finding[]> {
  const below = (address: string) => (address.startsWith(release.base) ? address.slice(release.base.length) : address);
  const named = new Set(pages.flatMap(linkedIn).map(below));
  const manifests = [...named].filter((path) => path.endsWith('.webmanifest'));
  const first = new Map(await Promise.all(manifests.map(async (path) => [path, await visitor.get(path)] as const)));
  for (const { body } of first.values()) for (const address of iconsIn(body.toString())) named.add(below(address));

  const asked = [...named].filter((path) => release.shell[path] === undefined);
  return Promise.all(
    asked.map(async (path) => {
      const file = first.get(path) ?? (await visitor.get(path));
      const troubles = statusTroubles(file);
      if (troubles.length === 0) troubles.push(...headerTroubles(file.headers, headersOf(path, styleHashes)), ...nameTroubles(file), ...copyTroubles(file));
      return finding(path, troubles, `${file.body.length} bytes`);
    }),
  );
}

/** Pictures keep names without a hash; a build takes them out of `public/` as they are. */
function copyTroubles({ path, body }: Answer): string[] {
  const source = join(copied, path);
  if (!source.startsWith(copied) || !statSync(source, { throwIfNoEntry: false })?.isFile()) return [];
  const expected = readFileSync(source);
  return body.equals(expected) ? [] : [`it came as ${bytesOf(body)} instead of ${bytesOf(expected)}, as public/${path}`];
}

/** Addresses of what a page loads, or offers to be saved. */
export function linkedIn(html: string): string[] {
  const tags = html.match(/<(?:link|script|img|source|iframe|audio|video|object|embed)\b[^>]*>/g) ?? [];
  // These two are for search engines: no browser fetches them.
  const fetched = tags.filter((tag) => !/\brel="(alternate|canonical)"/.test(tag));
  const saved = html.match(/<a\b[^>]*\shref="[^"]*\/assets\/[^"]*"/g) ?? [];
  return [...fetched, ...saved].flatMap((tag) => /\s(?:src|href|data)="([^"]+)"/.exec(tag)?.[1] ?? []);
}

function iconsIn(manifest: string): string[] {
  return [...manifest.matchAll(/"src":\s*("[^"]*")/g)].map(([, quoted = '""']) => JSON.parse(quoted) as string);
}
