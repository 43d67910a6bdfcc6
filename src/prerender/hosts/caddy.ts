import { everywhere, isCompressed, missingHeaders, missingPageHeaders, type Headers } from '../../site/headers.ts';
import { otherType, types } from '../../site/media-types.ts';
import type { HostedSite } from './host-files.ts';
import { asPattern, endingsByType, headersOfKind, kinds, quoted, slashless } from './kinds.ts';

const indented = (lines: readonly string[]) => lines.map((line) => (line ? `\t${line}` : line));
const block = (head: string, lines: readonly string[]) => [`${head} {`, ...indented(lines), '}'];
const headerLines = (headers: Headers) => Object.entries(headers).map(([name, value]) => `${name} ${quoted(value)}`);

/** The first headers without the names of the second. */
const without = (headers: Headers, others: Headers): Headers => Object.fromEntries(Object.entries(headers).filter(([name]) => !(name in others)));

/** What a site of a Caddyfile imports. Its files lie below `root` as the addresses say: `/cpo/sw.js` is `<root>/cpo/sw.js`. */
export function caddyConfig(site: HostedSite): string {
  const at = asPattern(site.base);
  const found = kinds.flatMap((kind, place) => {
    const before = kinds.slice(0, place).map(({ address }) => `not path_regexp "^${at}${address}$"`);
    const name = `@handleaf_${kind.name}`;
    return [...block(name, [`path_regexp "^${at}${kind.address}$"`, ...before]), ...block(`header ${name}`, headerLines(without(headersOfKind(kind, site), everywhere)))];
  });
  // The file server guesses types, and says "vary" only where it sends a twin: the last word (`defer`) is ours.
  const typed = endingsByType().flatMap(([type, endings], place) => {
    const name = `@handleaf_type_${place}`;
    const pages = endings.includes('html') ? '(?:|.*/)|' : '';
    const varies = endings.some((ending) => isCompressed(`x.${ending}`)) ? ['vary "Accept-Encoding"'] : [];
    return [`${name} path_regexp "^${at}(?:${pages}.*\\.(?:${endings.join('|')}))$"`, ...block(`header ${name}`, ['defer', `content-type ${quoted(type)}`, ...varies])];
  });
  const untyped = [...block('@handleaf_type_other', [`path_regexp "^${at}.*\\.\\w+$"`, `not path_regexp "\\.(?:${Object.keys(types).join('|')})$"`]), ...block('header @handleaf_type_other', ['defer', `content-type ${quoted(otherType)}`])];
  const bare = site.base.slice(0, -1);
  return [
    '# Written by the build out of src/site/headers.ts: change it there. Import it in a site that has a root.',
    '# The hashes of the styles are those of this build: load this file together with its pages.',
    `@handleaf path ${bare ? `${bare} ` : ''}${site.base}*`,
    ...block('handle @handleaf', [
      ...block('header', headerLines(everywhere)),
      ...block('@handleaf_slashless', [`path_regexp "^(?:${bare ? `${asPattern(bare)}|` : ''}${at}${slashless})$"`]),
      ...block('header @handleaf_slashless', headerLines(without(missingHeaders, everywhere))),
      ...found,
      ...typed,
      ...untyped,
      // No file is called so, and the file server would say that it has failed.
      '@handleaf_unreadable path_regexp "\\x00|[^/]{256}|^.{1000}"',
      'error @handleaf_unreadable 400',
      '@handleaf_other not method GET HEAD',
      'respond @handleaf_other 405',
      ...block('file_server', ['precompressed br gzip']),
    ]),
    '',
    ...block('handle_errors', [
      `@handleaf_gone expression path('${site.base}*') && {http.error.status_code} == 404`,
      ...block('handle @handleaf_gone', [
        ...block('@handleaf_page', [`path_regexp "^${at}(?:.*/)?(?:[^/]+\\.html)?$"`, `not path_regexp "^${at}(?:assets|packs)/"`]),
        ...block('handle @handleaf_page', [
          ...block('header', headerLines(missingPageHeaders(site.styleHashes))),
          `rewrite * ${site.base}404.html`,
          ...block('file_server', ['precompressed br gzip']),
        ]),
        ...block('handle', [...block('header', headerLines(missingHeaders)), 'respond "Not found" 404']),
      ]),
      `@handleaf_refused expression path('${site.base}*')`,
      ...block('handle @handleaf_refused', [...block('header', headerLines(missingHeaders)), 'respond "Refused" {http.error.status_code}']),
    ]),
    '',
  ].join('\n');
}
