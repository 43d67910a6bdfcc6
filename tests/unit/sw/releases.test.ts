import { describe, expect, test } from 'vitest';
import { sha256 } from '../../../src/prerender/hashes.ts';
import { locate } from '../../../src/sw/plan.ts';
import type { Change, Notice } from '../../../src/sw/messages.ts';
import { siteAfter, type Deployed } from './small-site.ts';
import { first, phone, saved, serve, start } from './workers.ts';

describe('a release that corrects words which could do harm', () => {
  const right = siteAfter(first, ['ar']);
  const safety: Deployed = { ...right, release: { ...right.release, releases: ['changed', 'safety'] } };
  const reading = (address: string) => [`https://leaflet.test/${address}`];

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
    expect(await worker.news('ar/', false)).toMatchObject({ recalled: false });
    await expect(start(safety, undefined, reading('ar/')).keeper.install()).rejects.toThrow('Not whole');
    expect(await worker.news('ar/', false)).toMatchObject({ recalled: true });
    serve(safety);
    const newer = start(safety);
    await newer.keeper.install();
    expect(await worker.news('pa/card/', false)).toMatchObject({ recalled: true });
    // A page asks as soon as the newer one is in charge, which has not taken over yet.
    expect(await newer.news('pa/card/', false)).toMatchObject({ recalled: false });
    await newer.keeper.takeOver();
    expect(await newer.news('ar/', false)).toMatchObject({ recalled: false, change: 'safety', blocks: ['hands'] });
  });

  test.each(['from the start', 'after a first note'])('is told, and once, on a phone that is full %s, until it gives up what was before', async (when) => {
    await saved(first, 'ar');
    serve(safety);
    const newer = start(safety);
    await newer.keeper.install();
    const fill = () => Object.assign(phone.browser.faults, { full: true, makesRoom: true });
    if (when === 'from the start') fill();
    const note = newer.store.changeRecord;
    newer.store.changeRecord = async (change) => {
      await note(change);
      newer.store.changeRecord = note;
      fill();
    };
    await newer.keeper.takeOver();
    expect(await newer.news('ar/', false)).toMatchObject({ recalled: false, change: 'safety', blocks: ['hands'] });
    const looks = start({ ...right, release: { ...siteAfter(right, ['shell']).release, releases: ['changed', 'safety', 'cosmetic'] } });
    expect(await looks.news('', false)).toMatchObject({ change: 'cosmetic' });
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
    expect(await newer.news('', false)).toMatchObject({ change: 'safety' });
    await newer.keeper.takeOver();
    expect(await newer.news('ar/', false)).toMatchObject({ change: 'safety', blocks: ['hands'] });
  });

  test('is told once: what comes after it is what it says itself', async () => {
    await saved(safety, 'ar');
    const next = siteAfter(right, ['ar']);
    const later: Deployed = { ...next, release: { ...next.release, releases: ['changed', 'safety', 'changed'] } };
    serve(later);
    const newer = start(later);
    await newer.keeper.install();
    expect(await newer.news('', false)).toMatchObject({ change: 'changed', recalled: false });
  });

  test('is told once of a page: what changes on it later is what the later release says', async () => {
    await saved(first, 'ar');
    serve(safety);
    const corrected = start(safety);
    await corrected.keeper.install();
    await corrected.keeper.takeOver();
    expect(await corrected.news('ar/', false)).toMatchObject({ change: 'safety', blocks: ['hands'] });
    const next = siteAfter(right, ['ar']);
    const later: Deployed = { ...next, release: { ...next.release, releases: ['changed', 'safety', 'changed'] } };
    serve(later);
    const newer = start(later);
    await newer.keeper.install();
    await newer.keeper.takeOver();
    expect(await newer.news('ar/', false)).toMatchObject({ change: 'changed', blocks: ['hands'] });
  });

  test('is still due in a language whose corrected pages never came, and in no other', async () => {
    await saved(first, 'ar', 'pa');
    serve(safety);
    const newer = start(safety);
    await newer.keeper.install();
    const { ar } = safety.release.packs;
    await newer.store.forget(ar ? [ar] : []);
    await newer.keeper.takeOver();
    expect(await newer.news('ar/card/', false)).toMatchObject({ recalled: true });
    expect(await newer.news('pa/card/', false)).toMatchObject({ recalled: false });
    await newer.keeper.audit('ar', true);
    expect(await newer.news('ar/card/', false)).toMatchObject({ recalled: false, change: 'safety', blocks: ['hands'] });
  });

  describe('of two languages, the second of which the host has lost', () => {
    const both = siteAfter(first, ['en', 'ar']);
    const withoutArabic = ({ release, files }: Deployed): Deployed => ({ edition: both.edition, release, files: new Map([...files].filter(([path]) => !path.includes('ar.'))) });
    const correction: Deployed = { ...both, release: { ...both.release, releases: ['changed', 'safety'] } };

    test('comes to who reads the first, and the second stays as it is until it can be fetched', async () => {
      await saved(first, 'ar');
      serve(withoutArabic(correction));
      const newer = start(correction, undefined, reading('en/'));
      await newer.keeper.install();
      await newer.keeper.takeOver();
      expect(await newer.news('en/', false)).toMatchObject({ change: 'safety', blocks: ['hands'] });
      const arabic = await newer.answerer.navigation({ url: 'https://leaflet.test/ar/' } as Request, locate('/ar/', newer.release));
      expect(await arabic.text()).toBe(first.files.get('ar/'));
      expect(await newer.news('ar/', false)).toMatchObject({ recalled: true, blocks: [] });
      serve(correction);
      await newer.keeper.audit('ar', true);
      expect(await newer.news('ar/', false)).toMatchObject({ recalled: false, change: 'safety', blocks: ['hands'] });
    });

    test.each(['came while others were read, and a release of looks alone came after it', 'came only with a release of looks alone'])('is told in the second also where it %s', async (how) => {
      await saved(first, 'ar');
      serve(withoutArabic(correction));
      const newer = start(correction, undefined, reading('en/'));
      await newer.keeper.install();
      await newer.keeper.takeOver();
      if (how.startsWith('came while')) {
        serve(correction);
        await newer.keeper.mendAll(false);
      }
      const next = siteAfter(both, ['shell']);
      const later = start({ ...next, release: { ...next.release, releases: ['changed', 'safety', 'cosmetic'] } }, undefined, reading('en/'));
      serve(next);
      await later.keeper.install();
      await later.keeper.takeOver();
      expect(await later.news('ar/', false)).toMatchObject({ recalled: false, change: 'safety', blocks: ['hands'] });
    });

    test.each([
      ['a correction for who reads the second', correction, 'ar/'],
      ['a release that corrects nothing', both, 'en/'],
    ])('%s waits until it is whole', async (_, site, address) => {
      await saved(first, 'ar');
      serve(withoutArabic(site));
      await expect(start(site, undefined, reading(address)).keeper.install()).rejects.toThrow('Not whole: packs/ar.');
    });
  });

  test('says nothing anew where the host takes back what came after it', async () => {
    const told: string[] = [];
    await saved(first, 'ar');
    await saved(safety);
    const looks: Deployed = { ...siteAfter(right, ['shell']), release: { ...siteAfter(right, ['shell']).release, releases: ['changed', 'safety', 'cosmetic'] } };
    serve(looks);
    await start(looks).keeper.install();
    serve(safety);
    const again = start(safety, async ({ type }) => void told.push(type), reading('ar/'));
    await again.keeper.install();
    expect(told).toEqual([]);
    expect(await again.news('', false)).toMatchObject({ recalled: false, change: 'cosmetic' });
    // The pages that it changed have not been opened since.
    expect(await again.news('ar/', false)).toMatchObject({ recalled: false, change: 'safety', blocks: ['hands'] });
  });

  test('is due no more when the site has taken it back', async () => {
    const worker = await saved(first, 'ar');
    await expect(start(safety, undefined, reading('ar/')).keeper.install()).rejects.toThrow('Not whole');
    await worker.see(() => false);
    expect(await worker.news('ar/', false)).toMatchObject({ recalled: true });
    await worker.see(() => true);
    expect(await worker.news('ar/', false)).toMatchObject({ recalled: false });
  });
});

