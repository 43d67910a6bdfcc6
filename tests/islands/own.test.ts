import { afterEach, expect, test, vi } from 'vitest';
import { forgetOwn, isKeeping, readOwn, writeOwn } from '../../src/islands/own/own.ts';

afterEach(() => vi.unstubAllGlobals());

/** What a host's pages keep on the phone, by key. */
function storageOf(kept: Record<string, string>): Record<string, string> {
  const calls = {
    getItem: { configurable: true, value: (key: string) => kept[key] ?? null },
    setItem: { configurable: true, value: (key: string, text: string) => void (kept[key] = text) },
    removeItem: { configurable: true, value: (key: string) => delete kept[key] },
  };
  vi.stubGlobal('localStorage', Object.defineProperties(kept, calls));
  return kept;
}

const openAt = (base: string) => vi.stubGlobal('document', { documentElement: { dataset: { base } } });

test('only what the leaflet wrote is taken away, because a hospital may serve other things from the same host', () => {
  const kept = storageOf({ 'intranet-session': 'x' });
  openAt('/');
  for (const name of ['card', 'timer']) writeOwn(name, {});
  expect(Object.keys(kept)).toHaveLength(3);
  forgetOwn();
  expect(Object.keys(kept)).toEqual(['intranet-session']);
});

test.each([
  ['/', '/cpo/'],
  ['/cpo/', '/'],
  ['/cpo/', '/cpo/fr/'],
])('the leaflet at %s neither reads nor takes away what was put into the one at %s', (base, other) => {
  storageOf({});
  openAt(other);
  writeOwn('card', { found: 'OXA-48' });
  openAt(base);
  expect(readOwn('card')).toBeNull();
  forgetOwn();
  openAt(other);
  expect(readOwn('card')).toEqual({ found: 'OXA-48' });
});

test('a phone without storage has nothing to take away', () => {
  vi.stubGlobal('localStorage', undefined);
  expect(forgetOwn).not.toThrow();
});

test('what a phone does not take stays with the page, until the reader takes it away', () => {
  const kept = storageOf({});
  openAt('/');
  expect(isKeeping()).toBe(true);
  writeOwn('card', { found: 'OXA-48' });
  Object.defineProperties(kept, Object.fromEntries(['getItem', 'setItem', 'removeItem'].map((name) => [name, { value: () => { throw new Error('denied'); } }])));
  expect(isKeeping()).toBe(false);
  expect(writeOwn('card', { found: 'NDM' })).toBe(false);
  expect(readOwn('card')).toEqual({ found: 'NDM' });
  writeOwn('card', null);
  expect(readOwn('card')).toBeNull();
  writeOwn('card', { found: 'VIM' });
  forgetOwn();
  expect(readOwn('card')).toBeNull();
});

test('a phone that is full keeps nothing, though it lets things be taken away', () => {
  const kept = storageOf({ card: 'x' });
  openAt('/');
  const full = (_: string, text: string) => {
    if (text.length > 500) throw new Error('full');
  };
  Object.defineProperties(kept, { setItem: { value: full } });
  expect(isKeeping()).toBe(false);
  expect(Object.keys(kept)).toEqual(['card']);
});

test('to ask whether a phone keeps anything leaves nothing on it', () => {
  const kept = storageOf({});
  openAt('/');
  expect(isKeeping()).toBe(true);
  expect(Object.keys(kept)).toEqual([]);
});

test('what a phone takes again is read from there, whatever it had refused', () => {
  openAt('/');
  vi.stubGlobal('localStorage', undefined);
  writeOwn('card', { found: 'NDM' });
  storageOf({});
  writeOwn('card', { found: 'OXA-48' });
  expect(readOwn('card')).toEqual({ found: 'OXA-48' });
});
