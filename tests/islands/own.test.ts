import { afterEach, expect, test, vi } from 'vitest';
import { forgetOwn } from '../../src/islands/own/own.ts';

afterEach(() => vi.unstubAllGlobals());

test('only what the leaflet wrote is taken away, because a hospital may serve other things from the same host', () => {
  const drawer: Record<string, unknown> = { 'handleaf-card': '{}', 'handleaf-timer': '{}', 'intranet-session': 'x' };
  const removeItem = vi.fn((key: string) => delete drawer[key]);
  vi.stubGlobal('localStorage', Object.defineProperty(drawer, 'removeItem', { value: removeItem }));
  forgetOwn();
  expect(Object.keys(drawer)).toEqual(['intranet-session']);
});

test('a phone without storage has nothing to take away', () => {
  vi.stubGlobal('localStorage', undefined);
  expect(forgetOwn).not.toThrow();
});
