import { headersOf, type Headers } from '../../site/headers.ts';
import { types } from '../../site/media-types.ts';
import type { HostedSite } from './host-files.ts';

/** Files that a host answers alike, and one of them to ask `headersOf` about. */
interface Kind {
  readonly name: string;
  /** A regular expression of an address below the base, in the words that nginx, Caddy and Apache share. */
  readonly address: string;
  readonly example: string;
}

/** Every kind of file that is there, the first that fits counts. An address that ends in a slash is a page. */
export const kinds: readonly Kind[] = [
  { name: 'one_file', address: 'assets/.*\\.html', example: 'assets/leaflet-en.1a2b3c4d.html' },
  { name: 'forever', address: '(?:assets|packs)/.*', example: 'assets/app.1a2b3c4d.js' },
  { name: 'worker', address: 'sw\\.js', example: 'sw.js' },
  { name: 'page', address: '(?:.*/)?(?:[^/]+\\.html)?', example: 'en/index.html' },
  { name: 'file', address: '.*\\.\\w+', example: 'icon.svg' },
];

/** An address without its last slash, in letters that cannot break out of a header: `/en/about`. */
export const slashless = '(?:[\\w-]+/)*[\\w-]+';

/** What every file of a kind is sent with; the type goes by its name. */
export function headersOfKind({ example }: Kind, { styleHashes }: HostedSite): Headers {
  return untyped(headersOf(example, styleHashes));
}

/** The first headers without the names of the second. */
export function without(headers: Headers, others: Headers): Headers {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !(name in others)));
}

/** Headers without the type. */
export function untyped({ 'content-type': _, ...headers }: Headers): Headers {
  return headers;
}

/** A base as a regular expression: `/v1.2/` → `/v1\.2/`. It is made of letters, digits, `_`, `-`, `.` and slashes, of which only the dot means something. */
export function asPattern(base: string): string {
  return base.replaceAll('.', '\\.');
}

/** Type → the endings of names that have it. */
export function endingsByType(): [type: string, endings: string[]][] {
  const endings = Object.entries(types);
  return [...new Set(Object.values(types))].map((type) => [type, endings.filter(([, other]) => other === type).map(([ending]) => ending)]);
}

/** A value in double quotes, for a file in which quotes, `$`, `%` and `{` would mean something. */
export function quoted(value: string): string {
  if (/["\\$%{}\n]/.test(value)) throw new Error(`src/site/headers.ts: no host file can hold the value ${JSON.stringify(value)}`);
  return `"${value}"`;
}
