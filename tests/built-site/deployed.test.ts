import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import type { OutgoingHttpHeaders } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, describe, expect, onTestFinished, test } from 'vitest';
import { styleHashesOf } from '../../src/prerender/hosts/style-hashes.ts';
import { headersOf, missingHeaders, missingPageHeaders } from '../../src/site/headers.ts';
import { checkSite } from '../deployed/check-site.ts';
import { lineOf, type Finding } from '../deployed/finding.ts';
import { visitorTo } from '../deployed/visitor.ts';
import { filesIn, readBuilt } from '../fixtures/built-files.ts';
import { builtSite } from '../fixtures/built-site.ts';
import { previewSite, rewriteHeaders, type Meddling } from '../fixtures/previewed-site.ts';
import { top } from '../fixtures/source-imports.ts';

const folder = await builtSite();
const styleHashes = styleHashesOf(folder);
const site = await previewSite(folder);
afterAll(() => site.close());

/** Other headers for the addresses that are named. */
const headers = (where: RegExp, change: (headers: OutgoingHttpHeaders) => OutgoingHttpHeaders): Meddling =>
  (_, response, path) => void (where.test(path) && rewriteHeaders(response, change));

const without = (where: RegExp, header: string) => headers(where, ({ [header]: _, ...rest }) => rest);

const packers = [['br', brotliCompressSync], ['gzip', gzipSync]] as const;

/** Another answer, right in all that is not its content, for the addresses that are named. */
const content = (where: RegExp, text: (path: string) => string): Meddling => (request, response, path) => {
  if (!where.test(path)) return false;
  const file = path.slice(1) + (path.endsWith('/') ? 'index.html' : '');
  const [encoding, pack] = packers.find(([name]) => request.headers['accept-encoding']?.includes(name)) ?? [undefined, Buffer.from];
  const unchanged = request.headers['if-none-match'] === '"other"';
  response.writeHead(unchanged ? 304 : 200, { ...headersOf(file, styleHashes), vary: 'Accept-Encoding', etag: '"other"', ...(encoding ? { 'content-encoding': encoding } : {}) });
  response.end(unchanged ? undefined : pack(Buffer.from(text(path))));
  return true;
};

/** Lets something befall only those requests that say so. */
const asked = (header: string, value: RegExp, meddling: Meddling): Meddling =>
  (request, ...rest) => value.test(String(request.headers[header])) && meddling(request, ...rest);

const gone = (where: RegExp): Meddling => (_, response, path) => {
  if (!where.test(path)) return false;
  response.writeHead(404, missingHeaders).end('Not found');
  return true;
};

const fallback = (where: RegExp): Meddling => (_, response, path) => {
  if (!where.test(path)) return false;
  response.writeHead(200, headersOf('index.html', styleHashes)).end(readBuilt(folder, 'index.html'));
  return true;
};

/** A page for what is missing, under its right status and headers. */
const missingPage = (where: RegExp, html: string): Meddling => (_, response, path) => {
  if (!where.test(path)) return false;
  response.writeHead(404, missingPageHeaders(styleHashes)).end(html);
  return true;
};

const redirect = (where: RegExp): Meddling => (_, response, path) => {
  if (!where.test(path)) return false;
  response.writeHead(302, { location: '/login' }).end();
  return true;
};

const file = (name: RegExp) => expect.stringMatching(name) as string;

async function findings(meddling: Meddling, at = site): Promise<Finding[]> {
  at.meddle(meddling);
  const found: Finding[] = [];
  for await (const one of checkSite(visitorTo(at.url))) found.push(one);
  return found;
}

