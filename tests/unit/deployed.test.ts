import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { policy } from '../../src/site/headers.ts';
import { checkAddresses } from '../deployed/check-addresses.ts';
import { checkEveryAnswer } from '../deployed/check-answers.ts';
import { metaTroubles, styleHashesOf } from '../deployed/check-pages.ts';
import { wholeTroubles } from '../deployed/check-worker.ts';
import { finding, lineOf } from '../deployed/finding.ts';
import { hashOf } from '../deployed/expected.ts';
import { readLiteral, readRelease } from '../deployed/read-release.ts';
import { visitorTo } from '../deployed/visitor.ts';
import { drawSite } from '../fixtures/drawn-site.ts';
import { top } from '../fixtures/source-imports.ts';

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void (server.close(), server.closeAllConnections()));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

describe('a release read from outside', () => {
  test.each<[string, unknown]>([
    ['{a:1,"b-c":`d`,e:[],}', { a: 1, 'b-c': 'd', e: [] }],
    [' { a : { b : [ "x\\n\\u0041\\x42" , !0 , null , 1e3 ] } } and more', { a: { b: ['x\nAB', true, null, 1000] } }],
  ])('is the value of %s', (text, value) => expect(readLiteral(text)).toEqual(value));

  test.each(['{a:b}', '{a:`${b}`}', '{a:1', '{a 1}', '{a:f()}', '[1 2]', ''])('is nothing of %s', (text) => {
    expect(() => readLiteral(text)).toThrow(SyntaxError);
  });

  test('is not one whose version is not that of its content', () => {
    const literal = '{version:`c0ffee00`,base:`/`,shell:{},packs:{},pages:[],htmlHeaders:{},defaultLanguage:`en`}';
    expect(readRelease(`{let a={version:1};var r=${literal}}`)).toBeUndefined();
    const right = literal.replace('c0ffee00', Buffer.from(hashOf('{"base":"/","shell":{},"packs":{},"pages":[],"htmlHeaders":{},"defaultLanguage":"en"}'), 'base64').toString('hex').slice(0, 8));
    expect(readRelease(`{let a={version:1};var r=${right}}`)).toMatchObject({ base: '/', defaultLanguage: 'en' });
  });
});

describe('a worker', () => {
  test('that is one block is whole or nothing', () => expect(wholeTroubles('{function f(){}f()\n}\n')).toEqual([]));

  test.each([
    ['{f()', /not a script/],
    ['<!doctype html>', /not a script/],
    ['(()=>{f()})()', /not one block/],
    ['{f()}{g()}', /not one block/],
    ['f()', /not one block/],
    ['{f()};/* */ /* */', /not one block/],
    ['', /not one block/],
  ])('%s is not', (text, trouble) => expect(wholeTroubles(text)).toEqual([expect.stringMatching(trouble)]));
});

describe('the policy in a page', () => {
  const hashes = styleHashesOf(['<style>a{}</style>', '<style>a{}</style><style>b{}</style>']);
  const page = (said: string) => `<head><meta http-equiv="Content-Security-Policy" content="${said}"/><style>a{}</style>`;

  test('lets in the styles of all pages, in the order of the page with most', () => {
    expect(hashes).toEqual([hashOf('a{}'), hashOf('b{}')]);
  });

  test('lets in the styles of that page and no other', () => {
    expect(metaTroubles(page(policy([hashOf('a{}')], 'meta')))).toEqual([]);
    expect(metaTroubles(page(policy(hashes, 'meta')))).toHaveLength(1);
  });

  test('is missed where it is not, and where it is another', () => {
    expect(metaTroubles('<head></head>')).toEqual(['carries no policy in itself']);
    expect(metaTroubles(page(policy([hashOf('a{}')], 'meta').replace("img-src 'self'", 'img-src *')))).toEqual([expect.stringContaining('img-src *')]);
    expect(metaTroubles(page(policy([hashOf('a{}')], 'header')))).toHaveLength(1);
  });
});

