import { headersOf, policy } from '../../src/site/headers.ts';
import { staffPageIds } from '../../src/site/addresses.ts';
import { staffPack, type Release } from '../../src/sw/release.ts';
import type { Pages } from './check-files.ts';
import { bytesOf, hashOf, headerTroubles, statusTroubles } from './expected.ts';
import { finding, type Finding } from './finding.ts';
import type { Answer } from './visitor.ts';

/** Base64 SHA-256 of each style that the pages of a site carry: what its policy must let in. */
export function styleHashesOf(pages: readonly string[]): string[] {
  const styles = pages.map(stylesIn);
  // Pages with an island carry the style of islands after that of all pages: the longest list has the order of the policy.
  const inOrder = styles.sort((a, b) => b.length - a.length).flat();
  return [...new Set(inOrder)].map(hashOf);
}

/** The text of each style that a page carries. */
export function stylesIn(html: string): string[] {
  return [...html.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(([, text = '']) => text);
}

/** The pages of one language: as packed, under their headers, with the policy in themselves too. */
export function checkPages(tag: string, held: Pages | undefined, sent: readonly Answer[], release: Release, styleHashes: readonly string[]): Finding[] {
  const about = (check: (page: Answer) => string[], pages = sent) => pages.flatMap((page) => check(page).map((trouble) => `${nameOf(page.path)} ${trouble}`));
  const come = sent.filter(({ status }) => status === 200);
  const different = held
    ? [
        ...promised(tag, release).filter((path) => !Object.hasOwn(held, path)).map((path) => `${path} is not in the pack`),
        ...about((page) => (page.status === 200 ? unlikePack(page, held[page.path] ?? '') : statusTroubles(page))),
      ]
    : ['there is no whole pack to compare with'];
  const answered = `${come.length} pages`;
  return [
    finding(`pages ${tag}`, different, `${answered}, byte for byte as in the pack`),
    finding(`page headers ${tag}`, about((page) => headerTroubles(page.headers, headersOf(`${page.path}index.html`, styleHashes)), come), answered),
    finding(`page policy ${tag}`, about((page) => metaTroubles(page.body.toString()), come), `${answered} say in themselves what their headers say, for their own styles`),
  ];
}

function unlikePack({ body }: Answer, html: string): string[] {
  return body.toString() === html ? [] : [`came as ${bytesOf(body)} instead of ${bytesOf(html)}, as in the pack`];
}

/** The addresses that a language has: those in its pack, or else those that the release names. */
export function addressesOf(tag: string, held: Pages | undefined, release: Release): string[] {
  // The pages of staff travel with their script, which is no page.
  return held ? Object.keys(held).filter((path) => !path.endsWith('.js')) : promised(tag, release);
}

function promised(tag: string, { pages }: Release): string[] {
  const own = tag === staffPack ? [] : pages.filter((page) => !staffPageIds.some((id) => id === page));
  return own.map((page) => (page ? `${tag}/${page}/` : `${tag}/`));
}

/** Whether a page carries the policy itself, for hosts that lose headers; it lets in the styles of that page and no other. */
export function metaTroubles(html: string): string[] {
  const written = /<meta http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1];
  const said = written?.replaceAll('&#39;', "'").replaceAll('&amp;', '&');
  if (said === undefined) return ['carries no policy in itself'];
  return said === policy(styleHashesOf([html]), 'meta') ? [] : [`carries the policy "${said}" in itself`];
}

function nameOf(path: string): string {
  return path || 'the list of languages';
}
