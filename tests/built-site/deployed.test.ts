import { execFile } from 'node:child_process';
import type { OutgoingHttpHeaders } from 'node:http';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, onTestFinished, test } from 'vitest';
import { headersOf } from '../../src/site/headers.ts';
import { checkSite } from '../deployed/check-site.ts';
import type { Finding } from '../deployed/finding.ts';
import { visitorTo } from '../deployed/visitor.ts';
import { readBuilt } from '../fixtures/built-files.ts';
import { builtSite } from '../fixtures/built-site.ts';
import { previewSite, rewriteHeaders, type Meddling } from '../fixtures/previewed-site.ts';
import { top } from '../fixtures/source-imports.ts';

const folder = await builtSite();
const { styleHashes } = JSON.parse(readBuilt(folder, 'headers.json')) as { styleHashes: string[] };
const site = await previewSite(folder);
afterAll(() => site.close());

/** Other headers for the addresses that are named. */
const headers = (where: RegExp, change: (headers: OutgoingHttpHeaders) => OutgoingHttpHeaders): Meddling =>
  (_, response, path) => void (where.test(path) && rewriteHeaders(response, change));

const without = (where: RegExp, header: string) => headers(where, ({ [header]: _, ...rest }) => rest);

/** Another answer, right in all that is not its content, for the addresses that are named. */
const content = (where: RegExp, text: (path: string) => string): Meddling => (request, response, path) => {
  if (!where.test(path)) return false;
  const file = path.slice(1) + (path.endsWith('/') ? 'index.html' : '');
  const squeezed = request.headers['accept-encoding'] !== 'identity';
  const unchanged = request.headers['if-none-match'] === '"other"';
  response.writeHead(unchanged ? 304 : 200, { ...headersOf(file, styleHashes), vary: 'Accept-Encoding', etag: '"other"', ...(squeezed ? { 'content-encoding': 'gzip' } : {}) });
  response.end(unchanged ? undefined : squeezed ? gzipSync(text(path)) : text(path));
  return true;
};

const fallback = (where: RegExp): Meddling => (_, response, path) => {
  if (!where.test(path)) return false;
  response.writeHead(200, headersOf('index.html', styleHashes)).end(readBuilt(folder, 'index.html'));
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
  });

  test.each<[string, Meddling, unknown[]]>([
    ['an old pack', content(/^\/packs\/ar\./, () => '{}'), [file(/^packs\/ar\./)]],
    ['a pack that is redirected to a login page', redirect(/^\/packs\/fr\./), [file(/^packs\/fr\./)]],
    ['a difference that makes another pack', content(/difference-pa\./, () => '0\n0\nother'), [file(/difference-pa\./)]],
    ['an old script', content(/^\/assets\/app\./, () => 'old()'), [file(/^assets\/app\./)]],
    ['a script that may not be kept', headers(/^\/assets\/app\./, (sent) => ({ ...sent, 'cache-control': 'no-cache' })), [file(/^assets\/app\./)]],
    ['a manifest of the wrong type', headers(/manifest-fr\./, (sent) => ({ ...sent, 'content-type': 'text/plain' })), [file(/manifest-fr\./)]],
    ['a page of the release before', content(/^\/fr\/about\/$/, () => readBuilt(folder, 'fr/about/index.html').replace('</h1>', '!</h1>')), ['pages fr']],
    ['a page without one of its headers', without(/^\/ar\/treatment\/$/, 'referrer-policy'), ['page headers ar']],
    ['a page under a loosened policy', headers(/^\/pa\/all\/$/, (sent) => ({ ...sent, 'content-security-policy': String(sent['content-security-policy']).replace("script-src 'self'", "script-src 'self' 'unsafe-inline'") })), ['page headers pa']],
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
    ['pages at addresses without their slash', fallback(/^\/en\/[\w-]+$/), ['slash']],
    ['another worker behind a question mark', (request, ...rest) => request.url === '/sw.js?src=qr' && content(/./, () => '{}')(request, ...rest), ['query']],
    ['a server that always sends everything', (request) => void delete request.headers['if-none-match'], ['unchanged /', 'unchanged sw.js', file(/^unchanged assets/), file(/^unchanged packs/)]],
    ['a server that compresses nothing', (request) => void delete request.headers['accept-encoding'], ['compression']],
  ])('names %s, and nothing else', async (_, meddling, bad) => {
    expect((await findings(meddling)).filter(({ ok }) => !ok).map(({ what }) => what)).toEqual(bad);
  });

  test('as a command says each thing in a line, and fails with one that is bad', async () => {
    const run = (url: string) => promisify(execFile)(process.execPath, ['tests/deployed/deployed.ts', url], { cwd: top });
    site.meddle(() => false);
    const { stdout } = await run(site.url.slice(0, -1));
    expect(stdout).toMatch(/^ok {2}https: [^]*\nok {2}sw\.js whole: one block[^]*\nAll \d+ checks of http:\/\/localhost:\d+\/ are ok\.\n$/);

    site.meddle(headers(/^\/sw\.js$/, (sent) => ({ ...sent, vary: '*' })));
    const failed = await run(site.url).catch((error: { code: number; stdout: string }) => error);
    expect(failed).toMatchObject({ code: 1, stdout: expect.stringMatching(/\nbad vary: "\*" on sw\.js[^]*\n1 of \d+ checks of .* are bad\.\n$/) });
  });
});
