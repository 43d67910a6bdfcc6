import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { sha256 } from '../../../src/prerender/hashes.ts';
import { NotKept, openStore } from '../../../src/sw/caches.ts';
import type { Served } from './fake-browser.ts';
import { basic, fakeBrowser, login } from './fake-browser.ts';

const text = '{"ar/":"<!doctype html>"}';
const pack = { path: 'packs/ar.1.json', hash: sha256(text) };
let browser: ReturnType<typeof fakeBrowser>;

beforeEach(() => {
  browser = fakeBrowser({ '/packs/ar.1.json': text });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const words = async (store: ReturnType<typeof openStore>) => {
  const bytes = await store.read(pack);
  return bytes && new TextDecoder().decode(bytes);
};

test('a file that cannot be read for a moment is not thrown away', async () => {
  const store = openStore('/');
  await store.ensure(pack);
  const read = vi.spyOn(Response.prototype, 'arrayBuffer').mockRejectedValueOnce(new DOMException('The disk is busy', 'AbortError'));
  expect(await store.read(pack)).toBeNull();
  read.mockRestore();
  expect(await words(store)).toBe(text);
});

describe('what may come in', () => {
  test('a file with the promised bytes is kept, asked for once, and needs no second request', async () => {
    const store = openStore('/');
    await store.ensure(pack);
    await store.ensure(pack);
    expect(await words(store)).toBe(text);
    expect(browser.requests).toEqual([{ path: '/packs/ar.1.json', cache: 'default' }]);
  });

  test('two that want the same file at the same time share one request', async () => {
    const store = openStore('/');
    await Promise.all([store.ensure(pack), store.ensure(pack)]);
    expect(browser.requests).toHaveLength(1);
  });

  test('what the browser had cached wrong is asked for again, past its cache', async () => {
    browser.served['/packs/ar.1.json'] = ({ init }) => basic(init.cache === 'reload' ? text : login);
    const store = openStore('/');
    await store.ensure(pack);
    expect(await words(store)).toBe(text);
    expect(browser.requests.map(({ cache }) => cache)).toEqual(['default', 'reload']);
  });

  const wrong: [string, Served, string][] = [
    ['a login page', login, 'bytes'],
    ['a file that ends half way', text.slice(0, 9), 'bytes'],
    ['an empty answer', '', 'bytes'],
    ['the right bytes with status 404', () => basic(text, { status: 404 }), 'bytes'],
    ['204', () => basic(null, { status: 204 }), 'bytes'],
    ['the right bytes from another origin', () => basic(text, {}, 'cors'), 'bytes'],
    ['no connection', () => Promise.reject(new TypeError('Failed to fetch')), 'network'],
    ['a body that breaks off with something that is no Error', () => basic(new ReadableStream({ pull: (body) => body.error('gone') })), 'network'],
  ];
  test.each(wrong)('%s is refused and nothing is stored', async (_, answer, trouble) => {
    browser.served['/packs/ar.1.json'] = answer;
    const store = openStore('/');
    await expect(store.ensure(pack)).rejects.toMatchObject({ trouble });
    await expect(store.ensure(pack)).rejects.toBeInstanceOf(NotKept);
    expect(await words(store)).toBeNull();
    expect(await store.stored()).toEqual([]);
  });

  test('a redirect is refused: the browser is told to fail on one', async () => {
    let redirect: RequestRedirect | undefined;
    browser.served['/packs/ar.1.json'] = ({ init }) => ((redirect = init.redirect), basic(text));
    await openStore('/').ensure(pack);
    expect(redirect).toBe('error');
  });

  test('one deadline cuts both tries of a file that never comes', async () => {
    vi.useFakeTimers();
    try {
      browser.served['/packs/ar.1.json'] = ({ init }) =>
        new Promise((_, reject) => {
          const stop = () => reject(new DOMException('Aborted', 'AbortError'));
          if (init.signal?.aborted) stop();
          else init.signal?.addEventListener('abort', stop);
        });
      const outcome = expect(openStore('/', 20_000).ensure(pack)).rejects.toMatchObject({ trouble: 'network' });
      await vi.advanceTimersByTimeAsync(19_999);
      expect(browser.requests).toHaveLength(1);
      await vi.advanceTimersByTimeAsync(1);
      await outcome;
    } finally {
      vi.useRealTimers();
    }
  });

  test('a header that would hide the file is not stored with it', async () => {
    browser.served['/packs/ar.1.json'] = () => basic(text, { headers: { vary: '*', 'content-encoding': 'br', 'content-type': 'text/html' } });
    await openStore('/').ensure(pack);
    const [stored] = [...browser.stores.values()].flatMap((entries) => [...entries.values()]);
    expect([...(stored?.headers ?? [])]).toEqual([['content-type', 'application/json; charset=utf-8']]);
  });

  test('the reader sees bytes arrive', async () => {
    const seen: number[] = [];
    await openStore('/').ensure(pack, (done) => seen.push(done));
    expect(seen.at(-1)).toBe(text.length);
  });
});

describe('what is on the phone', () => {
  test('bytes that were changed since are deleted on sight and fetched again', async () => {
    const store = openStore('/');
    await store.ensure(pack);
    for (const entries of browser.stores.values()) {
      for (const key of entries.keys()) entries.set(key, new Response(login));
    }
    expect(await store.missing([pack])).toEqual(new Set(['packs/ar.1.json']));
    expect(await store.stored()).toEqual([]);
    await store.ensure(pack);
    expect(await words(store)).toBe(text);
  });

  test('a store that forgets what was put into it is given up for one with a new name', async () => {
    browser.faults.forgetful = (name) => name.endsWith(' 1');
    const store = openStore('/');
    await store.ensure(pack);
    expect(await words(store)).toBe(text);
    expect(await words(openStore('/'))).toBe(text);
    await store.changeRecord((record) => void (record.lastRead = 'ar'));
    expect((await openStore('/').readRecord()).lastRead).toBe('ar');
  });

  test('a full phone does not get one more empty store at each start', async () => {
    browser.faults.full = true;
    const clock = vi.spyOn(Date, 'now');
    for (const start of [2_000, 3_000, 4_000]) {
      clock.mockReturnValue(start);
      await expect(openStore('/').ensure(pack)).rejects.toMatchObject({ trouble: 'space' });
    }
    clock.mockRestore();
    expect(browser.stores.size).toBe(1);
  });

  test('a full phone is said to be full', async () => {
    browser.faults.full = true;
    await expect(openStore('/').ensure(pack)).rejects.toMatchObject({ trouble: 'space' });
  });

  test('forgetting a file leaves the others', async () => {
    const store = openStore('/');
    const other = { path: 'packs/en.1.json', hash: sha256('{}') };
    browser.served['/packs/en.1.json'] = '{}';
    await Promise.all([store.ensure(pack), store.ensure(other)]);
    await store.forget([other]);
    expect(await store.stored()).toEqual([pack]);
  });

  test('clearing deletes the stores of this site alone, and nothing is kept afterwards', async () => {
    const [store, below] = [openStore('/'), openStore('/a/')];
    browser.served['/a/packs/ar.1.json'] = text;
    await Promise.all([store.ensure(pack), below.ensure(pack)]);
    await store.clear();
    expect(await words(store)).toBeNull();
    expect(await words(below)).toBe(text);
    await expect(store.ensure(pack)).rejects.toBeInstanceOf(NotKept);
    await store.changeRecord((record) => void (record.lastRead = 'ar'));
    expect([...browser.stores.keys()].filter((name) => name.startsWith('handleaf / '))).toEqual([]);
  });
});

describe('the record', () => {
  test('changes made at the same time are all kept', async () => {
    const store = openStore('/');
    await Promise.all([
      store.changeRecord((record) => void (record.lastRead = 'ar')),
      store.changeRecord(({ kept }) => void (kept['pa'] = { version: '1', checkedAt: 5 })),
    ]);
    expect(await store.readRecord()).toEqual({ turn: 2, lastRead: 'ar', kept: { pa: { version: '1', checkedAt: 5 } } });
  });

  test('a login page in its place is an empty record', async () => {
    const store = openStore('/');
    await store.changeRecord((record) => void (record.lastRead = 'ar'));
    for (const entries of browser.stores.values()) {
      for (const key of entries.keys()) entries.set(key, new Response(login));
    }
    expect(await store.readRecord()).toEqual({ turn: 0, kept: {} });
  });

  test('where it cannot be read for a moment, is not taken for empty and written over', async () => {
    const store = openStore('/');
    await store.changeRecord(({ kept }) => void (kept['pa'] = { version: '1', checkedAt: 5 }));
    const read = vi.spyOn(Response.prototype, 'json').mockRejectedValueOnce(new DOMException('The disk is busy', 'AbortError'));
    await store.changeRecord((record) => void (record.lastRead = 'ar'));
    read.mockRestore();
    expect(await store.readRecord()).toMatchObject({ lastRead: 'ar', kept: { pa: {} } });
  });

  test('of two copies the newer one counts', async () => {
    await openStore('/').changeRecord((record) => void (record.lastRead = 'ar'));
    browser.faults.forgetful = (name) => name.endsWith(' 1');
    const late = openStore('/');
    await late.changeRecord((record) => void (record.lastRead = 'pa'));
    expect((await late.readRecord()).lastRead).toBe('pa');
  });
});
