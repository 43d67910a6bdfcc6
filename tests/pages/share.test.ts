import { describe, expect, test } from 'vitest';
import { bc } from '../../src/content/editions/bc.ts';
import { leicester } from '../../src/content/editions/leicester.ts';
import { sourcesOf } from '../../src/content/facts-in.ts';
import { keyFactsOf } from '../../src/content/key-facts.ts';
import { toldOf, type Edition, type Ward } from '../../src/content/edition.ts';
import { sources } from '../../src/content/sources.ts';
import { languages, languageTags } from '../../src/i18n/languages.ts';
import { oneFile, oneFileName } from '../../src/site/one-file.ts';
import { all, drawSite, only, pagesOf, readHtml, textOf, type DrawnPage } from '../fixtures/drawn-site.ts';
import { namesTheDisease } from '../fixtures/disease-words.ts';
import { edition } from '../fixtures/edition.ts';
import { shown as say } from '../fixtures/locale-words.ts';
import { paint, readCode } from '../fixtures/read-code.ts';

const origin = 'https://leaflet.example';
const site = drawSite({ site: origin });
const pages = pagesOf(site);
const on = (path: string, from: readonly DrawnPage[] = pages) => from.find((page) => page.path === path) as DrawnPage;

/** What a drawn code says. */
function codeIn(place: ParentNode): string | undefined {
  const svg = only(place, '.qr');
  const [, size = ''] = svg.getAttribute('viewBox')?.match(/^0 0 (\d+) \1$/) ?? [];
  return readCode(paint({ size: Number(size), path: all(svg, 'path')[1]?.getAttribute('d') ?? '' }, 5));
}

