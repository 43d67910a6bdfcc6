import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { answererOf } from '../../../src/sw/answer.ts';
import { openStore } from '../../../src/sw/caches.ts';
import type { Change, Notice } from '../../../src/sw/messages.ts';
import { keeperOf } from '../../../src/sw/keep.ts';
import { locate, packTag } from '../../../src/sw/plan.ts';
import { staffPack } from '../../../src/sw/release.ts';
import { basic, fakeBrowser, sha256 } from './fake-browser.ts';
import { siteAfter, siteOf, type Deployed } from './small-site.ts';

let browser: ReturnType<typeof fakeBrowser>;
beforeEach(() => {
  browser = fakeBrowser({});
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** Serves a release; what the releases before had stays. */
function serve({ files }: Deployed): void {
  for (const [path, content] of files) browser.served[`/${path}`] = content as string;
}

function start({ release }: Deployed, tell = async (_: Notice): Promise<void> => {}) {
  const store = openStore(release.base);
  const keeper = keeperOf(release, store, async () => [], tell);
  return { release, store, keeper, answerer: answererOf(release, store) };
}

async function saved(site: Deployed, ...tags: string[]) {
  serve(site);
  const worker = start(site);
  await worker.keeper.install();
  await worker.keeper.takeOver();
  for (const tag of tags) await worker.keeper.keep(tag, true);
  return worker;
}

const packsOf = async ({ store }: ReturnType<typeof start>) => (await store.stored()).map(({ path }) => packTag(path)).filter(Boolean).sort();
const first = siteOf({ en: 0, ar: 0, pa: 0, shell: 0 });

describe('a language that is given up', () => {
  test('while a newer release fetches it, does not come back', async () => {
    const worker = await saved(first, 'ar', 'pa');
    const next = siteAfter(first, ['en', 'ar', 'pa']);
    serve(next);
    let letThrough = () => {};
    const { path } = next.release.packs['ar'] as { path: string };
    const right = browser.served[`/${path}`] as string;
    const asked = new Promise<void>((resolve) => {
      browser.served[`/${path}`] = () => (resolve(), new Promise((let_) => (letThrough = () => let_(basic(right)))));
    });
    for (const { difference } of Object.values(next.release.packs)) if (difference) browser.served[`/${difference}`] = 'no difference';
    const newer = start(next);
    const installed = newer.keeper.install();
    await asked;
    expect(await worker.keeper.drop('ar', true)).toEqual({ ok: true });
    await newer.keeper.drop('ar', false);
    letThrough();
    await installed;
    await newer.keeper.takeOver();
    expect(await packsOf(newer)).toEqual(['en', 'pa']);
    expect((await newer.keeper.status()).languages.find(({ tag }) => tag === 'ar')).toMatchObject({ kept: false, whole: false });
  });

  test('and wanted again, is kept', async () => {
    const worker = await saved(first, 'ar');
    await worker.keeper.drop('ar', true);
    await worker.keeper.keep('ar', true);
    await worker.keeper.audit('ar', true);
    expect(await packsOf(worker)).toEqual(['ar', 'en']);
  });
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
  const { keeper } = await saved(says('After', 3, 'Somebody'));
  expect((await keeper.news('ar/', false)).blocks).toEqual(['hands', 'family']);
  expect((await keeper.news('ar/', false)).blocks).toEqual([]);
});

test('a page that came from the release before is known as such, and does not use up what is told once', async () => {
  await saved(says('Before', 1), 'ar');
  const { answerer, keeper } = await saved(says('After', 2));
  expect(await answerer.isStale('ar/', '1')).toBe(true);
  expect((await keeper.news('ar/', true)).blocks).toEqual([]);
  expect(await answerer.isStale('ar/', '2')).toBe(false);
  expect((await keeper.news('ar/', false)).blocks).toEqual(['hands']);
  expect(await answerer.isStale('ar/card/', '1'), 'what is not kept').toBe(false);
});

test('a language that the release lacks is not called whole', async () => {
  const { keeper } = await saved(first);
  expect(await keeper.audit('en', true)).toMatchObject({ whole: true });
  expect(await keeper.audit('uk', true)).toMatchObject({ kept: false, whole: false });
});

test('the site was reached when the first release was taken in, and a later one that comes offline does not say so again', async () => {
  vi.spyOn(Date, 'now').mockReturnValue(1_000);
  const { keeper } = await saved(first);
  expect((await keeper.news('en/', false)).seenAt).toBe(1_000);
  vi.spyOn(Date, 'now').mockReturnValue(2_000);
  await start(siteAfter(first, ['en'])).keeper.takeOver();
  expect((await keeper.news('en/', false)).seenAt).toBe(1_000);
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
  expect((await newest.keeper.news('ar/', false)).blocks).toEqual(['hands']);
});

describe('a release that corrects words which could do harm', () => {
  const right = siteAfter(first, ['ar']);
  const safety: Deployed = { ...right, release: { ...right.release, releases: ['changed', 'safety'] } };

  test('is told at once to pages of who has read the wrong words, and to nobody who comes for the first time', async () => {
    const told: string[] = [];
    const tell = async ({ type }: Notice) => void told.push(type);
    serve(safety);
    await start(safety, tell).keeper.install();
    expect(told).toEqual([]);
    await saved(first, 'ar');
    serve(safety);
    await start(safety, tell).keeper.install();
    expect(told).toEqual(['recalled']);
  });

  test('is known to a phone that cannot fetch it, until it is in force', async () => {
    const worker = await saved(first, 'ar');
    expect(await worker.keeper.news('ar/', false)).toMatchObject({ recalled: false });
    await expect(start(safety).keeper.install()).rejects.toThrow('Not whole');
    expect(await worker.keeper.news('ar/', false)).toMatchObject({ recalled: true });
    serve(safety);
    const newer = start(safety);
    await newer.keeper.install();
    await newer.keeper.takeOver();
    expect(await newer.keeper.news('ar/', false)).toMatchObject({ recalled: false, change: 'safety', blocks: ['hands'] });
  });

  test.each([
    ['looks only', ['changed', 'safety', 'cosmetic']],
    ['other words', ['changed', 'safety', 'changed']],
  ] as const)('and was skipped by a phone is told with the next one, which changes %s', async (_, releases) => {
    await saved(first, 'ar');
    const next: Deployed = { ...right, release: { ...right.release, releases } };
    serve(next);
    const newer = start(next);
    await newer.keeper.install();
    expect(await newer.keeper.news('', false)).toMatchObject({ change: 'safety' });
    await newer.keeper.takeOver();
    expect(await newer.keeper.news('ar/', false)).toMatchObject({ change: 'safety', blocks: ['hands'] });
  });

  test('is told once: what comes after it is what it says itself', async () => {
    await saved(safety, 'ar');
    const next = siteAfter(right, ['ar']);
    const later: Deployed = { ...next, release: { ...next.release, releases: ['changed', 'safety', 'changed'] } };
    serve(later);
    const newer = start(later);
    await newer.keeper.install();
    expect(await newer.keeper.news('', false)).toMatchObject({ change: 'changed', recalled: false });
  });

  test('is still due in a language whose corrected pages never came, and in no other', async () => {
    await saved(first, 'ar', 'pa');
    serve(safety);
    const newer = start(safety);
    await newer.keeper.install();
    const { ar } = safety.release.packs;
    await newer.store.forget(ar ? [ar] : []);
    await newer.keeper.takeOver();
    expect(await newer.keeper.news('ar/card/', false)).toMatchObject({ recalled: true });
    expect(await newer.keeper.news('pa/card/', false)).toMatchObject({ recalled: false });
    await newer.keeper.audit('ar', true);
    expect(await newer.keeper.news('ar/card/', false)).toMatchObject({ recalled: false });
  });

  test('is due no more when the site has taken it back', async () => {
    const worker = await saved(first, 'ar');
    await expect(start(safety).keeper.install()).rejects.toThrow('Not whole');
    await worker.keeper.see(() => false);
    expect(await worker.keeper.news('ar/', false)).toMatchObject({ recalled: true });
    await worker.keeper.see(() => true);
    expect(await worker.keeper.news('ar/', false)).toMatchObject({ recalled: false });
  });
});

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

test('a store that never answers does not keep the network from bringing a page', async () => {
  vi.useFakeTimers();
  try {
    const worker = await saved(first, 'ar');
    const fresh = start(first);
    vi.stubGlobal('caches', { keys: () => new Promise(() => {}) });
    vi.stubGlobal('fetch', async () => basic('from the network'));
    const answer = fresh.answerer.navigation({ url: 'https://leaflet.test/ar/' } as Request, locate('/ar/', worker.release));
    await vi.advanceTimersByTimeAsync(20_000);
    expect(await (await answer).text()).toBe('from the network');
  } finally {
    vi.useRealTimers();
  }
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

test.each(['have come', 'cannot come'])('a correction reaches a reader whose pages for staff %s', async (how) => {
  const { keeper, store } = await saved(first, 'ar');
  await keeper.mendAll(true);
  expect((await store.stored()).map(({ path }) => packTag(path))).toContain(staffPack);
  const next = siteAfter(first, ['ar']);
  serve(next);
  if (how === 'cannot come') browser.served[`/${next.release.packs[staffPack]?.path}`] = () => new Response('busy', { status: 503 });
  await expect(start(next).keeper.install()).resolves.toBeUndefined();
});

test.each([true, false])('a phone with room for two releases takes the third, also if the second never came whole (%s)', async (broken) => {
  const files = () => [...browser.stores.values()].reduce((sum, { size }) => sum + size, 0);
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
    for (const way of [path, difference]) delete browser.served[`/${way}`];
    await expect(start(second).keeper.install()).rejects.toThrow('Not whole');
  }
  const third = siteAfter(second, ['en', 'ar', 'pa', 'shell']);
  serve(third);
  await expect(start(third).keeper.install()).resolves.toBeUndefined();
});

describe('what releases say of themselves', () => {
  /** A release whose Arabic home says these words. */
  function says(version: string, releases: readonly Change[], words: string): Deployed {
    const page = (said: string) => `<section class="block" id="hands"><p>${said}</p></section><i data-version="${version}"></i>`;
    const content = JSON.stringify({ 'ar/': page(words), 'ar/card/': page('card') });
    const path = `packs/ar.${version}.json`;
    const ar = { path, hash: sha256(content), bytes: content.length, fetchBytes: content.length };
    return { ...first, files: new Map([...first.files, [path, content]]), release: { ...first.release, releases, version, packs: { ...first.release.packs, ar } } };
  }

  test('a correction of a page that was not opened is called one also after a later, smaller release', async () => {
    await saved(says('1', ['changed'], 'take 10'), 'ar');
    const second = await saved(says('2', ['changed', 'safety'], 'take 1'));
    expect(await second.keeper.news('ar/card/', false)).toMatchObject({ blocks: [] });
    const { keeper } = await saved(says('3', ['changed', 'safety', 'cosmetic'], 'take 1'));
    expect(await keeper.news('ar/', false)).toMatchObject({ blocks: ['hands'], change: 'safety' });
    expect(await keeper.news('ar/', false)).toMatchObject({ blocks: [], change: 'cosmetic' });
  });

  test('a correction in the place of a release that was withdrawn is not passed over', async () => {
    await saved(says('1', ['changed', 'changed'], 'take 10'), 'ar');
    const { keeper } = await saved(says('2', ['changed', 'safety', 'cosmetic'], 'take 1'));
    expect(await keeper.news('ar/', false)).toMatchObject({ blocks: ['hands'], change: 'safety' });
  });

  test('to take back a release of looks alone calls no words wrong', async () => {
    const told: string[] = [];
    const before = says('1', ['changed', 'safety'], 'take 1');
    await saved(before, 'ar');
    await saved(says('2', ['changed', 'safety', 'cosmetic'], 'take 1'));
    serve(before);
    await start(before, async ({ type }) => void told.push(type)).keeper.install();
    expect(told).toEqual([]);
  });
});
