import { describe, expect, test, vi } from 'vitest';
import { sha256 } from '../../../src/prerender/hashes.ts';
import { packTag } from '../../../src/sw/plan.ts';
import { staffPack } from '../../../src/sw/release.ts';
import { basic } from './fake-browser.ts';
import { siteAfter, type Deployed } from './small-site.ts';
import { first, phone, saved, serve, serveAt, start } from './workers.ts';

const packsOf = async ({ store }: ReturnType<typeof start>) => (await store.stored()).map(({ path }) => packTag(path)).filter(Boolean).sort();

describe('a language that is given up', () => {
  test('while a newer release fetches it, does not come back', async () => {
    const worker = await saved(first, 'ar', 'pa');
    const next = siteAfter(first, ['en', 'ar', 'pa']);
    serve(next);
    let letThrough = () => {};
    const { path } = next.release.packs['ar'] as { path: string };
    const right = phone.browser.served[`/${path}`] as string;
    const asked = new Promise<void>((resolve) => {
      phone.browser.served[`/${path}`] = () => (resolve(), new Promise((let_) => (letThrough = () => let_(basic(right)))));
    });
    for (const { difference } of Object.values(next.release.packs)) if (difference) phone.browser.served[`/${difference}`] = 'no difference';
    const newer = start(next);
    const installed = newer.keeper.install();
    await asked;
    expect(await worker.keeper.drop('ar', true)).toEqual({ ok: true });
    await newer.keeper.drop('ar', false);
    letThrough();
    await installed;
    await newer.keeper.takeOver();
    expect(await packsOf(newer)).toEqual(['en', 'pa']);
    expect((await newer.status()).languages.find(({ tag }) => tag === 'ar')).toMatchObject({ kept: false, whole: false });
  });

  test('and wanted again, is kept', async () => {
    const worker = await saved(first, 'ar');
    await worker.keeper.drop('ar', true);
    await worker.keeper.keep('ar', true);
    await worker.keeper.audit('ar', true);
    expect(await packsOf(worker)).toEqual(['ar', 'en']);
  });
});

test('the pages of staff are no language among those that are here', async () => {
  const worker = await saved(first, 'ar', staffPack);
  expect(await packsOf(worker)).toEqual(['ar', staffPack, 'en']);
  expect((await worker.status()).languages.map(({ tag, kept }) => `${tag} ${kept}`)).toEqual(['en true', 'ar true', 'pa false']);
});

/** A release whose Arabic start page has two blocks with these words. */
function says(hands: string, version: number, family = 'Nobody'): Deployed {
  const html = `<section class="block" id="hands"><p>${hands}</p></section><section class="block" id="family">${family}</section><i data-version="${version}">${version}</i>`;
  const content = JSON.stringify({ 'ar/': html });
  const path = `packs/ar.${version}.json`;
  const { release, files } = first;
  const ar = { path, hash: sha256(content), bytes: content.length, fetchBytes: content.length };
  return { ...first, files: new Map([...files, [path, content]]), release: { ...release, version: `${version}`, packs: { ...release.packs, ar } } };
}

test('changes of two releases are both told on a page that was not opened between them', async () => {
  await saved(says('Before', 1), 'ar');
  await saved(says('After', 2));
  const { news } = await saved(says('After', 3, 'Somebody'));
  expect((await news('ar/', false)).blocks).toEqual(['hands', 'family']);
  expect((await news('ar/', false)).blocks).toEqual([]);
});

test('a page that came from the release before is known as such, and does not use up what is told once', async () => {
  await saved(says('Before', 1), 'ar');
  const { answerer, news } = await saved(says('After', 2));
  expect(await answerer.isStale('ar/', '1')).toBe(true);
  expect((await news('ar/', true)).blocks).toEqual([]);
  expect(await answerer.isStale('ar/', '2')).toBe(false);
  expect((await news('ar/', false)).blocks).toEqual(['hands']);
  expect(await answerer.isStale('ar/card/', '1'), 'what is not kept').toBe(false);
});

test('a language that the release lacks is not called whole', async () => {
  const { keeper } = await saved(first);
  expect(await keeper.audit('en', true)).toMatchObject({ whole: true });
  expect(await keeper.audit('uk', true)).toMatchObject({ kept: false, whole: false });
});

