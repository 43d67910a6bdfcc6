import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, onTestFinished, test } from 'vitest';
import { askedForOnce } from '../../src/prerender/hosts/listed-headers.ts';
import { styleHashesOf } from '../../src/prerender/style-hashes.ts';
import { everywhere, headersOf, missingHeaders, missingPageHeaders } from '../../src/site/headers.ts';
import { checkSite } from '../deployed/check-site.ts';
import { visitorTo } from '../deployed/visitor.ts';
import { readBuilt } from '../fixtures/built-files.ts';
import { builtSite } from '../fixtures/built-site.ts';
import { ask, oneOfEachKind, scanHost } from '../fixtures/header-scan.ts';
import { runApache, runCaddy, runNginx, type HostServer } from '../fixtures/host-server.ts';
import { previewSite } from '../fixtures/previewed-site.ts';
import { objections } from '../fixtures/security-review.ts';
import { top } from '../fixtures/source-imports.ts';

const bases = ['/', '/cpo/', '/a/b/'];
const hosts = { nginx: { file: 'nginx.conf', run: runNginx }, apache: { file: 'apache.conf', run: runApache }, caddy: { file: 'Caddyfile', run: runCaddy } } as const;
type HostName = keyof typeof hosts;

/** Runs a host with its generated file, changed perhaps, and ends it after the test. */
async function hosted(name: HostName, base = '/', change: (config: string) => string = (config) => config): Promise<{ server: HostServer; folder: string }> {
  const folder = await builtSite({ base });
  const { file, run } = hosts[name];
  const config = readFileSync(`${folder}-host/${file}`, 'utf8');
  const server = await run({ folder, base, config: change(config) });
  onTestFinished(server.close);
  return { server, folder };
}

