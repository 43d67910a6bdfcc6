/**
 * A day in words, in the reader's language, with Latin digits; the same in a page and in an island, or `2026-11-20` where the browser has no
 * words for months. `('2026-11-20', 'en')` → `20 November 2026`
 *
 * @param day an ISO date, or a moment (milliseconds since 1970) that is told as the day it was where the reader is
 */
export function dayInWords(day: string | number, tag: string): string {
  const timeZone = typeof day === 'string' ? 'UTC' : undefined;
  const format = new Intl.DateTimeFormat(`${tag === 'en' ? 'en-GB' : tag}-u-nu-latn-ca-gregory`, { dateStyle: 'long', timeZone });
  const words = format.format(new Date(day));
  // Chromium knows Punjabi, but not its months: "2026 M11 20".
  return /M\d/.test(words) ? new Intl.DateTimeFormat('sv', { timeZone }).format(new Date(day)) : words;
}
