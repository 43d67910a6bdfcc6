import { join, normalize } from 'node:path';
import { browserslistToTargets, bundle, Features, transform, type CustomAtRules, type Visitor } from 'lightningcss';
import type { Look } from '../../content/edition.ts';
import type { PageAssets, Style } from '../../pages/page-context.ts';
import { cannotBeRead } from '../check/check-syntax.ts';
import { sha256 } from '../hashes.ts';
import { shortenTokens } from './shorten-tokens.ts';

/** Oldest browsers that lay out the pages as designed: what a phone of 2014 can still be brought to. No layers (`@layer`), which Chrome has from 99. */
const targets = browserslistToTargets(['chrome 89', 'firefox 98', 'safari 15.4', 'ios_saf 15.4']);

/** Bundles and shortens src/styles, with the colours of an edition that has its own. Styles stand in the pages themselves, so that reading takes one request. */
export function bundleStyles(source: string, look?: Look): PageAssets['styles'] {
  const names = ['page', 'further', 'island', 'staff'];
  const [first = '', ...others] = names.map((name) => bundleStyle(join(source, `styles/${name}.css`)));
  const [page, further, island, staff] = shortenTokens([look ? withLook(first, look) : first, ...others]) as [string, string, string, string];
  const style = (text: string): Style => ({ text, hash: sha256(text) });
  return { page: style(page), further: style(further), island: style(island), staff: style(staff) };
}

/** With the colours of an edition in the place of those that the tokens give, which stand first: by day, then in the dark. A logo comes in any shape: no higher than this, no wider than its column. */
function withLook(style: string, { light, dark, logo }: Look): string {
  const own = { '--action': [light.action, dark.action], '--action-strong': [light.strong, dark.strong] };
  const coloured = Object.entries(own).reduce((text, [token, colours]) => text.replace(new RegExp(`(?<=[{;]${token}:)[^;}]+`, 'g'), (set) => colours.shift() ?? set), style);
  return coloured + (logo ? '.logo .pic{inline-size:auto;max-inline-size:100%;block-size:var(--space-6)}' : '');
}

function bundleStyle(filename: string): string {
  const { code } = readStyle(() => bundle({ filename, minify: true, targets, exclude: Features.LightDark }));
  // Lowering OKLCH adds a wide-gamut twin of each colour in @supports. All our colours lie within sRGB: the twins say nothing new.
  const visitor: Visitor<CustomAtRules> = {
    Rule: { supports: ({ value: { condition } }) => (condition.type === 'declaration' && condition.propertyId.property === 'color' ? [] : undefined) },
  };
  const plain = transform({ filename, code, minify: true, targets, exclude: Features.LightDark, visitor });
  return plain.code.toString();
}

/** Says of a style that cannot be read which file of those that are bundled it is, and the line. */
function readStyle<Read>(read: () => Read): Read {
  try {
    return read();
  } catch (error) {
    const { message, fileName, loc } = error as Error & { fileName?: string; loc?: { line: number } };
    throw fileName && loc ? new Error(cannotBeRead(normalize(fileName).replace(/^.*(?=src\/(styles|islands)\/)/, ''), loc.line, message)) : error;
  }
}
