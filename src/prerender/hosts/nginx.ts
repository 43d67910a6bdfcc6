import { missingHeaders, missingPageHeaders, otherType, type Headers } from '../../site/headers.ts';
import type { HostedSite } from './host-files.ts';
import { asPattern, endingsByType, headersOfKind, kinds, quoted, slashless, untyped } from './kinds.ts';

const indented = (lines: readonly string[], by = '  ') => lines.map((line) => (line ? by + line : line));

/** `add_header` of an outer block is lost where an inner one has its own, so each block says them all. */
function headerLines(headers: Headers, unless: readonly string[] = []): string[] {
  return Object.entries(headers).map(([name, value]) => `add_header ${name} ${quoted(value)}${unless.includes(name) ? '' : ' always'};`);
}

/** What goes inside the `server` block of an nginx. Its files lie below `root` as the addresses say: `/cpo/sw.js` is `<root>/cpo/sw.js`. */
export function nginxConfig(site: HostedSite): string {
  const at = asPattern(site.base);
  const types = endingsByType().map(([type, endings]) => `${quoted(type)} ${endings.join(' ')};`);
  const varies = 'add_header vary "Accept-Encoding" always;';

  const found = kinds.flatMap((kind) => {
    const isPage = kind.name === 'page';
    return [
      '',
      // "Keep this for ever" must not come with an error, such as 416: it has no `always`.
      `location ~ "^${at}${kind.address}$" {`,
      ...indented([
        `try_files ${isPage ? '$uri ${uri}index.html' : '$uri'} =404;`,
        ...(isPage ? ['error_page 404 @handleaf_missing_page;'] : []),
        varies,
        ...headerLines(headersOfKind(kind, site), ['cache-control']),
      ]),
      '}',
    ];
  });
  const bare = site.base.slice(0, -1);
  return [
    '# Written by the build out of src/site/headers.ts: change it there. Include it in a server block that has a root and, for the world, TLS.',
    '# The hashes of the styles are those of this build: load this file together with its pages.',
    ...(bare ? ['', `location = ${bare} {`, ...indented([...headerLines(missingHeaders), `return 301 ${site.base};`]), '}'] : []),
    '',
    `location ^~ ${site.base} {`,
    ...indented([
      '# Nobody writes down who read what.',
      'access_log off;',
      'log_not_found off;',
      'server_tokens off;',
      'absolute_redirect off;',
      '',
      '# The twins that lie beside each file; nothing is compressed on the way. Without libnginx-mod-http-brotli-static, take out the second line.',
      'gzip_static on;',
      'brotli_static on;',
      'gzip off;',
      '',
      'types {',
      ...indented(types),
      '}',
      `default_type ${quoted(otherType)};`,
      'charset off;',
      'autoindex off;',
      'error_page 403 404 @handleaf_missing_file;',
      '',
      `location ~ "^${at}${slashless}$" {`,
      ...indented([...headerLines(missingHeaders), 'return 301 $uri/$is_args$args;']),
      '}',
      ...found,
    ]),
    '}',
    '',
    'location @handleaf_missing_page {',
    ...indented([
      'access_log off;',
      'server_tokens off;',
      'gzip_static on;',
      'brotli_static on;',
      'gzip off;',
      'types { }',
      `default_type ${quoted(missingPageHeaders([])['content-type'] ?? '')};`,
      'charset off;',
      varies,
      ...headerLines(untyped(missingPageHeaders(site.styleHashes))),
      `try_files ${site.base}404.html =404;`,
    ]),
    '}',
    '',
    'location @handleaf_missing_file {',
    ...indented(['access_log off;', 'server_tokens off;', 'types { }', `default_type ${quoted(missingHeaders['content-type'] ?? '')};`, 'charset off;', ...headerLines(untyped(missingHeaders)), 'return 404 "Not found";']),
    '}',
    '',
  ].join('\n');
}