describe('an answer', () => {
  const bad = (headers: Record<string, string>) => {
    const answers = [{ path: 'en/', status: 200, headers: new Headers(headers), asked: {}, body: Buffer.alloc(0) }];
    return checkEveryAnswer({ base: 'https://leaflet.example/cpo/', answers, get: () => Promise.reject(new Error('nothing is asked')) }).filter(({ ok }) => !ok).map(({ what, detail }) => `${what}: ${detail}`);
  };

  test.each([
    ['clear-site-data', '"cache"'],
    ['refresh', '5; url=https://login.example/'],
    ['nel', '{}'],
    ['report-to', '{}'],
    ['reporting-endpoints', 'a="https://log.example/"'],
    ['content-security-policy-report-only', "default-src 'self'"],
  ])('must not carry %s', (name, value) => expect(bad({ [name]: value })).toEqual([`unwanted headers: ${name} is sent on en/`]));

  test('names nothing elsewhere to be fetched or met beforehand', () => {
    expect(bad({ link: '</cpo/assets/app.js>; rel=preload; as=script, <https://cdn.example>; rel=preconnect' })).toEqual(['unwanted headers: link names https://cdn.example on en/']);
    expect(bad({ link: '</cpo/assets/app.js>; rel=preload; as=script' })).toEqual([]);
  });

  test('that is packed says that it varies by what was asked for', () => {
    expect(bad({ 'content-encoding': 'br' })).toEqual(['vary: none, though it is packed as it was asked for, on en/']);
    expect(bad({ 'content-encoding': 'br', vary: 'accept-encoding' })).toEqual([]);
  });

  test('may carry what harms nobody', () => expect(bad({ server: 'nginx', etag: '"a"', vary: 'Accept-Encoding' })).toEqual([]));
});

describe('codes and links to other languages', () => {
  const drawn = (site: string) => [...drawSite({ site }).pages].map(([path, html]) => ({ path, html }));

  test('lead to the host that was asked', () => {
    expect(checkAddresses(drawn('https://leaflet.example'), 'https://leaflet.example/')).toMatchObject({ ok: true });
    expect(checkAddresses(drawn(''), 'https://leaflet.example/')).toMatchObject({ ok: true });
  });

  test.each(['https://other.example/', 'http://leaflet.example/', 'https://leaflet.example:8443/'])('are missed where %s was asked', (base) => {
    const said = `codes and links of \\d+ pages, such as /, lead to https://leaflet.example instead of ${base.slice(0, -1)}`;
    expect(checkAddresses(drawn('https://leaflet.example'), base)).toMatchObject({ ok: false, detail: expect.stringMatching(new RegExp(`^${said}$`)) });
  });

  test('are missed in codes alone, and in links alone', () => {
    const about = (html: string) => checkAddresses([{ path: 'en/', html }], 'https://leaflet.example/').ok;
    expect(about('<html data-site="https://leaflet.example"><link rel="alternate" href="https://leaflet.example/fr/"/>')).toBe(true);
    expect(about('<html data-site="https://other.example"><link rel="alternate" href="https://leaflet.example/fr/"/>')).toBe(false);
    expect(about('<html data-site="https://leaflet.example"><link rel="alternate" href="https://other.example/fr/"/>')).toBe(false);
  });
});

