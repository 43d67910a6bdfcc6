import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { browserslistToTargets, bundle, Features, transform } from 'lightningcss';
import { shortenTokens } from './shorten-tokens.ts';

/** The styles of a site. They stand in the pages themselves, so that reading takes one request. */
export interface SiteStyles {
  readonly page: string;
  /** Of the islands, in the pages that hold one. */
  readonly island: string;
  /** Base64 SHA-256 of each: what the policy lets in. */
  readonly hashes: readonly string[];
}

/** Oldest browsers that lay out the pages as designed; older ones show the words unstyled. */
const targets = browserslistToTargets(['chrome 99', 'firefox 97', 'safari 15.4']);

/** Bundles and shortens src/styles. */
export function bundleStyles(source: string): SiteStyles {
  const [page, island] = shortenTokens(['page', 'island'].map((name) => bundleStyle(join(source, `styles/${name}.css`)))) as [string, string];
  return { page, island, hashes: [page, island].map((text) => createHash('sha256').update(text).digest('base64')) };
}

function bundleStyle(filename: string): string {
  const { code } = bundle({ filename, minify: true, targets, exclude: Features.LightDark });
  // Lowering OKLCH adds a wide-gamut twin of each colour in @supports. All our colours lie within sRGB: the twins say nothing new.
  const plain = transform({ filename, code, minify: true, visitor: { Rule: { supports: () => [] } } });
  return plain.code.toString();
}