describe('what releases say of themselves', () => {
  /** A release whose Arabic pages say these words. */
  function says(version: string, releases: readonly Change[], words: string, card = 'card', list = 'list'): Deployed {
    const page = (said: string) => `<section class="block" id="hands"><p>${said}</p></section><i data-version="${version}"></i>`;
    const pack = (tag: string, pages: Readonly<Record<string, string>>) => {
      const content = JSON.stringify(pages);
      return { content, path: `packs/${tag}.${version}.json`, hash: sha256(content), bytes: content.length, fetchBytes: content.length };
    };
    const [en, ar] = [pack('en', { '': page(list), 'en/': page('home') }), pack('ar', { 'ar/': page(words), 'ar/card/': page(card) })];
    const { pa } = first.release.packs;
    return { ...first, files: new Map([...first.files, ...[en, ar].map(({ path, content }) => [path, content] as const)]), release: { ...first.release, releases, version, packs: { en, ar, ...(pa && { pa }) } } };
  }

  test('a correction of a page that was not opened is called one also after a later, smaller release', async () => {
    await saved(says('1', ['changed'], 'take 10'), 'ar');
    const second = await saved(says('2', ['changed', 'safety'], 'take 1'));
    expect(await second.news('ar/card/', false)).toMatchObject({ blocks: [] });
    const { news } = await saved(says('3', ['changed', 'safety', 'cosmetic'], 'take 1'));
    // Pages that were left before it, and are gone back to.
    expect(await news('ar/', true)).toMatchObject({ blocks: [], change: 'safety' });
    expect(await news('ar/card/', true)).toMatchObject({ blocks: [], change: 'cosmetic' });
    expect(await news('ar/', false)).toMatchObject({ blocks: ['hands'], change: 'safety' });
    expect(await news('ar/', false)).toMatchObject({ blocks: [], change: 'cosmetic' });
  });

  test('a page that a correction has not changed is told as changed, not as corrected', async () => {
    await saved(says('1', ['changed'], 'take 1', 'card'), 'ar');
    await saved(says('2', ['changed', 'changed'], 'take 1', 'new card'));
    const { news } = await saved(says('3', ['changed', 'changed', 'safety'], 'take 2', 'new card'));
    expect(await news('ar/card/', false)).toMatchObject({ blocks: ['hands'], change: 'changed' });
    expect(await news('ar/', false)).toMatchObject({ blocks: ['hands'], change: 'safety' });
  });

  test('a correction of the list of languages, which nobody has opened since, makes no correction of looks alone', async () => {
    await saved(says('1', ['changed'], 'take 1'), 'ar');
    await saved(says('2', ['changed', 'safety'], 'take 1', 'card', 'new list'));
    const looks = start(says('3', ['changed', 'safety', 'cosmetic'], 'take 1', 'card', 'new list'));
    expect(await looks.news('', false)).toMatchObject({ blocks: [], change: 'cosmetic' });
  });

  test('a correction in the place of a release that was withdrawn is not passed over', async () => {
    await saved(says('1', ['changed', 'changed'], 'take 10'), 'ar');
    const { news } = await saved(says('2', ['changed', 'safety', 'cosmetic'], 'take 1'));
    expect(await news('ar/', false)).toMatchObject({ blocks: ['hands'], change: 'safety' });
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
