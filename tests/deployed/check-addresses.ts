import { finding, type Finding } from './finding.ts';

/** A page as text, and its address relative to the base. */
interface Page {
  readonly path: string;
  readonly html: string;
}

/** Codes, and the links from a page to itself in other languages, lead to the host that was asked: a build knows only what `SITE` was. */
export function checkAddresses(pages: readonly Page[], base: string): Finding {
  const { origin } = new URL(base);
  const elsewhere = new Map<string, string[]>();
  for (const { path, html } of pages) {
    for (const other of new Set(namedIn(html))) if (other !== origin) elsewhere.set(other, [...(elsewhere.get(other) ?? []), path || '/']);
  }
  const troubles = [...elsewhere].map(([other, paths]) => `codes and links of ${paths.length} pages, such as ${paths[0]}, lead to ${other} instead of ${origin}`);
  return finding('addresses', troubles, `codes and links of ${pages.length} pages lead to ${origin}, or within the site`);
}

/** Origins of the codes of a page, and of its links to other languages. */
function namedIn(html: string): string[] {
  const codes = [...html.matchAll(/\bdata-site="([^"]+)"/g)].map(([, site]) => site ?? '');
  const links = (html.match(/<link\b[^>]*\brel="(?:alternate|canonical)"[^>]*>/g) ?? []).flatMap((tag) => /\shref="((?:https?:)?\/\/[^"]+)"/.exec(tag)?.[1] ?? []);
  return [...codes, ...links].map((address) => (URL.canParse(address) ? new URL(address).origin : address));
}
