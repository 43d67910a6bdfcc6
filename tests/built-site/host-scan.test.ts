import { describe, expect, test } from 'vitest';
import { everywhere } from '../../src/site/headers.ts';
import { oneOfEachKind, scanHost } from '../fixtures/header-scan.ts';
import { hosted, hostNames, type HostName } from '../fixtures/hosted.ts';

/** Every way in which one line could be wrong, and what the scan has to say then. */
const withoutHeader = Object.keys(everywhere).map((header): [string, (config: string) => string, RegExp] => [
  `without ${header}`,
  (config) => config.replace(new RegExp(`^.*\\b${header} ".*\\n`, 'gm'), ''),
  new RegExp(`: ${header} is undefined`),
]);
const withoutDirective = ['default-src', 'script-src', 'style-src', 'connect-src', 'worker-src', 'base-uri', 'form-action', 'frame-ancestors', 'require-trusted-types-for', 'trusted-types'].map(
  (directive): [string, (config: string) => string, RegExp] => [`without ${directive}`, (config) => config.replace(new RegExp(`\\b${directive} [^;"]*(?:; )?`, 'g'), ''), /: content-security-policy is default-src|: content-security-policy is script-src/],
);
const loosened: [string, (config: string) => string, RegExp][] = [
  ['letting in inline scripts', (config) => config.replaceAll("script-src 'self'", "script-src 'self' 'unsafe-inline'"), /content-security-policy is .*'unsafe-inline'/],
  ['letting in scripts of others', (config) => config.replaceAll("script-src 'self'", "script-src 'self' https:"), /content-security-policy is .*https:/],
  ['letting others frame it', (config) => config.replaceAll("frame-ancestors 'none'", 'frame-ancestors *'), /content-security-policy is .*frame-ancestors \*/],
  ['letting in the camera', (config) => config.replaceAll('camera=()', 'camera=(self)'), /permissions-policy is .*camera=\(self\)/],
  ['keeping the worker for a day', (config) => config.replaceAll('"no-cache"', '"max-age=86400"'), /cache-control is max-age=86400 instead of no-cache/],
  ['keeping hashed files for a minute', (config) => config.replaceAll('max-age=31536000, immutable', 'max-age=60'), /cache-control is public, max-age=60/],
  ['letting a missing file be kept', (config) => config.replaceAll('"no-store"', '"public, max-age=60"'), /(missing|slash|refused) .*cache-control is public, max-age=60/],
];
const own: Record<HostName, [string, (config: string) => string, RegExp][]> = {
  nginx: [
    ['sending a page in place of a missing file', (config) => config.replace(/try_files \$uri =404/g, 'try_files $uri /index.html'), /^missing .*: status 200 instead of 404/],
    ['with types of its own', (config) => config.replace('"text/javascript; charset=utf-8" js;', 'text/javascript js;'), /content-type is text\/javascript instead/],
    ['without gzip', (config) => config.replaceAll('gzip_static on;', ''), /^gzip .*content-encoding is undefined/],
    ['without brotli', (config) => config.replaceAll('brotli_static on;', ''), /^br .*content-encoding is gzip instead of br/],
    ['without vary', (config) => config.replaceAll('add_header vary "Accept-Encoding" always;', ''), /vary is undefined/],
    ['varying by more', (config) => config.replaceAll('vary "Accept-Encoding"', 'vary "Accept-Encoding, Accept-Language"'), /vary is Accept-Encoding, Accept-Language/],
    ['setting a cookie', (config) => config.replaceAll('vary "Accept-Encoding" always;', 'vary "Accept-Encoding" always; add_header set-cookie "a=b";'), /: a cookie|^hostile/],
    ['with a second type where it leads on', (config) => config.replace('return 301', 'add_header content-type "text/plain" always;\n    return 301'), /^slash .*content-type/],
    ['without headers where a request cannot be read', (config) => config.replaceAll(/error_page 400 .*;/g, ''), /^refused /],
    ['redirecting to other hosts', (config) => config.replace('return 301 $uri/$is_args$args', 'return 301 //evil.example/'), /slash .*: 301 to \/\/evil\.example/],
  ],
  apache: [
    ['sending a page in place of a missing file', (config) => config.replace('"^/.*" "-" [R=404,L]', '"^/.*" "/index.html"'), /^missing .*: status 200 instead of 404/],
    ['with types of its own', (config) => config.replace('ForceType "text/javascript; charset=utf-8"', 'ForceType text/javascript'), /content-type is text\/javascript instead/],
    ['without gzip', (config) => config.replace(/^RewriteCond .*gzip.*\n.*\n.*\n/m, ''), /^gzip .*content-encoding is undefined/],
    ['without brotli', (config) => config.replace(/^RewriteCond .*\bbr\b.*\n.*\n.*\n/m, ''), /^br .*content-encoding is gzip instead of br/],
    ['without vary', (config) => config.replaceAll('Header always set vary "Accept-Encoding"', ''), /vary is undefined/],
    ['varying by more', (config) => config.replaceAll('vary "Accept-Encoding"', 'vary "Accept-Encoding, Accept-Language"'), /vary is Accept-Encoding, ?Accept-Language/],
    ['setting a cookie', (config) => config.replaceAll('Header unset vary', 'Header always set set-cookie "a=b"'), /: a cookie|^hostile/],
    ['with a language in the place of an encoding', (config) => config.replace('RemoveLanguage .br', ''), /^(br|head|not changed|twin) .*a language of its own: br/],
    ['beside headers of an outer block', (config) => config.replace('Header unset x-frame-options', ''), /x-frame-options is (DENY, SAMEORIGIN|sent twice)/],
    ['with another type where it leads on', (config) => config.replace('E=suppress-error-charset:1', 'E=no-brotli:1'), /^slash .*content-type/],
    ['without headers where a request cannot be read', (config) => config.replaceAll(/^.*414.*\n/gm, ''), /^refused /],
    ['redirecting to other hosts', (config) => config.replace('$" "$1/"', '$" "https://evil.example/"'), /slash .*: 301 to https:\/\/evil\.example/],
  ],
  caddy: [
    ['without compression', (config) => config.replaceAll('precompressed br gzip', ''), /content-encoding is undefined/],
    ['with types of its own', (config) => config.replaceAll('content-type "application/json; charset=utf-8"', ''), /content-type is application\/json instead/],
    ['with a page in place of a missing file', (config) => config.replace(/not path_regexp "\^.*assets\|packs.*\n(?=\s*\}\n\s*handle @handleaf\/page)/, '\n'), /^missing \/(assets|packs)\/.*content-type/],
    ['without a type for twins', (config) => config.replace('content-type "application/octet-stream"', 'content-type "text/plain"'), /^twin .*content-type/],
    ['without headers where a request cannot be read', (config) => config.replace(/handle @handleaf\/unreadable \{[^{]*header \{[^}]*\}/, 'handle @handleaf/unreadable {'), /^refused /],
    ['without pages for what is missing', (config) => config.replace('handle @handleaf/gone {', 'handle @handleaf/unreadable {'), /^missing .*content-type/],
  ],
};

describe.each(hostNames)('the scan of %s goes red', (name) => {
  test.each([...withoutHeader, ...withoutDirective, ...loosened, ...own[name]])('%s', async (_, change, complaint) => {
    let changed = false;
    const { server, folder } = await hosted(name, '/', (config) => {
      const other = change(config);
      changed = other !== config;
      return other;
    });
    expect(changed).toBe(true);
    const troubles = await scanHost(server.url, folder, oneOfEachKind);
    expect(troubles).toContainEqual(expect.stringMatching(complaint));
    if (name !== 'caddy') expect(troubles.filter((trouble) => !complaint.test(trouble))).toEqual([]);
  });
});
