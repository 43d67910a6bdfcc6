import { afterEach, expect, test, vi } from 'vitest';
import { languageTags } from '../../src/i18n/languages.ts';
import { dayInWords } from '../../src/parts/day.ts';

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

test.each([
  ['en', '20 November 2026'],
  ['fr', '20 novembre 2026'],
  ['pa', '20 ਨਵੰਬਰ 2026'],
  ['zh-Hans', '2026年11月20日'],
  ['ar', '20 نوفمبر 2026'],
])('a day is told in the words of %s, with Latin digits', (tag, words) => {
  expect(dayInWords('2026-11-20', tag)).toBe(words);
});

test('a moment is told by the day that the phone has then', () => {
  expect(dayInWords(new Date(2026, 10, 20, 23, 59).getTime(), 'en')).toBe('20 November 2026');
});

test.each(languageTags)('no day has digits of another script in %s', (tag) => {
  expect(dayInWords('2027-05-01', tag)).not.toMatch(/[^0-9\P{Nd}]/u);
});

test.each(['fa', 'th', 'ar-SA'])('a day is told by the calendar of the letter also in %s, whose readers have another', (tag) => {
  expect(dayInWords('2026-11-20', tag)).toContain('2026');
});

test('a day is the same day west of Greenwich', () => {
  vi.stubEnv('TZ', 'America/Vancouver');
  expect(dayInWords('2026-11-20', 'en')).toBe('20 November 2026');
});

test('a day is told in figures where the browser claims a language and has no months for it', () => {
  const { DateTimeFormat } = Intl;
  vi.spyOn(Intl, 'DateTimeFormat').mockImplementation(function (tag, options) {
    return String(tag).startsWith('pa') ? ({ format: () => '2026 M11 20' } as Intl.DateTimeFormat) : new DateTimeFormat(tag, options);
  } as typeof Intl.DateTimeFormat);
  expect(dayInWords('2026-11-20', 'pa')).toBe('2026-11-20');
});