describe('a line', () => {
  test('says that it is right, or what is not', () => {
    expect(lineOf(finding('cookies', [], 'none'))).toBe('ok  cookies: none');
    expect(lineOf(finding('cookies', ['a', 'b', 'c', 'd', 'e'], 'none'))).toMatch(/^bad cookies: a; b; c; and 2 more\. To mend it: take it out of the server/);
  });

  test.each([
    ['twins', /\.br and \.gz/],
    ['missing page', /404\.html of this build under the status 404/],
    ['missing packs/missing.00000000.json', /404 and plain text/],
    ['pages fr', /and sw\.js, .* out of one dist\//],
    ['page headers fr', /nginx\.conf, apache\.conf or Caddyfile of dist-host\//],
    ['release', /BASE.* with kill\/sw\.js in its place the leaflet is withdrawn/],
    ['addresses', /SITE/],
    ['assets/app.A9LsrxbN.js', /copy it out of dist\/ again .* for a header/],
  ])('about %s says what to do', (what, remedy) => {
    expect(lineOf(finding(what, ['wrong'], ''))).toMatch(remedy);
    expect(lineOf(finding(what, [], 'well'))).toBe(`ok  ${what}: well`);
  });

  test('is one, whatever a server sent', () => {
    expect(lineOf(finding('vary', ['x\nok  all: well\u001b[2J'], ''))).toMatch(/^bad vary: x ok  all: well \[2J\. To mend it: [^\n]*$/);
  });
});

describe('a visitor', () => {
  test('asks for six things at once, and no more', async () => {
    let [now, most] = [0, 0];
    const base = await serve((_, response) => {
      most = Math.max(most, ++now);
      setTimeout(() => response.end(String(now--)), 20);
    });
    const visitor = visitorTo(base);
    await Promise.all(Array.from({ length: 40 }, (_, index) => visitor.get(`${index}`)));
    expect([most, visitor.answers.length, visitor.answers.every(({ status }) => status === 200)]).toEqual([6, 40, true]);
  });

  test('asks no other host and nothing beside the site, wherever an address or a redirect leads', async () => {
    const asked: (string | undefined)[] = [];
    const other = await serve((request, response) => response.end(asked.push(request.url)));
    const base = await serve((request, response) => void (asked.push(request.url), response.writeHead(302, { location: `${other}stolen` }).end()));
    const visitor = visitorTo(`${base}cpo/`);
    for (const path of [`${other}a`, other.replace('http:', ''), '/b', '../c', 'http://[']) {
      expect(await visitor.get(path)).toMatchObject({ status: 0, failure: `lies outside ${base}cpo/` });
    }
    for (const path of ['d', '../cpo', '../cpo?src=qr']) expect((await visitor.get(path)).status).toBe(302);
    expect(asked).toEqual(['/cpo/d', '/cpo', '/cpo?src=qr']);
  });

  test('leaves in peace who does not answer, or turns visitors away', async () => {
    for (const status of [0, 429, 503]) {
      let asked = 0;
      const base = await serve((request, response) => void (++asked && (status ? response.writeHead(status).end() : request.destroy())));
      const visitor = visitorTo(base, { atOnce: 1, patience: 1_000, attempts: 3 });
      for (const path of 'abcde') await visitor.get(path);
      expect([status, asked, visitor.answers.at(-1)?.failure]).toEqual([status, 3, 'not asked for: 3 requests in a row had come to nothing']);
    }
  });

  test('goes on where an answer comes between', async () => {
    let asked = 0;
    const base = await serve((_, response) => void response.writeHead(++asked % 3 === 0 ? 200 : 503).end());
    const visitor = visitorTo(base, { atOnce: 1, patience: 1_000, attempts: 3 });
    for (const path of 'abcdefg') await visitor.get(path);
    expect(asked).toBe(7);
  });

  test('waits no longer than it said', async () => {
    const base = await serve(() => {});
    expect(await visitorTo(base, { atOnce: 1, patience: 100, attempts: 12 }).get('')).toMatchObject({ status: 0, failure: 'no whole answer within 0.1 seconds' });
  });
});

describe('the command', () => {
  const say = (...given: string[]) =>
    new Promise((resolve) => execFile(process.execPath, [join(top, 'tests/deployed/deployed.ts'), ...given], (error, stdout, stderr) => resolve({ code: error?.code, stdout, stderr })));

  test('says calmly that nobody answers', async () => {
    const gone = createServer().listen(0, '127.0.0.1');
    await once(gone, 'listening');
    const { port } = gone.address() as AddressInfo;
    gone.close();
    expect(await say(`http://127.0.0.1:${port}/cpo`)).toEqual({ code: 1, stdout: '', stderr: expect.stringMatching(/^Nothing answers at http:\/\/127\.0\.0\.1:\d+\/cpo\/ \(.*ECONNREFUSED.*\)\. Is the address right, and is the server running\?\n$/) });
  });

  test.each([[], ['leaflet'], ['file:///tmp/']])('asks for an address when it is given %j', async (...given) => {
    expect(await say(...given)).toEqual({ code: 1, stdout: '', stderr: 'Say which site: npm run deployed -- https://leaflet.example/\n' });
  });
});