test.each([
  [false, true],
  [true, false],
])('while the language of another open page is on its way, one that is here is whole, and what the install waits for is not (asked for all: %s)', async (all, whole) => {
  serve(first);
  const { keeper } = start(first, undefined, ['https://leaflet.test/ar/', 'https://leaflet.test/pa/']);
  const { path, difference } = first.release.packs['pa'] ?? {};
  for (const way of [path, difference]) serveAt(way, undefined);
  await expect(keeper.install()).rejects.toThrow('Not whole');
  expect(await keeper.audit('ar', false, false, all)).toMatchObject({ whole });
});

test('what an install waited for is whole also for a page that came later in another language', async () => {
  serve(first);
  const { keeper } = start(first, undefined, ['https://leaflet.test/ar/']);
  await keeper.install();
  expect(await keeper.audit('pa', false)).toMatchObject({ whole: false });
  expect(await keeper.audit('pa', false, false, true)).toMatchObject({ whole: true });
});

test('the site was reached when the first release was taken in, and a later one that comes offline does not say so again', async () => {
  vi.spyOn(Date, 'now').mockReturnValue(1_000);
  const { news } = await saved(first);
  expect((await news('en/', false)).seenAt).toBe(1_000);
  vi.spyOn(Date, 'now').mockReturnValue(2_000);
  await start(siteAfter(first, ['en'])).keeper.takeOver();
  expect((await news('en/', false)).seenAt).toBe(1_000);
  vi.restoreAllMocks();
});

test('changes are told against the words that were read last, not those of a release that only waited', async () => {
  const [read, waited, last] = [says('Before', 1), says('After', 2), says('After', 3)] as const;
  const worker = await saved(read, 'ar');
  serve(waited);
  await start(waited).keeper.install();
  // What was read is mended, and comes after what only waited.
  const { ar } = read.release.packs;
  await worker.store.forget(ar ? [ar] : []);
  await worker.keeper.audit('ar', true);
  serve(last);
  const newest = start(last);
  await newest.keeper.install();
  await newest.keeper.takeOver();
  expect((await newest.news('ar/', false)).blocks).toEqual(['hands']);
});

test.each([
  [true, []],
  [false, ['full']],
])('a phone is said to be full only where giving up what never came into force makes no room (it does: %s)', async (makesRoom, said) => {
  await saved(first, 'ar');
  const waited = siteAfter(first, ['ar', 'en']);
  serve(waited);
  await start(waited).keeper.install();
  const next = siteAfter(waited, ['ar', 'en']);
  serve(next);
  const told: string[] = [];
  Object.assign(phone.browser.faults, { full: true, makesRoom });
  await start(next, async ({ type }) => void told.push(type)).keeper.install().catch(() => {});
  expect(told).toEqual(said);
});

test.each(['have come', 'cannot come'])('a correction reaches a reader whose pages for staff %s', async (how) => {
  const { keeper, store } = await saved(first, 'ar');
  await keeper.mendAll(true);
  expect((await store.stored()).map(({ path }) => packTag(path))).toContain(staffPack);
  const next = siteAfter(first, ['ar']);
  serve(next);
  if (how === 'cannot come') phone.browser.served[`/${next.release.packs[staffPack]?.path}`] = () => new Response('busy', { status: 503 });
  await expect(start(next).keeper.install()).resolves.toBeUndefined();
});

test.each([true, false])('a phone with room for two releases takes the third, also if the second never came whole (%s)', async (broken) => {
  const files = () => [...phone.browser.stores.values()].reduce((sum, { size }) => sum + size, 0);
  await saved(first, 'ar', 'pa');
  const room = 2 * files() + 2;
  const { open } = caches;
  const small = async (name: string) => {
    const store = await open(name);
    const put: Cache['put'] = async (key, response) => {
      if (!(await store.match(key)) && files() >= room) throw 'no room';
      return store.put(key, response);
    };
    return { ...store, put };
  };
  vi.stubGlobal('caches', { ...caches, open: small });
  const second = siteAfter(first, ['en', 'ar', 'pa', 'shell']);
  if (broken) {
    serve(second);
    const { path, difference } = second.release.packs['pa'] ?? {};
    for (const way of [path, difference]) serveAt(way, undefined);
    await expect(start(second).keeper.install()).rejects.toThrow('Not whole');
  }
  const third = siteAfter(second, ['en', 'ar', 'pa', 'shell']);
  serve(third);
  await expect(start(third).keeper.install()).resolves.toBeUndefined();
});
