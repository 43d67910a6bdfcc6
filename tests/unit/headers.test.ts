import { describe, expect, test } from 'vitest';
import { headersOf, missingHeaders, missingPageHeaders, policy } from '../../src/site/headers.ts';

const hashes = ['AAAA', 'BBBB'];

describe('the policy', () => {
  test('lets in no inline script and no eval', () => {
    for (const where of ['header', 'meta'] as const) expect(policy(hashes, where)).not.toMatch(/unsafe|\*|data:|blob:|https?:/);
    expect(directive(policy(hashes, 'header'), 'script-src')).toBe("'self'");
    expect(directive(policy(hashes, 'header'), 'default-src')).toBe("'none'");
  });

  test('asks for trusted types, and knows only the one for the address of the worker', () => {
    expect(directive(policy(hashes, 'header'), 'require-trusted-types-for')).toBe("'script'");
    expect(directive(policy(hashes, 'header'), 'trusted-types')).toBe('sw-url');
  });

  test('lets in the styles that pages carry, by their hashes, and no other', () => {
    expect(directive(policy(hashes, 'header'), 'style-src')).toBe("'self' 'sha256-AAAA' 'sha256-BBBB'");
    expect(directive(policy([], 'header'), 'style-src')).toBe("'self'");
  });

  test('says the same in a page as in a header, but for frame-ancestors, which browsers take from the header only', () => {
    expect(policy(hashes, 'meta').split('; ')).toEqual(policy(hashes, 'header').split('; ').filter((part) => !part.startsWith('frame-ancestors')));
    expect(directive(policy(hashes, 'header'), 'frame-ancestors')).toBe("'none'");
  });
});

describe('headers', () => {
  test.each(['assets/app.1a2b3c.js', 'assets/manifest-ar.11112222.webmanifest', 'packs/ar.1a2b3c4d.json'])('%s is kept for ever, because its name holds its hash', (path) => {
    expect(headersOf(path, hashes)['cache-control']).toBe('public, max-age=31536000, immutable');
  });

  test.each(['index.html', 'en/home-hygiene/index.html', 'sw.js', 'kill/sw.js', 'icon.svg', 'headers.json', '404.html'])('%s is asked for anew each time', (path) => {
    expect(headersOf(path, hashes)['cache-control']).toBe('no-cache');
  });

  test('what stands in for a file that is not there is kept by nobody', () => {
    for (const headers of [missingHeaders, missingPageHeaders(hashes)]) expect(headers['cache-control']).toBe('no-store');
  });

  test.each([
    ['en/index.html', 'text/html; charset=utf-8'],
    ['sw.js', 'text/javascript; charset=utf-8'],
    ['assets/island.1.css', 'text/css; charset=utf-8'],
    ['packs/en.1.json', 'application/json; charset=utf-8'],
    ['assets/manifest-en.1.webmanifest', 'application/manifest+json; charset=utf-8'],
    ['icon.svg', 'image/svg+xml'],
    ['icon-192.png', 'image/png'],
    ['somewhere/else', 'application/octet-stream'],
    ['x.constructor', 'application/octet-stream'],
    ['en/x.__proto__', 'application/octet-stream'],
  ])('%s is sent as %s', (path, type) => {
    expect(headersOf(path, hashes)['content-type']).toBe(type);
  });

  test('pages and the worker carry the policy of the header', () => {
    for (const path of ['index.html', 'ar/about/index.html', 'sw.js']) expect(headersOf(path, hashes)['content-security-policy']).toBe(policy(hashes, 'header'));
  });

  test('every answer, also for a file that is not there, keeps addresses and guesses to itself', () => {
    for (const headers of [headersOf('en/index.html', hashes), headersOf('packs/en.1.json', hashes), missingHeaders]) {
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'x-frame-options': 'DENY',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
      });
      expect(headers['strict-transport-security']).toMatch(/^max-age=\d{8,}/);
      expect(headers['permissions-policy']).toMatch(/camera=\(\).*geolocation=\(\).*microphone=\(\)/);
    }
  });

  test('a file that is not there is plain text, so that it is never taken for a page', () => {
    expect(missingHeaders['content-type']).toBe('text/plain; charset=utf-8');
  });
});

function directive(text: string, name: string): string | undefined {
  return text.split('; ').find((part) => part.startsWith(`${name} `))?.slice(name.length + 1);
}
