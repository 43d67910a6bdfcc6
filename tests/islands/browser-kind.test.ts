import { afterEach, describe, expect, test, vi } from 'vitest';
import { browserKind } from '../../src/islands/saved/browser-kind.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

const share = () => {};
const full = { serviceWorker: {}, share, maxTouchPoints: 5 };

function inBrowser(navigator: object, caches: object | undefined = {}): ReturnType<typeof browserKind> {
  vi.stubGlobal('navigator', navigator);
  vi.stubGlobal('window', { caches });
  return browserKind();
}

describe('the kind of browser', () => {
  test('is the view of an app where there are no workers or no store', () => {
    expect(inBrowser({ share, maxTouchPoints: 5, standalone: false })).toBe('inApp');
    expect(inBrowser({ ...full, serviceWorker: undefined })).toBe('inApp');
    vi.stubGlobal('navigator', full);
    vi.stubGlobal('window', { caches: undefined });
    expect(browserKind()).toBe('inApp');
  });

  test('is the view of an app where a phone has no way to share', () => {
    expect(inBrowser({ serviceWorker: {}, maxTouchPoints: 5 })).toBe('inApp');
  });

  test('is an iPhone’s own where it knows the home screen by name', () => {
    expect(inBrowser({ ...full, standalone: false })).toBe('iphone');
  });

  test('is another, such as a phone’s with a way to share or a desk’s without', () => {
    expect(inBrowser(full)).toBe('other');
    expect(inBrowser({ serviceWorker: {}, maxTouchPoints: 0 })).toBe('other');
  });

  test('is the view of an app where even the question is denied', () => {
    const denied = { ...full, get serviceWorker() { throw new DOMException('The operation is insecure.', 'SecurityError'); } };
    expect(inBrowser(denied)).toBe('inApp');
  });
});
