const accents: Record<string, string> = { a: 'á', e: 'ë', i: 'î', o: 'ö', u: 'ü', c: 'ç', n: 'ñ', s: 'š', y: 'ý', A: 'Å', E: 'É', I: 'Ï', O: 'Ø', U: 'Ü' };

/** Longer and accented, for finding text that is cut off and words that never went through a translation. `Next` → `[Ñëxt ·]` */
export function stretch(text: string): string {
  const padding = '·'.repeat(Math.ceil(text.length * 0.4));
  return `[${outsidePlaceholders(text, (part) => part.replace(/[a-zA-Z]/g, (letter) => accents[letter] ?? letter))} ${padding}]`;
}

const arabicLetters = 'ابتثجحخدذرزسشصضطظعغفقكلمنهوي';

/** The same words in letters that run from right to left, for finding layouts that know only one direction. */
export function mirror(text: string): string {
  return outsidePlaceholders(text, (part) =>
    part.replace(/[a-zA-Z]/g, (letter) => arabicLetters[letter.toLowerCase().charCodeAt(0) - 97] ?? letter),
  );
}

function outsidePlaceholders(text: string, change: (part: string) => string): string {
  return text.split(/(\{\{\w+\}\})/).map((part, index) => (index % 2 ? part : change(part))).join('');
}
