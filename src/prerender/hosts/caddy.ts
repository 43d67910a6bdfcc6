import { everywhere, isCompressed, missingHeaders, missingPageHeaders, type Headers } from '../../site/headers.ts';
import { otherType, types } from '../../site/media-types.ts';
import type { HostedSite } from './host-files.ts';
import { asPattern, endingsByType, headersOfKind, kinds, quoted, slashless, without } from './kinds.ts';

const indented = (lines: readonly string[]) => lines.map((line) => (line ? `\t${line}` : line));
const block = (head: string, lines: readonly string[]) => [`${head} {`, ...indented(lines), '}'];
const headerLines = (headers: Headers) => Object.entries(headers).map(([name, value]) => `${name} ${quoted(value)}`);

/** What a site of a Caddyfile imports. Its files lie below `root` as the addresses say: `/cpo/sw.js` is `<root>/cpo/sw.js`. */
export function caddyConfig(site: HostedSite): string {
  const at = asPattern(site.base);
  // Names hold for the whole host, where other sites may have theirs.
  const named = (what = '') => `@handleaf${site.base}${what}`;
  // `defer`: "keep this for ever" must not come with an error that the file server hands on.
  const found = kinds.flatMap((kind, place) => {
    const before = kinds.slice(0, place).map(({ address }) => `not path_regexp "^${at}${address}$"`);
    const name = named(kind.name);
    return [...block(name, [`path_regexp "^${at}${kind.address}$"`, ...before]), ...block(`header ${name}`, ['defer', ...headerLines(without(headersOfKind(kind, site), everywhere))])];
  });
  // The file server guesses types, and says "vary" only where it sends a twin: the last word (`defer`) is ours.
  const typed = endingsByType().flatMap(([type, endings], place) => {
    const name = named(`type_${place}`);
    const pages = endings.includes('html') ? '(?:|.*/)|' : '';
    const varies = endings.some((ending) => isCompressed(`x.${ending}`)) ? ['vary "Accept-Encoding"'] : [];
    return [`${name} path_regexp "^${at}(?:${pages}.*\\.(?:${endings.join('|')}))$"`, ...block(`header ${name}`, ['defer', `content-type ${quoted(type)}`, ...varies])];
  });
  const untyped = [...block(named('type_other'), [`path_regexp "^${at}.*\\.\\w+$"`, `not path_regexp "\\.(?:${Object.keys(types).join('|')})$"`]), ...block(`header ${named('type_other')}`, ['defer', `content-type ${quoted(otherType)}`])];
  const bare = site.base.slice(0, -1);
  return [
    '# Written by the build out of src/site/headers.ts: change it there. Import it in a site that has a root.',
    '# The hashes of the styles are those of this build: load this file together with its pages.',
    `${named()} path ${bare ? `${bare} ` : ''}${site.base}*`,
    ...block(`handle ${named()}`, [
      ...block('header', headerLines(everywhere)),
      // No file is called so, and the file server would say that it has failed.
      `${named('unreadable')} path_regexp "\\x00|[^/]{256}|^.{1000}"`,
      ...block(`handle ${named('unreadable')}`, [...block('header', headerLines(missingHeaders)), 'respond "Refused" 400']),
      `${named('other')} not method GET HEAD`,
      ...block(`handle ${named('other')}`, [...block('header', headerLines(missingHeaders)), 'respond "Refused" 405']),
      // Looked for here and not told by `handle_errors`, of which a host has one for all its sites.
      ...block(named('gone'), [
        ...block('not', ['path_regexp "/$"', ...block('file', ['try_files {path}index.html'])]),
        ...block('not', ['path_regexp "[^/]$"', ...block('file', ['try_files {path} {path}/'])]),
      ]),
      ...block(`handle ${named('gone')}`, [
        ...block(named('page'), [`path_regexp "^${at}(?:.*/)?(?:[^/]+\\.html)?$"`, `not path_regexp "^${at}(?:assets|packs)/"`]),
        ...block(`handle ${named('page')}`, [
          ...block('header', headerLines(missingPageHeaders(site.styleHashes))),
          `rewrite * ${site.base}404.html`,
          ...block('file_server', ['precompressed br gzip', 'status 404']),
        ]),
        ...block('handle', [...block('header', headerLines(missingHeaders)), 'respond "Not found" 404']),
      ]),
      // The file server would lose what stands behind a question mark.
      ...block(named('slashless'), [`path_regexp slashless "^(${bare ? `${asPattern(bare)}|` : ''}${at}${slashless})$"`]),
      ...block(`handle ${named('slashless')}`, [
        ...block('header', headerLines(missingHeaders)),
        `${named('marked')} expression {query} != ""`,
        `redir ${named('marked')} {re.slashless.1}/?{query} 301`,
        'redir {re.slashless.1}/ 301',
      ]),
      ...block('handle', [
        ...found,
        ...typed,
        ...untyped,
        ...block('file_server', ['precompressed br gzip']),
      ]),
    ]),
    '',
  ].join('\n');
}
