import { describe, expect, test } from 'vitest';
import { bc } from '../../src/content/editions/bc.ts';
import { leicester } from '../../src/content/editions/leicester.ts';
import type { Edition } from '../../src/content/edition.ts';
import { sources } from '../../src/content/sources.ts';
import { sourcesOf } from '../../src/content/facts-in.ts';
import { contentHash } from '../../src/prerender/edition/approval.ts';
import { all, drawSite, only, pagesOf, textOf, type DrawnPage } from '../fixtures/drawn-site.ts';
import { edition, ownLook as look } from '../fixtures/edition.ts';
import { instead, sharedChanges } from '../fixtures/fact-changes.ts';
import { shown as say, speak } from '../fixtures/locale-words.ts';
import { languages } from '../../src/i18n/languages.ts';

describe('a text that somebody approved', () => {
  // Nobody can approve an edition that has just been started: its place has no name.
  const named = Object.hasOwn({ bc, leicester }, edition.id) ? edition : bc;
  const words = Object.fromEntries(speak(named).map(({ tag, files }) => [tag, files]));
  const published: Edition = { ...named, publisher: 'A hospital' };
  const approvalOf = (tag: string, as = published) => ({ by: 'Dr A. Name, infection control', on: '2026-11-25', hash: contentHash(as, words[tag] ?? {}) });
  const approved = { ...published, approvals: { en: approvalOf('en'), fr: approvalOf('fr') } };
  const drawn = pagesOf(drawSite({ edition: approved })).filter(({ page }) => page !== 'not-kept');
  const label = ({ document }: DrawnPage) => textOf(only(document, 'main header.slip'));

  test('says so on every page of that language, and calls itself a draft no more', () => {
    for (const page of drawn.filter(({ tag }) => tag === 'en' || tag === 'fr')) {
      expect([page.path, label(page)]).toEqual([page.path, expect.stringContaining('Reviewed by Dr A. Name, infection control on 25 November 2026.')]);
      expect([page.path, all(page.document, '.draft').length, textOf(page.document.body).includes(say(page.tag, 'ui:draft'))]).toEqual([page.path, 0, false]);
      expect([page.path, label(page)]).toEqual([page.path, expect.not.stringContaining(say('en', 'ui:machine'))]);
    }
    const about = drawn.find(({ path }) => path === 'en/about/') as DrawnPage;
    expect(textOf(about.document.body)).not.toContain(say('en', 'about:who.unreviewed'));
    const named = all(about.document, 'dl > div').filter((row) => textOf(row).includes('Dr A. Name')).map((row) => textOf(only(row, 'dt')));
    expect(named).toEqual([say('en', 'about:edition.clinician'), 'English', 'Français']);
  });

  test('stands with that of every other language under its hash on the page of sources, which keeps its order', () => {
    for (const { document, path } of drawn.filter(({ page }) => page === 'about')) {
      expect([path, all(document, 'dd small bdi').map(textOf)]).toEqual([path, languages.map(({ tag }) => contentHash(approved, words[tag] ?? {}))]);
    }
  });

  test('leaves the other languages drafts', () => {
    for (const page of drawn.filter(({ tag }) => tag !== 'en' && tag !== 'fr')) expect([page.path, label(page)]).toEqual([page.path, expect.stringContaining(say(page.tag, 'ui:draft'))]);
  });

  test.each<[string, Partial<Edition>]>([
    ['a number of seconds', { handWashing: { ...named.handWashing, seconds: { ...named.handWashing.seconds, value: 33 }, longer: [40] } }],
    ['the day of the check', { checked: '2026-11-19' }],
    ['who publishes it', { publisher: 'Somebody else' }],
    ['a source of a block', { leaflet: { ...named.leaflet, 'hand-washing': [['steps', 'cdc-hands'], ...named.leaflet['hand-washing'].filter(([block]) => block !== 'steps')] } }],
  ])('is unapproved again on every page once a fact changes: %s', (_, change) => {
    for (const page of pagesOf(drawSite({ edition: { ...approved, ...change } })).filter(({ page }) => page !== 'not-kept')) {
      const state = page.tag === 'en' || page.tag === 'fr' ? 'ui:lapsed' : 'ui:draft';
      const [start] = say(page.tag, state).split('X');
      expect([page.path, only(page.document, 'main .draft').textContent]).toEqual([page.path, expect.stringContaining(start?.trim().slice(0, 12) ?? '')]);
      expect([page.path, all(page.document, '.reviewed').length]).toEqual([page.path, 0]);
    }
  });

  test('is bound to every word of its language, and to no word of another', () => {
    const { en = {}, fr = {} } = words;
    const hash = contentHash(published, en);
    const changed = structuredClone(en);
    const { provenance: _, ...read } = changed;
    const leaves = leavesOf(read);
    expect(leaves.length).toBeGreaterThan(600);
    const unbound = leaves.filter(({ group, key }) => {
      const putBack = instead(group, key, `${String((group as Record<string, unknown>)[key])} Or as you like.`);
      const same = contentHash(published, changed) === hash;
      putBack();
      return same;
    });
    expect(unbound.map(({ at }) => at)).toEqual([]);
    expect(contentHash(published, changed)).toBe(hash);
    expect(contentHash(published, fr)).not.toBe(hash);
    expect(contentHash({ ...published, approvals: approved.approvals, languages: ['en'], publishes: 'reviewed only' }, en)).toBe(hash);
  });

  test('stays approved where lines have only been moved', () => {
    const isGroup = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value);
    const turned = <T>(whole: T): T => JSON.parse(JSON.stringify(whole), (_, value) => (isGroup(value) ? Object.fromEntries(Object.entries(value).reverse()) : value));
    const en = words['en'] ?? {};
    expect(Object.keys(turned(en))).not.toEqual(Object.keys(en));
    expect(contentHash(turned(published), turned(en))).toBe(contentHash(published, en));
  });

  test.each(sharedChanges)('is bound to %s', (_, change) => {
    const hash = () => contentHash(published, words['en'] ?? {});
    const before = hash();
    const putBack = change();
    const after = hash();
    putBack();
    expect(after).not.toBe(before);
    expect(hash()).toBe(before);
  });

  test('is bound to its sources, and not to how it looks', () => {
    const hash = () => contentHash(published, words['en'] ?? {});
    const before = hash();
    for (const id of sourcesOf(published)) {
      for (const field of Object.keys(sources[id])) {
        const putBack = instead(sources[id], field, 'something else');
        const after = hash();
        putBack();
        expect([id, field, after]).not.toEqual([id, field, before]);
      }
    }
    expect(hash()).toBe(before);
    expect(contentHash({ ...published, look }, words['en'] ?? {})).toBe(before);
  });

  test('is alone published where drafts are left out, with no trace of them', () => {
    const site = drawSite({ edition: { ...approved, publishes: 'reviewed only' } });
    expect(site.tags).toEqual(['en', 'fr']);
    const left = languages.filter(({ tag }) => !site.tags.includes(tag));
    for (const { tag } of left) {
      expect([...site.pages.keys()].filter((path) => path.startsWith(`${tag}/`))).toEqual([]);
      expect([...site.pages.values()].filter((html) => html.includes(`hreflang="${tag}"`))).toEqual([]);
    }
    // Once the edition is due, that is a note too.
    expect(site.notes.filter((note) => note.includes(' is left out: '))).toEqual(left.map(({ english }) => `${english} is left out: nobody has approved it.`));
    const lapsed = { ...approved, approvals: { ...approved.approvals, fr: { ...approvalOf('fr'), hash: '0000000000000000' } }, publishes: 'reviewed only' } as const;
    expect(drawSite({ edition: lapsed }).notes).toContain('French is left out: changed since Dr A. Name, infection control approved it on 2026-11-25.');
    const arabic = { ...published, clinicLanguage: 'ar', publishes: 'reviewed only' } as const;
    expect(() => drawSite({ edition: { ...arabic, approvals: { en: approvalOf('en', arabic) } } })).toThrow(/"ar", the language of its clinics, is not approved/);
    expect(() => drawSite({ edition: { ...named, publishes: 'reviewed only' } })).toThrow(/its English text is not approved .* "npm run edition -- approve/);
  });

  test('is said to be a draft again to whoever builds, where drafts are published', () => {
    const lapsed = { ...approved, approvals: { ...approved.approvals, fr: { ...approvalOf('fr'), hash: '0000000000000000' } } } as const;
    const again = ({ notes }: ReturnType<typeof drawSite>) => notes.filter((note) => note.includes(' is a draft again: '));
    expect(again(drawSite({ edition: approved }))).toEqual([]);
    expect(again(drawSite({ edition: lapsed }))).toEqual(['French is a draft again: changed since Dr A. Name, infection control approved it on 2026-11-25.']);
  });

  test('was never claimed: no shipped edition is approved', () => {
    expect(pagesOf(drawSite()).filter(({ document }) => all(document, '.reviewed').length > 0)).toEqual([]);
  });
});

/** Every sentence of some words with where it stands, as `contentHash` reads them. */
function leavesOf(words: object, at = ''): { group: object; key: string; at: string }[] {
  return Object.entries(words).flatMap(([key, entry]) => (typeof entry === 'object' ? leavesOf(entry as object, `${at}${key}.`) : [{ group: words, key, at: at + key }]));
}
