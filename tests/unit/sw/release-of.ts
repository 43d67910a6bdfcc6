import type { Release } from '../../../src/sw/release.ts';

/** A small release whose hashes are legible; the icon is the same in every version. */
export function releaseOf({ version = '1', base = '/' } = {}): Release {
  const pack = (tag: string) => ({ path: `packs/${tag}.${version}.json`, hash: `hash of ${tag} ${version}`, bytes: 1000, fetchBytes: 300 });
  return {
    version,
    releases: ['changed'],
    base,
    shell: {
      '': `hash of list ${version}`,
      [`assets/app.${version}.js`]: `hash of app ${version}`,
      'assets/icon.svg': 'hash of icon',
    },
    packs: { en: pack('en'), ar: pack('ar'), pa: pack('pa'), 'zh-Hans': pack('zh-Hans'), 'assets/staff': { ...pack('staff'), path: `assets/staff.${version}.json` } },
    pages: ['', 'home-hygiene', 'card'],
    htmlHeaders: { 'Content-Security-Policy': "default-src 'none'" },
    defaultLanguage: 'en',
  };
}
