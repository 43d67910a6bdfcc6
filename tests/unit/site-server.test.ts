import { afterEach, beforeEach, expect, test } from 'vitest';
import { cutAtClose, cutChunked, cutKnownLength, drip, empty, hang, loginPage, on, redirectToLogin, reframedCut, stale, status, type Handler } from '../fixtures/faults.ts';
import type { Site } from '../fixtures/site-server.ts';
import { serveTinySite } from '../fixtures/tiny-site.ts';

let site: Site;
beforeEach(async () => {
  site = await serveTinySite();
});
afterEach(() => site.stop());

const get = (path = '', options?: RequestInit) => fetch(site.url + path, options);
const whole = async () => (await get('next/')).text();

test('a folder is answered with its page under the real headers', async () => {
  const answer = await get('next/?src=qr');
  expect(await answer.text()).toContain('<h1>Next page</h1>');
  expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
});

test('a folder without its slash is sent to the one with it', async () => {
  const answer = await get('next', { redirect: 'manual' });
  expect([answer.status, answer.headers.get('location')]).toEqual([301, '/next/']);
});

test.each(['nowhere.js', 'next/nowhere/', '%2e%2e/tiny-site.ts', '..%2ftiny-site.ts', '%E0%A4%A', 'index.html/'])('%s is missing, in plain text', async (path) => {
  const answer = await get(path);
  expect([answer.status, answer.headers.get('content-type'), answer.headers.get('cache-control')]).toEqual([
    404,
    'text/plain; charset=utf-8',
    'no-store',
  ]);
});

test('requests are remembered with their method, query and size, until they are forgotten', async () => {
  await (await get('next/?a=1', { method: 'POST', body: 'four' })).text();
  expect(site.requests).toEqual([{ method: 'POST', path: '/next/', query: 'a=1', bodyBytes: 4, headers: expect.anything() as unknown }]);
  site.forget();
  expect(site.requests).toEqual([]);
});

test('a stopped site answers nobody, and the started one answers at the same address', async () => {
  await whole();
  await site.stop();
  await expect(get()).rejects.toThrow('fetch failed');
  await site.start();
  expect(await whole()).toContain('Next page');
});

test('a deployed folder takes the place of the one before', async () => {
  site.deploy(new URL('../fixtures/tiny-site/next', import.meta.url).pathname);
  expect(await (await get()).text()).toContain('Next page');
});

test('a fault befalls only the addresses that it is on, until it is mended', async () => {
  site.setFault(on(/next/, status(503)));
  expect([(await get('next/')).status, (await get()).status]).toEqual([503, 200]);
  site.setFault(undefined);
  expect((await get('next/')).status).toBe(200);
});

test('a portal answers 200 with its own page, at once or after a redirect', async () => {
  site.setFault(() => loginPage());
  const direct = await get('next/');
  expect([direct.status, direct.redirected, (await direct.text()).includes('Please log in')]).toEqual([200, false, true]);
  site.setFault(() => redirectToLogin());
  const sent = await get('next/');
  expect([sent.status, sent.redirected, (await sent.text()).includes('Please log in')]).toEqual([200, true, true]);
});

test.each<[string, () => Handler]>([['a known length', cutKnownLength], ['chunks', cutChunked]])('a body cut with %s ends in an error', async (_, cut) => {
  site.setFault(() => cut());
  const answer = await get('next/');
  expect(answer.status).toBe(200);
  await expect(answer.text()).rejects.toThrow('terminated');
});

test.each<[string, () => Handler]>([['the end of the connection', cutAtClose], ['a wrong length', reframedCut]])('a body cut with %s looks whole', async (_, cut) => {
  const full = await whole();
  site.setFault(() => cut());
  expect(await whole()).toBe(full.slice(0, full.length / 2));
});

test('an empty answer and a stale one keep the right headers', async () => {
  site.setFault(() => empty());
  expect([(await get('next/')).headers.get('content-type'), await whole()]).toEqual(['text/html; charset=utf-8', '']);
  site.setFault(() => stale(Buffer.from('older')));
  expect([(await get('next/')).headers.get('content-type'), await whole()]).toEqual(['text/html; charset=utf-8', 'older']);
});

test('a hanging answer never begins, and a dripping one never ends in time', async () => {
  site.setFault(() => hang());
  await expect(get('next/', { signal: AbortSignal.timeout(200) })).rejects.toThrow('timeout');
  site.setFault(() => drip());
  const answer = await get('next/', { signal: AbortSignal.timeout(1_500) });
  expect(answer.status).toBe(200);
  await expect(answer.text()).rejects.toThrow('timeout');
});
