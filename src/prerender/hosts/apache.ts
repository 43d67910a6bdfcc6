import { everywhere, isCompressed, missingHeaders, missingPageHeaders, type Headers } from '../../site/headers.ts';
import { otherType, types } from '../../site/media-types.ts';
import type { HostedSite } from './host-files.ts';
import { asPattern, endingsByType, headersOfKind, kinds, quoted, slashless, untyped, without } from './kinds.ts';

const section = (name: string, address: string, lines: readonly string[]) => [`<${name} "${address}">`, ...lines.map((line) => `  ${line}`), `</${name}>`];
const headerLines = (headers: Headers, where = '') => Object.entries(headers).map(([name, value]) => `Header always set ${name} ${quoted(value)}${where && ` "expr=${where}"`}`);

/** Every header that a file of ours may say, but for the type. */
const ours = Object.keys(untyped({ ...missingPageHeaders([]), vary: '' }));
const varies = headerLines({ vary: 'Accept-Encoding' });
const isVaried = (ending: string) => isCompressed(`x.${ending}`);
/** "Keep this for ever" must not come with an error. */
const found = "%{REQUEST_STATUS} -in {'200','206','304'}";
/** What Apache refuses before it has looked up the folder. */
const refused = "%{REQUEST_STATUS} -in {'400','414'} || (%{REQUEST_STATUS} == 404 && %{THE_REQUEST} =~ /%(?:00|2f)/i)";

/** Sends the twin of whatever has one to whoever takes it, and does not say `q=0`. */
function twinLines(at: string, encoding: string, ending: string): string[] {
  return [
    `RewriteCond %{HTTP:Accept-Encoding} "(?:^|,)\\s*${encoding}\\s*(?:,|$|;(?!\\s*q=0(?:\\.0*)?\\s*(?:,|$)))" [NC,NV]`,
    `RewriteCond %{DOCUMENT_ROOT}$0.${ending} -f`,
    `RewriteRule "^${at}.*\\.(?:${Object.keys(types).filter(isVaried).join('|')})$" "%{DOCUMENT_ROOT}$0.${ending}" [E=handleaf_encoding:${encoding},L]`,
  ];
}

/** What goes inside the `VirtualHost` of an Apache. Its files lie below `DocumentRoot` as the addresses say: `/cpo/sw.js` is `<DocumentRoot>/cpo/sw.js`. */
export function apacheConfig(site: HostedSite): string {
  const at = asPattern(site.base);
  const bare = site.base.slice(0, -1);
  const whole = `^${asPattern(bare)}(?:/|$)`;
  const lost = `${bare ? `${asPattern(bare)}|` : ''}${at}${slashless}`;
  // Sections that fit are all in force, the last one above the others.
  const typed = endingsByType().flatMap(([type, endings]) => {
    const pages = endings.includes('html') ? '(?:|.*/)|' : '';
    return section('LocationMatch', `^${at}(?:${pages}.*\\.(?:${endings.join('|')}))$`, [`ForceType ${quoted(type)}`, ...(endings.some(isVaried) ? varies : [])]);
  });
  const kept = [...kinds].reverse().flatMap((kind) => {
    const { 'cache-control': cache = '', ...headers } = without(headersOfKind(kind, site), everywhere);
    const missing = kind.name === 'page' ? `${site.base}404.html` : '"Not found"';
    return section('LocationMatch', `^${at}${kind.address}$`, [`ErrorDocument 404 ${missing}`, ...headerLines(headers), ...headerLines({ 'cache-control': cache }, found)]);
  });
  return [
    '# Written by the build out of src/site/headers.ts: change it there. Include it in a VirtualHost that has a DocumentRoot and, for the world, TLS.',
    '# The hashes of the styles are those of this build: load this file together with its pages.',
    '# Needs Apache 2.4 with "a2enmod headers rewrite", and "ServerTokens Prod", which no VirtualHost can say.',
    '# What else this VirtualHost says of errors and of rewriting stands below the Include.',
    '',
    '# Nobody writes down who read what. This keeps away the log that a VirtualHost takes over from outside; one of its own goes on writing, unless it ends with',
    `# "expr=%{REQUEST_URI} !~ m#${whole}#"`,
    'CustomLog /dev/null common env=handleaf_never',
    'ServerSignature Off',
    'TraceEnable Off',
    '',
    '# A request that cannot be read, wherever in this VirtualHost it was meant to go.',
    'ErrorDocument 400 "Refused"',
    'ErrorDocument 404 "Not found"',
    'ErrorDocument 414 "Refused"',
    ...headerLines(missingHeaders, refused),
    '',
    '# The file, or the twin that lies beside it; nothing is compressed on the way.',
    'RewriteEngine On',
    `RewriteRule "${whole}" "-" [E=no-gzip:1,E=no-brotli:1,E=suppress-error-charset:1]`,
    'RewriteCond %{REQUEST_METHOD} !^(?:GET|HEAD)$',
    `RewriteRule "${whole}" "-" [R=405,L]`,
    '# Without its last slash: left to the redirect below.',
    `RewriteRule "^(?:${lost})$" "-" [L]`,
    `RewriteRule "^${at}(?:.*/)?$" "$0index.html"`,
    ...twinLines(at, 'br', 'br'),
    ...twinLines(at, 'gzip', 'gz'),
    'RewriteCond %{DOCUMENT_ROOT}$0 !-f',
    `RewriteRule "^${at}.*" "-" [R=404,L]`,
    `RewriteRule "^${at}.*" "%{DOCUMENT_ROOT}$0" [L]`,
    '',
    '# Debian takes .br for Breton.',
    'RemoveLanguage .br',
    'RemoveEncoding .br .gz',
    '',
    `RedirectMatch 301 "^(${lost})$" "$1/"`,
    '# Apache before 2.4.58 names the host in a redirect.',
    ...section('IfDirective', 'RedirectRelative', ['RedirectRelative On']),
    '',
    ...section('Location', bare || '/', [
      'Require all granted',
      'ErrorDocument 404 "Not found"',
      'ErrorDocument 405 "Refused"',
      `ForceType ${quoted(otherType)}`,
      '# What an outer block sets goes on a list of its own, and would be sent beside ours.',
      ...ours.map((name) => `Header unset ${name}`),
      ...headerLines(untyped(missingHeaders)),
      ...headerLines({ 'content-type': missingHeaders['content-type'] ?? '' }, "%{REQUEST_STATUS} -in {'404','405'} && -z reqenv('REDIRECT_STATUS')"),
      'Header set content-encoding "%{handleaf_encoding}e" env=handleaf_encoding',
    ]),
    ...typed,
    ...kept,
    '',
  ].join('\n');
}
