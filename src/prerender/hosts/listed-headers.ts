import { everywhere, headersOf, isForEver, policy } from '../../site/headers.ts';
import type { HostedSite } from './host-files.ts';

/** Parts of packs, by their paths. */
export const askedForOnce = /^assets\/(?:rest|difference)-/;

/**
 * The file `_headers`, which Netlify and Cloudflare Pages read at the top of what they publish.
 *
 * Both apply every rule that fits and join what is said twice with a comma, so no two rules say the same header. What is kept for ever is
 * named file by file: a rule for a folder would also fit a file that is missing, and have that answer kept for ever. What a phone asks for
 * once, to put a pack together, is left to the host: Cloudflare Pages reads a hundred rules.
 *
 * @param files of the build, by their paths below the base
 */
export function listedHeaders({ base, styleHashes }: HostedSite, files: readonly string[]): string {
  const rule = (path: string, headers: Readonly<Record<string, string>>) => [base + path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)];
  const own = (path: string) => {
    const { 'content-type': type, 'cache-control': cache } = headersOf(path, []);
    return rule(path, { 'content-type': type ?? '', 'cache-control': cache ?? '' });
  };
  const tags = [...new Set(files.flatMap((path) => /^([^/]+)\/index\.html$/.exec(path)?.[1] ?? []))].sort();
  return [
    '# Written by the build out of src/site/headers.ts: change it there. Must lie at the top of what is published, also where the site lies below a folder.',
    ...rule('*', { 'content-security-policy': policy(styleHashes, 'header'), ...everywhere }),
    ...rule('', { 'cache-control': 'no-cache' }),
    ...tags.flatMap((tag) => rule(`${tag}/*`, { 'cache-control': 'no-cache' })),
    ...own('sw.js'),
    ...files.filter((path) => isForEver(path) && !askedForOnce.test(path) && !/\.(br|gz)$/.test(path)).sort().flatMap(own),
    '',
  ].join('\n');
}