describe.each(Object.keys(hosts) as HostName[])('%s with its generated file', (name) => {
  test.each(bases)('answers everything below %s as the table of headers says', async (base) => {
    const { server, folder } = await hosted(name, base);
    expect(await scanHost(server.url, folder)).toEqual([]);
  });

  test('is found right by the check of a live site', async () => {
    const { server } = await hosted(name, '/cpo/');
    const bad: string[] = [];
    for await (const { ok, what, detail } of checkSite(visitorTo(server.url))) if (!ok) bad.push(`${what}: ${detail}`);
    expect(bad).toEqual([]);
  });

  test('sends pages and the worker under headers that a reviewer has nothing against', async () => {
    const { server } = await hosted(name);
    for (const path of ['', 'en/home-hygiene/', 'sw.js', 'nowhere/']) {
      const { headers } = await ask(server.url + path, 'GET', { accept: 'text/html' });
      expect([path, objections(headers as Record<string, string>)]).toEqual([path, []]);
    }
  });

  test('sends a part of a file as that', async () => {
    const { server, folder } = await hosted(name);
    const { status, headers, body } = await ask(`${server.url}sw.js`, 'GET', { range: 'bytes=0-9', 'accept-encoding': 'identity' });
    expect([status, body.toString()]).toEqual([206, readBuilt(folder, 'sw.js').slice(0, 10)]);
    expect(headers).toMatchObject(everywhere);
  });

  test('serves two sites on one host, each with its own file', async () => {
    const [one, other] = await Promise.all(['/cpo/', '/a/b/'].map(async (base) => ({ base, folder: await builtSite({ base }) })));
    if (!one || !other) throw new Error('two sites are needed');
    const { file, run } = hosts[name];
    const config = [one, other].map(({ folder }) => readFileSync(`${folder}-host/${file}`, 'utf8')).join('\n');
    const server = await run({ ...one, config, beside: [other] });
    onTestFinished(server.close);
    for (const { base, folder } of [one, other]) {
      expect([base, await scanHost(server.url.replace(one.base, base), folder, oneOfEachKind)]).toEqual([base, []]);
      expect([base, (await ask(`${server.url.replace(one.base, base)}nowhere/`, 'GET', { accept: 'text/html' })).body.toString()]).toEqual([base, readBuilt(folder, '404.html')]);
    }
  });

  test('sends the worker that withdraws the other in every encoding, once it is copied as the README says', async () => {
    const built = await builtSite();
    const [, copying = 'false'] = /`(cp kill\/[^`]+)`/.exec(readFileSync(join(top, 'README.md'), 'utf8')) ?? [];
    const folder = await mkdtemp(join(tmpdir(), 'handleaf-withdrawn-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    await cp(built, folder, { recursive: true, filter: (path) => !/\/(assets|packs)$/.test(path) });
    await promisify(execFile)('sh', ['-c', copying], { cwd: folder });
    const server = await hosts[name].run({ folder, base: '/', config: readFileSync(`${built}-host/${hosts[name].file}`, 'utf8') });
    onTestFinished(server.close);
    for (const encoding of ['br', 'gzip', 'identity']) {
      const { headers, body } = await visitorTo(server.url).get('sw.js', { 'accept-encoding': encoding });
      expect([encoding, headers.get('content-encoding') ?? 'identity', body.toString() === readBuilt(built, 'kill/sw.js')]).toEqual([encoding, encoding, true]);
    }
  });

  test.each([
    ['br;q=0, gzip', 'gzip'],
    ['gzip;q=0, br;q=0.0', undefined],
    ['gzip;q=0.5, BR;q=0.9', 'br'],
    ['xbr, gzipx', undefined],
  ])('takes "%s" at its word', async (accepted, encoding) => {
    const { server } = await hosted(name);
    expect((await ask(`${server.url}en/`, 'GET', { 'accept-encoding': accepted })).headers['content-encoding']).toBe(encoding);
  });

  test('takes nothing in', async () => {
    const { server } = await hosted(name);
    for (const method of ['POST', 'PUT', 'DELETE']) expect([method, (await ask(`${server.url}en/`, method)).status]).toEqual([method, 405]);
  });
});

describe.each([
  { name: 'nginx', server: 'nginx', unreadable: [400, 'Refused'] },
  // To Apache it is a file that cannot be there.
  { name: 'apache', server: 'Apache', unreadable: [404, 'Not found'] },
] as const)('$name with its generated file', ({ name, server: said, unreadable }) => {
  test('writes down nobody, not even who asks for what cannot be read', async () => {
    const { server } = await hosted(name, '/cpo/');
    for (const path of ['', 'en/', 'nowhere/', '%00', 'x'.repeat(9_000), 'handleaf-refused']) await ask(server.url + path);
    await ask(server.url.replace('/cpo/', '/%00'));
    expect(server.log()).toBe('');
  });

  test('answers a request that cannot be read under its headers, outside its folder too', async () => {
    const { server } = await hosted(name, '/cpo/');
    for (const path of ['/%00', '/cpo/%00', `/${'x'.repeat(9_000)}`]) {
      const { status, headers, body } = await ask(server.url.replace('/cpo/', path));
      const expected = path.length > 99 ? [414, 'Refused'] : unreadable;
      expect([path.slice(0, 9), [status, body.toString()], headers]).toEqual([path.slice(0, 9), expected, expect.objectContaining({ ...missingHeaders, server: said })]);
    }
  });
});

describe('nginx with its generated file', () => {
  test('loads without the brotli module once both lines are taken out that it names', async () => {
    const folder = await builtSite();
    const config = readFileSync(`${folder}-host/nginx.conf`, 'utf8');
    const [, line = 'none'] = /take out both lines that say "(.*)"$/m.exec(config) ?? [];
    const lines = config.split('\n');
    const left = lines.filter((other) => other.trim() !== line);
    expect(lines.length - left.length).toBe(2);
    await expect(runNginx({ folder, base: '/', config, brotli: false })).rejects.toThrow(/brotli_static/);
    const server = await runNginx({ folder, base: '/', config: left.join('\n'), brotli: false });
    onTestFinished(server.close);
    expect((await ask(`${server.url}en/`, 'GET', { 'accept-encoding': 'gzip, br' })).headers['content-encoding']).toBe('gzip');
  });
});

test('a log that an Apache writes for its VirtualHost leaves the folder out, ended as the generated file says', async () => {
  const { server } = await hosted('apache', '/cpo/', (config) => `${config}CustomLog access.log common ${/^# ("expr=.*")$/m.exec(config)?.[1]}\n`);
  for (const path of ['/cpo/', '/cpo', '/cpo/nowhere/', '/cpoelsewhere']) await ask(new URL(path, server.url).href);
  // It is written after the answer has gone.
  await expect.poll(server.log).toMatch(/^[^\n]* "GET \/cpoelsewhere HTTP\/1\.1" 40\d [^\n]*\n$/);
});

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

describe.each(Object.keys(hosts) as HostName[])('the scan of %s goes red', (name) => {
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

test('npm start answers as the hosts do', async () => {
  const folder = await builtSite();
  const site = await previewSite(folder);
  afterAll(() => site.close());
  expect(await scanHost(site.url, folder)).toEqual([]);
});

describe('_headers', () => {
  test.each(bases)('says below %s of every file what the table says, and of a missing one nothing that could be kept', async (base) => {
    const folder = await builtSite({ base });
    const styleHashes = styleHashesOf(folder);
    const rules = readRules(readBuilt(folder, '_headers'));
    const files = readFileSync(`${folder}-host/files.sha256`, 'utf8').trim().split('\n').map((line) => line.slice(66)).filter((path) => !/\.(br|gz)$/.test(path));
    const troubles = files.flatMap((path) => {
      if (askedForOnce.test(path) || /^(_headers|headers\.json|licences\.txt|kill\/|404\.html|[\w-]+\.(png|svg)$)/.test(path)) return [];
      const got = appliedTo(base + path.replace(/index\.html$/, ''), rules);
      const { 'content-type': type, ...wanted } = headersOf(path, styleHashes);
      const typed = path.endsWith('.html') ? wanted : { ...wanted, 'content-type': type ?? '' };
      return Object.entries(typed).filter(([name, value]) => got[name] !== value).map(([name, value]) => `${path}: ${name} is ${got[name]} instead of ${value}`);
    });
    expect(troubles).toEqual([]);
    const missing = appliedTo(`${base}assets/missing.00000000.js`, rules);
    expect(missing).toEqual({ ...everywhere, 'content-security-policy': missingPageHeaders(styleHashes)['content-security-policy'] });
  });

  test('keeps within what Cloudflare Pages reads: a hundred rules, two thousand characters a line', async () => {
    const text = readBuilt(await builtSite(), '_headers');
    expect(readRules(text).length).toBeLessThanOrEqual(100);
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(2000);
  });
});

test('what is said of GitHub Pages names every header that it does not send', async () => {
  const text = readFileSync(`${await builtSite()}-host/github-pages.txt`, 'utf8');
  for (const [name, value] of Object.entries(everywhere)) expect(text).toContain(`${name}: ${value}`);
  expect(text).toContain("frame-ancestors 'none'");
});

interface Rule {
  readonly pattern: RegExp;
  readonly headers: readonly (readonly [string, string])[];
}

/** Reads `_headers` as its readers document it: an address with `*`, then indented headers. */
function readRules(text: string): Rule[] {
  return text.split(/\n(?=\S)/).filter((part) => part.startsWith('/')).map((part) => {
    const [address = '', ...lines] = part.trim().split('\n');
    const pattern = new RegExp(`^${address.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')}$`);
    return { pattern, headers: lines.map((line) => [line.slice(0, line.indexOf(':')).trim(), line.slice(line.indexOf(':') + 1).trim()] as const) };
  });
}

/** All rules that fit apply, and values of the same header are joined. */
function appliedTo(address: string, rules: readonly Rule[]): Record<string, string> {
  const applied: Record<string, string> = {};
  for (const { pattern, headers } of rules) {
    if (pattern.test(address)) for (const [name, value] of headers) applied[name] = applied[name] === undefined ? value : `${applied[name]}, ${value}`;
  }
  return applied;
}
