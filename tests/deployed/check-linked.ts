import { headersOf } from '../../src/site/headers.ts';
import type { Release } from '../../src/sw/release.ts';
import { headerTroubles, nameTroubles, statusTroubles } from './expected.ts';
import { finding, type Finding } from './finding.ts';
import type { Visitor } from './visitor.ts';

/** What pages name besides the shell (icons, manifests, leaflets as one file) and what manifests name; none may lie elsewhere. */
export async function checkLinked(visitor: Visitor, pages: readonly string[], release: Release, styleHashes: readonly string[]): Promise<Finding[]> {
  const named = new Set(pages.flatMap(linkedIn));
  const manifests = [...named].filter((address) => address.endsWith('.webmanifest'));
  const first = new Map(await Promise.all(manifests.map(async (address) => [address, await visitor.get(address)] as const)));
  for (const { body } of first.values()) for (const address of iconsIn(body.toString())) named.add(address);

  const known = new Set(Object.keys(release.shell).map((path) => release.base + path));
  const asked = [...named].filter((address) => !known.has(address));
  return Promise.all(
    asked.map(async (address) => {
      const file = first.get(address) ?? (await visitor.get(address));
      const path = address.startsWith(release.base) ? address.slice(release.base.length) : address;
      const troubles = statusTroubles(file);
      if (troubles.length === 0) troubles.push(...headerTroubles(file.headers, headersOf(path, styleHashes)), ...nameTroubles(file));
      return finding(path, troubles, `${file.body.length} bytes`);
    }),
  );
}

function linkedIn(html: string): string[] {
  const tags = html.match(/<(?:link|script|img|source|iframe|audio|video|object|embed)\b[^>]*>/g) ?? [];
  // These two are for search engines: no browser fetches them.
  const fetched = tags.filter((tag) => !/\brel="(alternate|canonical)"/.test(tag));
  const saved = html.match(/<a\b[^>]*\shref="[^"]*\/assets\/[^"]*"/g) ?? [];
  return [...fetched, ...saved].flatMap((tag) => /\s(?:src|href|data)="([^"]+)"/.exec(tag)?.[1] ?? []);
}

function iconsIn(manifest: string): string[] {
  return [...manifest.matchAll(/"src":\s*("[^"]*")/g)].map(([, quoted = '""']) => JSON.parse(quoted) as string);
}