describe('the check of a live site', () => {
  test('finds everything right where everything is', async () => {
    const found = await findings(() => false);
    expect(found.filter(({ ok }) => !ok)).toEqual([]);
    expect(found.length).toBeGreaterThan(40);
  });

  test('finds everything right below a folder too', async () => {
    const below = await previewSite(await builtSite({ base: '/a/b/' }), '/a/b/');
    onTestFinished(() => below.close());
    const found = await findings(() => false, below);
    expect(found.filter(({ ok }) => !ok)).toEqual([]);
    expect(found).toContainEqual({ ok: true, what: 'release', detail: expect.stringMatching(/ at \/a\/b\/$/) });

    const lost = await findings(gone(/^\/a\/b$/), below);
    expect(lost.filter(({ ok }) => !ok)).toEqual([{ ok: false, what: 'slash', detail: expect.stringMatching(/^\.\.\/b is answered with 404 instead of a redirect to http:\/\/localhost:\d+\/a\/b\/; \.\.\/b\?src=qr is /) }]);
  });

  test('asks for every file of the build in every encoding', async () => {
    const asked = new Set<string>();
    await findings(({ headers: sent, url = '' }) => void asked.add(`${url.slice(1)}${url.endsWith('/') ? 'index.html' : ''} in ${sent['accept-encoding']}`));
    // Hosts read the one, and send the other in place of what is missing.
    const files = filesIn(folder).filter((path) => !/\.(br|gz)$|^_headers$|^404\.html$/.test(path));
    const wanted = [...files, 'missing-page/index.html'].flatMap((path) => ['br, gzip', 'gzip', 'identity'].map((encoding) => `${path} in ${encoding}`));
    expect(wanted.filter((one) => !asked.has(one))).toEqual([]);
    expect(files.length).toBeGreaterThan(200);
  });

  test('says of a stale twin where it is, what came, what was expected and what to do', async () => {
    const stale = readBuilt(folder, 'en/sheet/index.html').replace('</h1>', '!</h1>');
    const bad = (await findings(asked('accept-encoding', /^gzip$/, content(/^\/en\/sheet\/$/, () => stale)))).filter(({ ok }) => !ok);
    const [came, wanted] = [stale, readBuilt(folder, 'en/sheet/index.html')].map((html) => `${Buffer.byteLength(html)} bytes with SHA-256 ${createHash('sha256').update(html).digest('hex').slice(0, 12)}…`);
    expect(bad.map(lineOf)).toEqual([expect.stringContaining(`bad twins: en/sheet/ asked for in gzip is another file, of ${came}, than in brotli, of ${wanted}. To mend it: copy each of these files out of one dist/ together with its .br and .gz`)]);
  });

  test.each<[string, Meddling, unknown[]]>([
    ['an old pack', content(/^\/packs\/ar\./, () => '{}'), [file(/^packs\/ar\./)]],
    ['a pack that is redirected to a login page', redirect(/^\/packs\/fr\./), [file(/^packs\/fr\./)]],
    ['a difference that makes another pack', content(/difference-pa\./, () => '0\n0\nother'), [file(/difference-pa\./)]],
    ['an old script', content(/^\/assets\/app\./, () => 'old()'), [file(/^assets\/app\./)]],
    ['a script that may not be kept', headers(/^\/assets\/app\./, (sent) => ({ ...sent, 'cache-control': 'no-cache' })), [file(/^assets\/app\./)]],
    ['a manifest of the wrong type', headers(/manifest-fr\./, (sent) => ({ ...sent, 'content-type': 'text/plain' })), [file(/manifest-fr\./)]],
    ['a page of the release before', content(/^\/fr\/about\/$/, () => readBuilt(folder, 'fr/about/index.html').replace('</h1>', '!</h1>')), ['pages fr']],
    ['a page of one language that is of the release before', content(/^\/zh-Hans\/card\/$/, () => readBuilt(folder, 'zh-Hans/card/index.html').replace('</h1>', '!</h1>')), ['pages zh-Hans']],
    ['such a page where no brotli is read', asked('accept-encoding', /^(gzip|identity)$/, content(/^\/zh-Hans\/card\/$/, () => readBuilt(folder, 'zh-Hans/card/index.html').replace('</h1>', '!</h1>'))), ['twins']],
    ['a page without one of its headers', without(/^\/ar\/treatment\/$/, 'referrer-policy'), ['page headers ar']],
    ['a page under a loosened policy', headers(/^\/pa\/all\/$/, (sent) => ({ ...sent, 'content-security-policy': String(sent['content-security-policy']).replace("script-src 'self'", "script-src 'self' 'unsafe-inline'") })), ['page headers pa']],
    ['a page that is missing', gone(/^\/fr\/about\/$/), ['pages fr']],
    ['a worker that is missing', gone(/^\/sw\.js$/), ['sw.js status', 'release', 'unchanged sw.js', 'query']],
    ['a worker of the wrong type', headers(/^\/sw\.js$/, (sent) => ({ ...sent, 'content-type': 'text/plain; charset=utf-8' })), ['sw.js type']],
    ['a worker that is kept for an hour', headers(/^\/sw\.js$/, (sent) => ({ ...sent, 'cache-control': 'max-age=3600' })), ['sw.js caching']],
    ['a worker that may not fetch', headers(/^\/sw\.js$/, (sent) => ({ ...sent, 'content-security-policy': String(sent['content-security-policy']).replace("connect-src 'self'; ", '') })), ['sw.js policy']],
    ['a worker whose type may be guessed', without(/^\/sw\.js$/, 'x-content-type-options'), ['sw.js headers']],
    ['a worker that lost its end', content(/^\/sw\.js$/, () => readBuilt(folder, 'sw.js').slice(0, -2)), ['sw.js whole']],
    ['a worker that lost its second half', content(/^\/sw\.js$/, () => readBuilt(folder, 'sw.js').slice(0, 5000)), ['sw.js whole', 'release']],
    ['a worker that can be installed cut', content(/^\/sw\.js$/, () => `${readBuilt(folder, 'sw.js')};more()`), ['sw.js whole']],
    ['a worker that knows another release', content(/^\/sw\.js$/, () => readBuilt(folder, 'sw.js').replace(/(bytes:)\d/, '$19')), ['release']],
    ['a worker that varies by everything', headers(/^\/sw\.js$/, (sent) => ({ ...sent, vary: '*' })), ['vary']],
    ['a cookie', headers(/^\/en\/$/, (sent) => ({ ...sent, 'set-cookie': 'seen=1' })), ['cookies']],
    ['a page in place of every missing script', fallback(/^\/assets\/missing/), [file(/^missing assets/)]],
    ['a page in place of every missing pack', fallback(/^\/packs\/missing/), [file(/^missing packs/)]],
    ['a page in place of every missing page', fallback(/^\/missing-page/), ['missing page']],
    ['a page in place of every missing page of one language', fallback(/^\/pa\/missing-page/), ['missing page']],
    ['a page in place of a missing pack where no brotli is read', asked('accept-encoding', /^gzip$/, fallback(/^\/packs\/missing/)), [file(/^missing packs/)]],
    ['an older twin of the page for what is missing', asked('accept-encoding', /^gzip$/, missingPage(/\/missing-page\/$/, readBuilt(folder, '404.html').replace('</h1>', '!</h1>'))), ['missing page']],
    ['a page for what is missing that is of the release before', missingPage(/\/missing-page\/$/, readBuilt(folder, '404.html').replace(/assets\/app\.[\w-]+/, 'assets/app.00000000')), ['missing page']],
    ['pages at addresses without their slash', fallback(/^\/en\/[\w-]+$/), ['slash']],
    ['another worker behind a question mark', (request, ...rest) => request.url === '/sw.js?src=qr' && content(/./, () => '{}')(request, ...rest), ['query']],
    ['a server that always sends everything', (request) => void delete request.headers['if-none-match'], ['unchanged /', 'unchanged sw.js', file(/^unchanged assets/), file(/^unchanged packs/)]],
    ['codes and links that lead to another host', content(/^\/fr\/share\/$/, () => readBuilt(folder, 'fr/share/index.html').replace(/data-site(="")?/, 'data-site="https://other.example"')), ['pages assets/staff', 'addresses']],
    ['an older twin of the worker in gzip', asked('accept-encoding', /^gzip$/, content(/^\/sw\.js$/, () => 'old()')), ['twins']],
    ['an older twin of the worker in brotli, beside the one that withdraws it', asked('accept-encoding', /^(gzip|identity)$/, content(/^\/sw\.js$/, () => readBuilt(folder, 'kill/sw.js'))), ['twins']],
    ['an older page for who reads neither brotli nor gzip', asked('accept-encoding', /^identity$/, content(/^\/ar\/all\/$/, () => '<p>old')), ['twins']],
    ['an older twin of a pack', asked('accept-encoding', /^gzip$/, content(/^\/packs\/pa\./, () => '{}')), ['twins']],
    ['an older twin of a page that no reader keeps', asked('accept-encoding', /^gzip$/, content(/^\/fr\/poster\/$/, () => '<p>old')), ['twins']],
    ['an older twin of a leaflet as one file', asked('accept-encoding', /^gzip$/, content(/leaflet-ar\./, () => '<p>old')), ['twins']],
    ['an older twin of what is left of a pack', asked('accept-encoding', /^identity$/, content(/rest-en-card\./, () => 'old')), ['twins']],
    ['a twin of another type', asked('accept-encoding', /^gzip$/, headers(/manifest-pa\./, (sent) => ({ ...sent, 'content-type': 'application/gzip' }))), ['twin headers']],
    ['a page under no policy where no brotli is read', asked('accept-encoding', /^gzip$/, without(/^\/ar\/sheet\/$/, 'content-security-policy')), ['twin headers']],
    ['a page that is packed and does not vary', without(/^\/fr\/card\/$/, 'vary'), ['vary']],
    ['another picture', content(/^\/icon-192\.png$/, () => 'PNG'), ['icon-192.png']],
    ['the hashes of the styles of another build', content(/^\/headers\.json$/, () => '{"styleHashes":[]}'), ['headers.json']],
    ['what is left of a pack beside a page for staff, and makes another', content(/rest-sheet\./, () => 'other'), [file(/^assets\/rest-sheet\./)]],
    ['a twin that is cut', asked('accept-encoding', /^gzip$/, (_, response, path) => path === '/licences.txt' && Boolean(response.writeHead(200, { ...headersOf('licences.txt', []), vary: 'Accept-Encoding', 'content-encoding': 'gzip' }).end(gzipSync('licences').subarray(0, 12)))), ['twins']],
    ['a server that sends gzip to who reads brotli', (request) => void (request.headers['accept-encoding'] = request.headers['accept-encoding']?.replace('br, ', '')), ['brotli']],
    ['a difference beside a page that makes another pack', content(/difference-fr-card\./, () => '0\n0\nother'), ['differences fr']],
    ['a difference beside a page that is missing', gone(/difference-zh-Hans-home\./), ['differences zh-Hans']],
    ['a leaflet as one file that is missing', gone(/leaflet-ar\./), [file(/^assets\/leaflet-ar\./)]],
    ['another leaflet as one file', content(/leaflet-en\./, () => '<p>old'), [file(/^assets\/leaflet-en\./)]],
    ['a leaflet as one file without a policy', without(/leaflet-pa\./, 'content-security-policy'), [file(/^assets\/leaflet-pa\./)]],
    ['a missing worker that withdraws', gone(/^\/kill\//), ['kill/sw.js']],
    ['the worker in place of the one that withdraws it', content(/^\/kill\//, () => readBuilt(folder, 'sw.js')), ['kill/sw.js']],
    ['missing licences', gone(/^\/licences/), ['licences.txt']],
    ['a page in place of the licences', content(/^\/licences/, () => '<p>Log in'), ['licences.txt']],
    ['another icon', content(/^\/icon\.svg/, () => '<svg/>'), ['icon.svg']],
    ['a login page for who asks as a browser does', asked('accept', /html/, content(/^\/en\/about\/$/, () => '<p>Log in')), ['pages en', 'page policy en']],
    ['another page for who asks as a script does', (request, ...rest) => request.url === '/en/all/' && asked('accept', /^\*\/\*$/, content(/./, () => '<p>Log in'))(request, ...rest), ['one for all']],
    ['readers who are led elsewhere by their language', asked('accept-language', /^ar/, redirect(/^\/$/)), ['one for all']],
    ['a header that empties the phone', headers(/^\/sw\.js$/, (sent) => ({ ...sent, 'clear-site-data': '"storage"' })), ['unwanted headers']],
    ['a redirect that loses what stands behind the question mark', (request, response, path) => /^\/fr\/[\w-]+\?/.test(request.url ?? '') && Boolean(response.writeHead(301, { ...missingHeaders, location: `${path}/` }).end()), ['slash']],
    ['a start page that has no address without its slash', gone(/^\/en$/), ['slash']],
    ['a server that compresses nothing', (request) => void delete request.headers['accept-encoding'], ['compression']],
  ])('names %s, and nothing else', async (_, meddling, bad) => {
    expect((await findings(meddling)).filter(({ ok }) => !ok).map(({ what }) => what)).toEqual(bad);
  });

  test('as a command says each thing in a line, and fails with one that is bad', async () => {
    const run = (url: string) => promisify(execFile)(process.execPath, ['tests/deployed/deployed.ts', url], { cwd: top });
    site.meddle(() => false);
    const { stdout } = await run(site.url.slice(0, -1));
    expect(stdout).toMatch(/^ok {2}https: [^]*\nok {2}sw\.js whole: one block[^]*\nAll \d+ checks of http:\/\/localhost:\d+\/ are ok\.\n\d+ requests in \d+ s, 6 at once\. Addresses are told below http:\/\/localhost:\d+\/\n$/);

    site.meddle(headers(/^\/sw\.js$/, (sent) => ({ ...sent, vary: '*' })));
    const failed = await run(site.url).catch((error: { code: number; stdout: string }) => error);
    expect(failed).toMatchObject({ code: 1, stdout: expect.stringMatching(/\nbad vary: "\*" on sw\.js[^]*\n1 of \d+ checks of .* are bad\.\n.* requests .*\n$/) });
  });
});
