import { missingHeaders, missingPageHeaders, type Headers } from '../../site/headers.ts';
import { otherType } from '../../site/media-types.ts';
import type { HostedSite } from './host-files.ts';
import { asPattern, endingsByType, headersOfKind, kinds, quoted, slashless, untyped } from './kinds.ts';

const indented = (lines: readonly string[], by = '  ') => lines.map((line) => (line ? by + line : line));

/** `add_header` of an outer block is lost where an inner one has its own, so each block says them all. */
function headerLines(headers: Headers, unless: readonly string[] = []): string[] {
  return Object.entries(headers).map(([name, value]) => `add_header ${name} ${quoted(value)}${unless.includes(name) ? '' : ' always'};`);
}

const brotli = 'brotli_static on;';

/** What goes inside the `server` block of an nginx. Its files lie below `root` as the addresses say: `/cpo/sw.js` is `<root>/cpo/sw.js`. */
export function nginxConfig(site: HostedSite): string {
  const at = asPattern(site.base);
  const types = endingsByType().map(([type, endings]) => `${quoted(type)} ${endings.join(' ')};`);
  const varies = 'add_header vary "Accept-Encoding" always;';
  const refused = `${site.base}handleaf-refused`;
  // Names hold for the whole server, where other sites may have theirs.
  const missing = (what: 'page' | 'file') => `@handleaf${site.base}missing_${what}`;
  const unreadable = `error_page 400 414 494 ${refused};`;
  const refusals = `error_page 400 405 414 494 ${refused};`;
  const nobodyTold = ['access_log off;', 'server_tokens off;'];
  const asText = ['types { }', `default_type ${quoted(missingHeaders['content-type'] ?? '')};`, 'charset off;', ...headerLines(untyped(missingHeaders))];
  // Its own answers, which lead elsewhere, have nginx's type: text/html.
  const leadsTo = (address: string) => [...headerLines(untyped(missingHeaders)), `return 301 ${address};`];

  const found = kinds.flatMap((kind) => {
    const isPage = kind.name === 'page';
    return [
      '',
      // "Keep this for ever" must not come with an error, such as 416: it has no `always`.
      `location ~ "^${at}${kind.address}$" {`,
      ...indented([
        `try_files ${isPage ? '$uri ${uri}index.html' : '$uri'} =404;`,
        ...(isPage ? [`error_page 404 ${missing('page')};`, refusals] : []),
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
    `# Without libnginx-mod-http-brotli-static, take out both lines that say "${brotli}"`,
    ...(bare ? ['', `location = ${bare} {`, ...indented([...nobodyTold, 'absolute_redirect off;', ...leadsTo(`${site.base}$is_args$args`)]), '}'] : []),
    '',
    `location ^~ ${site.base} {`,
    ...indented([
      '# Nobody writes down who read what.',
      ...nobodyTold,
      'log_not_found off;',
      'absolute_redirect off;',
      '',
      '# The twins that lie beside each file; nothing is compressed on the way.',
      'gzip_static on;',
      brotli,
      'gzip off;',
      '',
      'types {',
      ...indented(types),
      '}',
      `default_type ${quoted(otherType)};`,
      'charset off;',
      'autoindex off;',
      `error_page 403 404 ${missing('file')};`,
      refusals,
      '',
      `location ~ "^${at}${slashless}$" {`,
      ...indented(leadsTo('$uri/$is_args$args')),
      '}',
      ...found,
    ]),
    '}',
    '',
    `location ${missing('page')} {`,
    ...indented([
      ...nobodyTold,
      'gzip_static on;',
      brotli,
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
    `location ${missing('file')} {`,
    ...indented([...nobodyTold, ...asText, 'return 404 "Not found";']),
    '}',
    '',
    '# A request that cannot be read, wherever on this server it was meant to go. The status stays what it was.',
    unreadable,
    `location = ${refused} {`,
    ...indented(['internal;', ...nobodyTold, `error_page 404 ${missing('file')};`, ...asText, 'return 400 "Refused";']),
    '}',
    '',
  ].join('\n');
}
