import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { browserslistToTargets, bundle, Features, transform } from 'lightningcss';
import type { Look } from '../content/edition.ts';
import { shortenTokens } from './shorten-tokens.ts';

/** The styles of a site. They stand in the pages themselves, so that reading takes one request. */
export interface SiteStyles {
  readonly page: string;
  /** Of the islands, in the pages that hold one. */
  readonly island: string;
  /** Of the pages of staff: their controls, and what they print. */
  readonly staff: string;
  /** Base64 SHA-256 of each: what the policy lets in. */
  readonly hashes: readonly string[];
}

/** Oldest browsers that lay out the pages as designed; older ones show the words unstyled. */
const targets = browserslistToTargets(['chrome 99', 'firefox 97', 'safari 15.4']);

/** Bundles and shortens src/styles, with the colours of an edition that has its own. */
export function bundleStyles(source: string, look?: Look): SiteStyles {
  const names = ['page', 'island', 'staff'];
  const [page, island, staff] = shortenTokens(names.map((name) => bundleStyle(join(source, `styles/${name}.css`)) + (name === 'page' && look ? ownColours(look) : ''))) as [string, string, string];
  return { page, island, staff, hashes: [page, island, staff].map((text) => createHash('sha256').update(text).digest('base64')) };
}

/** Said after the tokens, so that they hold. */
function ownColours({ light, dark }: Look): string {
  const rule = ({ action, strong }: Look['light']) => `:root{--action:${action};--action-strong:${strong}}`;
  return `${rule(light)}@media (prefers-color-scheme:dark){${rule(dark)}}`;
}

function bundleStyle(filename: string): string {
  const { code } = bundle({ filename, minify: true, targets, exclude: Features.LightDark });
  // Lowering OKLCH adds a wide-gamut twin of each colour in @supports. All our colours lie within sRGB: the twins say nothing new.
  const plain = transform({ filename, code, minify: true, visitor: { Rule: { supports: () => [] } } });
  return plain.code.toString();
}
