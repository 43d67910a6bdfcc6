import { expect, test, vi } from 'vitest';
import { sha256 } from '../../../src/prerender/hashes.ts';
import { locate } from '../../../src/sw/plan.ts';
import { basic } from './fake-browser.ts';
import { siteAfter, type Deployed } from './small-site.ts';
import { first, saved, serve, start } from './workers.ts';

test('an older page that stands in for a newer one still has its script without a network', async () => {
  await saved(first, 'ar');
  const next = siteAfter(first, ['en', 'ar', 'shell']);
  serve(next);
  const newer = start(next);
  await newer.keeper.install();
  const { ar } = next.release.packs;
  await newer.store.forget(ar ? [{ path: ar.path, hash: ar.hash }] : []);
  await newer.keeper.takeOver();
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
  const request = (path: string) => ({ url: `https://leaflet.test/${path}` }) as Request;
  const page = await newer.answerer.navigation(request('ar/'), locate('/ar/', newer.release));
  expect(await page.text()).toBe(first.files.get('ar/'));
  const place = locate('/assets/app.0.js', newer.release);
  expect(place).toEqual({ kind: 'file', path: 'assets/app.0.js' });
  const script = await newer.answerer.part(request('assets/app.0.js'), 'assets/app.0.js');
  expect(await script.text()).toBe('start(0)');
});

test('an older pack that stands in is read once, and only until the newer one has come', async () => {
  await saved(first, 'ar');
  const next = siteAfter(first, ['ar']);
  serve(next);
  const newer = start(next);
  await newer.keeper.install();
  const { ar } = next.release.packs;
  await newer.store.forget(ar ? [ar] : []);
  await newer.keeper.takeOver();
  const read = vi.spyOn(newer.store, 'read');
  const open = async (address: string) => {
    const page = await newer.answerer.navigation({ url: `https://leaflet.test/${address}` } as Request, locate(`/${address}`, next.release));
    return page.text();
  };
  for (const address of ['ar/', 'ar/card/']) expect(await open(address)).toBe(first.files.get(address));
  expect(read.mock.calls.filter(([{ path }]) => path === first.release.packs['ar']?.path)).toHaveLength(1);
  await newer.keeper.audit('ar', true);
  expect(await open('ar/')).toBe(next.files.get('ar/'));
});

test('a store that never answers does not keep the network from bringing a page', async () => {
  vi.useFakeTimers();
  const worker = await saved(first, 'ar');
  const fresh = start(first);
  vi.stubGlobal('caches', { keys: () => new Promise(() => {}) });
  vi.stubGlobal('fetch', async () => basic('from the network'));
  const answer = fresh.answerer.navigation({ url: 'https://leaflet.test/ar/' } as Request, locate('/ar/', worker.release));
  await vi.advanceTimersByTimeAsync(20_000);
  expect(await (await answer).text()).toBe('from the network');
});

test.each([
  ['the script comes from the network', 'assets/app.0.js', async () => basic('from the network'), 'from the network'],
  ['a slow network is waited for', 'ar/', () => new Promise<Response>((resolve) => setTimeout(() => resolve(basic('from the network')), 12_000)), 'from the network'],
  ['the browser says at last that there is no network', 'ar/', () => Promise.reject(new TypeError('Failed to fetch')), ''],
])('where a store never answers, %s', async (_, path, network, shown) => {
  vi.useFakeTimers();
  const { answerer, release } = start(first);
  vi.stubGlobal('caches', { keys: () => new Promise(() => {}) });
  vi.stubGlobal('fetch', network);
  const request = { url: `https://leaflet.test/${path}` } as Request;
  const place = locate(`/${path}`, release);
  const answer = vi.fn((response: Response) => response.text());
  void (place.kind === 'file' ? answerer.part(request, place.path) : answerer.navigation(request, place)).then(answer);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(await answer.mock.results[0]?.value).toBe(shown);
});

test('a page that is kept is shown also where the phone took six seconds to read it, and there is no network', async () => {
  await saved(first, 'ar');
  const worker = start(first);
  const { keys } = caches;
  vi.useFakeTimers();
  const slow = new Promise((resolve) => setTimeout(resolve, 6_000));
  vi.stubGlobal('caches', { ...caches, keys: () => slow.then(keys) });
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
  const answer = worker.answerer.navigation({ url: 'https://leaflet.test/ar/' } as Request, locate('/ar/', worker.release));
  await vi.advanceTimersByTimeAsync(6_500);
  const response = await answer;
  expect([response.status, await response.text()]).toEqual([200, first.files.get('ar/')]);
});

test('a page is answered under the policy that it carries, also an older one whose styles the release does not know', async () => {
  const page = (style: string) => `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${style}'"/>`;
  const styled = (version: string): Deployed => {
    const content = JSON.stringify({ 'ar/': page(version) });
    const ar = { path: `packs/ar.${version}.json`, hash: sha256(content), bytes: content.length, fetchBytes: content.length };
    return { ...first, files: new Map([...first.files, [ar.path, content]]), release: { ...first.release, version, packs: { ...first.release.packs, ar } } };
  };
  const under = async ({ answerer, release }: ReturnType<typeof start>) =>
    (await answerer.navigation({ url: 'https://leaflet.test/ar/' } as Request, locate('/ar/', release))).headers.get('content-security-policy');
  const older = await saved(styled('1'), 'ar');
  expect(await under(older)).toContain("style-src 'sha256-1'");
  const next = styled('2');
  serve(next);
  const newer = start(next);
  await newer.keeper.install();
  await newer.store.forget([{ path: 'packs/ar.2.json', hash: next.release.packs['ar']?.hash ?? '' }]);
  await newer.keeper.takeOver();
  expect(await under(newer)).toContain("style-src 'sha256-1'");
});

test('a page that carries no policy may load nothing', async () => {
  const { answerer, release } = await saved(first, 'ar');
  const { headers } = await answerer.navigation({ url: 'https://leaflet.test/ar/' } as Request, locate('/ar/', release));
  expect(headers.get('content-security-policy')).toMatch(/default-src 'none'$/);
});

test('a page is answered under both policies: the one that it carries and the one that only a header can say', async () => {
  const framing = "frame-ancestors 'none'";
  const worker = await saved({ ...first, release: { ...first.release, htmlHeaders: { 'content-security-policy': framing } } }, 'ar');
  const { headers } = await worker.answerer.navigation({ url: 'https://leaflet.test/ar/' } as Request, locate('/ar/', worker.release));
  expect(headers.get('content-security-policy')).toBe(`${framing}, default-src 'none'`);
});

test.each([
  ['the language of the address', '/ar/no-such-page/', [], 'ar'],
  ['the language of the first page of all, where the address names none', '/elsewhere.txt', [], 'ar'],
  ['the language that is here, where the browser has taken English and the one read last away', '/elsewhere.txt', ['en', 'ar'], 'pa'],
])('what is not kept is answered in %s', async (_, path, evicted, shown) => {
  const { keeper, store, release } = await saved(first);
  await keeper.audit('ar', true);
  await keeper.keep('pa', true);
  const packs = Object.entries(release.packs).filter(([tag]) => evicted.includes(tag));
  await store.forget(packs.map(([, pack]) => pack));
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
  const answer = await start(first).answerer.navigation({ url: `https://leaflet.test${path}` } as Request, locate(path, release));
  expect([answer.status, await answer.text()]).toEqual([503, first.files.get(`${shown}/not-kept/`)]);
});