describe('without a script', () => {
  test.each(languageTags)('the page in %s shows the code of its own language, which says what stands beside it', (tag) => {
    const { document } = on(`${tag}/share/`);
    const code = only(document, 'form .code');
    expect(codeIn(code)).toBe(`${origin}/${tag}/`);
    expect(textOf(only(code, 'figcaption'))).toBe(`${origin}/${tag}/`);
    expect(all(document, 'h1 small').map((line) => [line.lang, line.dir, textOf(line)])).toEqual(tag === 'en' ? [] : [['en', 'ltr', say('en', 'share:heading')]]);
    expect(all(document, 'input[name=tag][checked]').map((pick) => pick.getAttribute('value'))).toEqual([tag]);
    expect(all(document, '.plain-links a').filter(({ lang }) => lang).map((link) => link.getAttribute('href'))).toEqual(languages.map((language) => `/${language.tag}/`));
    expect(all(document, 'button:not([hidden])').filter((button) => !button.closest('dialog, [hidden]')).map(textOf)).toEqual([]);
  });

  test('a build that was told no origin draws no code of a link, and makes up none', () => {
    for (const page of pagesOf(drawSite({ site: '' })).filter(({ page }) => page === 'share')) {
      expect(all(page.document, '.qr')).toEqual([]);
      expect(textOf(only(page.document, 'form [data-qr]'))).toBe(say(page.tag, 'share:noCode'));
      expect(page.html).not.toMatch(/https?:\/\/(?!www\.w3)[^"]*\/share/);
    }
  });

  test('the poster has every language by its own name, with its line and its code', () => {
    for (const tag of languageTags) {
      const [list, ...others] = all(on(`${tag}/poster/`).document, '.poster li').reverse();
      const entries = others.reverse();
      expect(entries.map((entry) => [entry.lang, entry.dir, textOf(only(entry, 'h2')), codeIn(entry), textOf(only(entry, 'figcaption'))])).toEqual(
        languages.map((language) => [language.tag, language.dir, language.autonym, `${origin}/${language.tag}/`, `${origin}/${language.tag}/`]),
      );
      expect([codeIn(list as HTMLElement), textOf(list?.querySelector('figcaption'))]).toEqual([`${origin}/`, `${origin}/`]);
      expect(textOf(only(on(`${tag}/poster/`).document, '.poster .small-print'))).toMatch(/[0-9a-f]{8}.*2026/);
      expect(entries.map((entry) => namesTheDisease(textOf(entry)))).toEqual(languages.map(() => false));
    }
  });
});

describe('the sheet', () => {
  test.each(languageTags)('in %s says each fact in that language and in English, with both codes', (tag) => {
    const sheet = only(on(`${tag}/sheet/`).document, '.sheet');
    const facts = all(sheet, '.facts li').map((row) => all(row, 'p').map(textOf));
    expect(facts.length).toBe(new Set(keyFactsOf(edition, 'on paper').map(({ topic }) => topic)).size);
    const [carry = []] = facts;
    expect(carry).toEqual([...new Set([tag, 'en'])].map((one) => say(one, 'share:facts.carry')));
    const { emergency } = edition.phones;
    const atOnce = emergency ? say(tag, 'share:facts.emergency-call').replace('X', emergency.value.dial) : say(tag, 'share:facts.emergency');
    expect(facts.at(-1)?.[0]).toMatch(new RegExp(`. ?${atOnce.replace('?', '\\?')}$`));
    const codes = all(sheet, '.code').map(codeIn);
    expect(codes[0]).toBe(`${origin}/${tag}/`);
    const lines = edition.phones.advice ? [edition.phones.advice.value] : [];
    expect(codes[1]?.split('\n').map((line) => line.replace(/\s/g, ' '))).toEqual([...facts.map(([own]) => own?.replace(atOnce, '').trim()), textOf(only(sheet, '.code-end'))]);
    expect(textOf(only(sheet, '.code-end'))).toMatch(/ Handleaf [0-9a-f]{8}$/);
    expect(all(sheet, 'a[href^="tel:"]').map((link) => [link.getAttribute('href'), textOf(link)])).toEqual(lines.map(({ display, dial }) => [`tel:${dial}`, display]));
    expect(textOf(only(sheet, '.small-print'))).toContain(say(tag, 'ui:draft'));
    const forStaff = all(sheet, '.small-print p[lang=en]').map(textOf);
    expect(forStaff).toEqual(tag === 'en' ? [] : [`${say('en', 'ui:draft')} ${say('en', 'ui:machine')}`]);
    const publishers = keyFactsOf(edition, 'on paper').flatMap((fact) => fact.sources.map((id) => sources[id].publisher));
    expect(publishers.filter((publisher) => !textOf(only(sheet, '.small-print')).includes(publisher))).toEqual([]);
  });

  test('names the wards of an edition that lists them, and none before it is chosen', () => {
    const ward = (id: string, name: string, display: string): Ward => ({ id, name, phone: { value: { display, dial: display.replaceAll(' ', '') }, sources: ['healthlinkbc-cpo'] } });
    const wards = [ward('4b', 'Ward 4B', '555 0104'), ward('renal', 'Renal day unit', '555 0199')] as const;
    const { document } = on('ar/sheet/', pagesOf(drawSite({ site: origin, edition: { ...bc, wards } })));
    const choices = only(document, 'fieldset[hidden]');
    expect(all(choices, 'input').map((input) => [input.getAttribute('name'), input.getAttribute('value')])).toEqual([['ward', ''], ['ward', '4b'], ['ward', 'renal']]);
    for (const paper of ['.sheet', '.card']) {
      const named = all(only(document, paper), '[data-ward]');
      expect(named.map((entry) => [entry.dataset['ward'], entry.hidden, textOf(entry), only(entry, 'a').getAttribute('href')])).toEqual([
        ['4b', true, 'Ward 4B 555 0104', 'tel:5550104'],
        ['renal', true, 'Renal day unit 555 0199', 'tel:5550199'],
      ]);
    }
    expect(all(on('ar/sheet/').document, '[data-ward], input[name=ward]')).toEqual([]);
    const withoutAdvice = pagesOf(drawSite({ site: origin, edition: { ...bc, wards, phones: { urgent: bc.phones.advice } } }));
    expect(all(on('ar/sheet/', withoutAdvice).document, '.sheet [data-ward]').map((entry) => entry.dataset['ward'])).toEqual(['4b', 'renal']);
  });

  test('has no field for words of anybody', () => {
    expect(pages.filter(({ document }) => all(document, 'textarea, [contenteditable], input:not([type=radio])').length > 0 && /share|sheet|poster/.test(document.documentElement.innerHTML)).map(({ page }) => page).filter((page) => ['share', 'sheet', 'poster'].includes(page))).toEqual([]);
  });
});

describe.each<[string, Edition, string[]]>([
  ['British Columbia', bc, ['carry', 'hands', 'own', 'tell', 'help', 'emergency']],
  ['Leicester', leicester, ['carry', 'hands', 'tell-hospital', 'doctor', 'emergency-call']],
])('the facts that matter most in %s', (_, edition, ids) => {
  test('are those whose blocks it tells, each with the sources of those blocks', () => {
    const facts = keyFactsOf(edition, 'on paper');
    expect(facts.map(({ id }) => id)).toEqual(ids);
    expect(keyFactsOf(edition, 'in a code').map(({ id }) => id)).toEqual(ids.slice(0, -1));
    const known = facts.map(({ topic }) => toldOf(edition, topic).flatMap(([, ...sources]) => sources));
    facts.forEach(({ sources }, index) => expect(sources.some((source) => known[index]?.includes(source))).toBe(true));
  });
});

describe('the leaflet as one file', () => {
  const files = languageTags.map((tag) => {
    const [path, html] = [...site.files].find(([name]) => name.startsWith(`assets/leaflet-${tag}.`)) ?? ['', ''];
    return { tag, path, html, document: readHtml(html) };
  });

  test('is made of the page that holds everything, and of nothing else', () => {
    for (const { tag, html, document } of files) {
      expect(html).toBe(oneFile(on(`${tag}/all/`).html, on(`${tag}/about/`).html, origin));
      const words = (of: Document) => textOf(only(of, 'main')).replace(all(of, '.draft a').map(textOf).join(''), '').replace(/\s+/g, '');
      expect(words(document)).toBe(words(on(`${tag}/all/`).document) + textOf(only(on(`${tag}/about/`).document, '#sources')).replace(/\s+/g, ''));
    }
  });

  test('asks for nothing and runs nothing', () => {
    for (const { html, document } of files) {
      expect(all(document, 'script, link, img, iframe, object, embed, source, form, input, button')).toEqual([]);
      expect(html).not.toMatch(/\ssrc=|url\((?!#)|@import|\son\w+=/);
      expect(html).toContain("default-src 'none'; style-src 'sha256-");
      expect(only(document, 'meta[name=referrer]').getAttribute('content')).toBe('no-referrer');
    }
  });

  test('carries its version, its dates, its edition and that it is a draft', () => {
    for (const { tag, html, document } of files) {
      const foot = textOf(only(document, 'footer'));
      expect(foot).toMatch(/[0-9a-f]{8}/);
      for (const date of ['2026', '2027']) expect(foot).toContain(date);
      expect(textOf(only(document, '.draft'))).toContain(say(tag, 'ui:draft'));
      expect(html).toContain(`<html lang="${tag}" dir="${tag === 'ar' ? 'rtl' : 'ltr'}"`);
      expect(namesTheDisease(textOf(document.querySelector('title')))).toBe(false);
      expect(namesTheDisease(oneFileName(tag))).toBe(false);
    }
  });

  test('leads within itself, to the live leaflet, to a phone or a source, and nowhere into a disk', () => {
    for (const { tag, document } of files) {
      const links = all(document, 'a[href]').map((link) => link.getAttribute('href') ?? '');
      expect(links.filter((link) => !/^(#[\w-]+|tel:\d+|https?:\/\/.+)$/.test(link))).toEqual([]);
      expect(links.filter((link) => link.startsWith('#')).filter((link) => !document.querySelector(`[id="${link.slice(1)}"]`))).toEqual([]);
      expect(links).toContain(`${origin}/${tag}/`);
      expect(links).toContain('#home-hygiene');
    }
    const alone = [...drawSite({ site: '' }).files.values()].map(readHtml);
    const addresses = alone.flatMap((document) => all(document, 'a').map((link) => link.getAttribute('href') ?? ''));
    expect(addresses.filter((link) => !/^(#|tel:|https?:)/.test(link))).toEqual([]);
    expect(alone.flatMap((document) => all(document, '.to-card, .action'))).toEqual([]);
  });

  test('names every source by its title and its address, and leads to it from what it says', () => {
    for (const { document } of files) {
      const named = sourcesOf(edition).map((id) => only(only(document, `[id="${id}"]`), 'a').getAttribute('href'));
      expect(named).toEqual(sourcesOf(edition).map((id) => sources[id].url));
      expect(all(document, '.sources a').filter((link) => !link.getAttribute('href')?.startsWith('#'))).toEqual([]);
    }
  });
});
