import type { UserConfig } from 'vite';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { readBuildOptions } from '../../src/prerender/build-options.ts';

describe('what a build is asked for', () => {
  test('is British Columbia at the top of a site, unless something else is asked', () => {
    expect(readBuildOptions({})).toMatchObject({ edition: { id: 'bc' }, base: '/', site: '', pseudo: false });
    expect(readBuildOptions({ EDITION: '', BASE: '', SITE: '', PSEUDO: '' })).toEqual(readBuildOptions({}));
  });

  test('is heard', () => {
    expect(readBuildOptions({ EDITION: 'bc', BASE: '/a/b/', SITE: 'https://leaflet.example/', PSEUDO: '1' })).toMatchObject({ edition: { id: 'bc' }, base: '/a/b/', site: 'https://leaflet.example', pseudo: true });
    expect(readBuildOptions({ SITE: 'https://leaflet.example:8443' }).site).toBe('https://leaflet.example:8443');
  });

  test.each(['nowhere', 'BC', 'constructor', 'toString', '__proto__'])('EDITION=%s is refused with the editions that there are', (name) => {
    expect(() => readBuildOptions({ EDITION: name })).toThrow(new RegExp(`^EDITION=${name}: .*Choose one of: .*bc`));
  });

  test.each(['cpo', '/some/path', '/a b/', '//', '/a//b/', 'https://x.example/', '/a/?b/'])('BASE=%s is refused with an example', (base) => {
    expect(() => readBuildOptions({ BASE: base })).toThrow(/^BASE=.*such as \/cpo\//);
  });

  test.each(['http://leaflet.example', 'leaflet.example', 'https://leaflet.example/path', 'https://'])('SITE=%s is refused with its scheme and an example', (site) => {
    expect(() => readBuildOptions({ SITE: site })).toThrow(/^SITE=.*begins with https:\/\/, such as https:\/\/leaflet\.example/);
  });
});

test('PORT says where the site is served, built or drawn', async () => {
  vi.stubEnv('PORT', '4188');
  onTestFinished(() => void vi.unstubAllEnvs());
  const { server, preview } = (await import('../../vite.config.ts')).default as UserConfig;
  expect([server?.port, preview?.port]).toEqual([4188, 4188]);
});
