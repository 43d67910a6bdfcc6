import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, onTestFinished, test } from 'vitest';
import { everywhere, missingHeaders } from '../../src/site/headers.ts';
import { checkSite } from '../deployed/check-site.ts';
import { visitorTo } from '../deployed/visitor.ts';
import { readBuilt } from '../fixtures/built-files.ts';
import { builtSite } from '../fixtures/built-site.ts';
import { ask, oneOfEachKind, scanHost } from '../fixtures/header-scan.ts';
import { runNginx } from '../fixtures/host-server.ts';
import { bases, hosted, hostNames, hosts } from '../fixtures/hosted.ts';
import { previewSite } from '../fixtures/previewed-site.ts';
import { objections } from '../fixtures/security-review.ts';
import { top } from '../fixtures/source-imports.ts';

describe.each(hostNames)('%s with its generated file', (name) => {
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

  test('serves a site in a folder of another, in the order that the README gives', async () => {
    const [outer, inner] = await Promise.all(['/', '/cpo/'].map((base) => builtSite({ base })));
    const folder = await mkdtemp(join(tmpdir(), 'handleaf-nested-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    await cp(outer ?? '', folder, { recursive: true });
    await cp(inner ?? '', join(folder, 'cpo'), { recursive: true });
    const { file, run } = hosts[name];
    const configs = [inner, outer].map((site) => readFileSync(`${site}-host/${file}`, 'utf8'));
    const server = await run({ folder, base: '/', config: (name === 'apache' ? configs.reverse() : configs).join('\n') });
    onTestFinished(server.close);
    expect(await scanHost(server.url, outer ?? '', oneOfEachKind)).toEqual([]);
    expect(await scanHost(`${server.url}cpo/`, inner ?? '', oneOfEachKind)).toEqual([]);
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

test('npm start answers as the hosts do', async () => {
  const folder = await builtSite();
  const site = await previewSite(folder);
  onTestFinished(() => site.close());
  expect(await scanHost(site.url, folder)).toEqual([]);
  // Addresses that are none beside an origin.
  for (const path of ['/', '/?src=qr']) {
    const { status, headers } = await ask(`${site.url}${path}`);
    expect([path, status]).toEqual([path, 404]);
    expect(headers).toMatchObject(missingHeaders);
  }
});

test('what is said of GitHub Pages names every header that it does not send', async () => {
  const text = readFileSync(`${await builtSite()}-host/github-pages.txt`, 'utf8');
  for (const [name, value] of Object.entries(everywhere)) expect(text).toContain(`${name}: ${value}`);
  expect(text).toContain("frame-ancestors 'none'");
});
