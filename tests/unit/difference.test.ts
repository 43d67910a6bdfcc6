import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encodeDifference } from '../../src/prerender/packs/encode-difference.ts';
import { findDifference } from '../../src/prerender/packs/find-difference.ts';
import { applyDifference, decodeDifference, makePack, pageBreak } from '../../src/sw/difference.ts';

/** Pages that share long runs, as those of two languages do. */
const runs = fc
  .array(fc.constantFrom('<section class="block do" id="hands">', '</section><a class="on" href="/en/card/">', '{&quot;a&quot;:', 'ਆਪਣੇ ਹੱਥ ਧੋਵੋ', 'Wash your hands', '🌿', 'x'), { maxLength: 40 })
  .map((pieces) => pieces.join(''));
const written = fc.oneof(runs, fc.string({ unit: 'grapheme', maxLength: 200 }), fc.string({ unit: fc.constantFrom('a', 'b', '\x01', 'ش'), maxLength: 300 }));
const page = written.map((text) => text.replace(/[\n\f]/g, ''));
const pages = fc.array(page, { minLength: 1, maxLength: 3 });

function bytesOf(buffer: Buffer): ArrayBuffer {
  return new Uint8Array(buffer).buffer;
}

describe('the difference between two languages', () => {
  test('makes the one out of the other, exactly, after its way as bytes', () => {
    const exact = (source: string[], target: string[], opened: string) => {
      const bytes = encodeDifference(findDifference(source, target), opened);
      return applyDifference(source.join(pageBreak), decodeDifference(bytesOf(bytes), opened)) === target.join(pageBreak);
    };
    const withOpened = fc.tuple(pages, pages).chain(([source, target]) => fc.tuple(fc.constant(source), fc.constant(target), fc.constantFrom('', ...target)));
    fc.assert(fc.property(withOpened, (given) => exact(...given)));
  });

  test('makes a pack: the same addresses below the other tag, without the list of languages', () => {
    const english = JSON.stringify({ '': 'Languages', 'en/': '<p>Hands</p>', 'en/card/': '<p>Card</p>' });
    const difference = encodeDifference(findDifference(['<p>Hands</p>', '<p>Card</p>'], ['<p>أيدٍ</p>', '<p>بطاقة</p>']));
    expect(makePack(english, 'en', 'ar', bytesOf(difference))).toBe(JSON.stringify({ 'ar/': '<p>أيدٍ</p>', 'ar/card/': '<p>بطاقة</p>' }));
  });

  test('copies what both share, rather than say it again', () => {
    const shared = '<b>what both languages share: pictures, styles and structure</b>'.repeat(20);
    const difference = findDifference([`<p>one</p>${shared}`], [`<p>other</p>${shared}<p>end</p>`]);
    expect(difference.join('\n').length).toBeLessThan(80);
    expect(applyDifference(`<p>one</p>${shared}`, difference)).toBe(`<p>other</p>${shared}<p>end</p>`);
  });

  test('leaves out the words that an opened page has brought', () => {
    const frame = (words: string) => `<section class="a run of shared text that is long enough to be copied">${words}</section>`;
    const lines = findDifference([frame('<p>One</p><p>Two</p>'), frame('<p>Three</p>')], [frame('<p>eins</p><p>zwei</p>'), frame('<p>drei</p>')]);
    const bytes = encodeDifference(lines, '<h1>neu</h1><p>eins</p><p>zwei</p>');
    expect(bytes.toString()).not.toMatch(/eins|zwei/);
    expect(bytes.toString()).toMatch(/drei/);
    expect(decodeDifference(bytesOf(bytes), '<h1>neu</h1><p>eins</p><p>zwei</p>')).toEqual(lines);
  });

  test('names the language of all links once', () => {
    const links = (tag: string) => ['home', 'care', 'help'].map((name) => `<a class="on" href="/${tag}/${name}/#top">${name}</a>`).join('');
    expect(findDifference([links('en')], [links('ar')])).toEqual(['1', '<a class="on" href="/ar/', '', '0', String(links('ar').length), '']);
  });

  test('takes one byte for a letter of an alphabet, and UTF-8 for the many signs of Chinese', () => {
    expect(encodeDifference(['0', 'السلام', '…']).length).toBe('1408\n0\n------\n\x01----'.length);
    expect(encodeDifference(['0', '洗手后，擦干双手'])).toEqual(Buffer.from('0\n0\n洗手后，擦干双手'));
  });

  test('refuses a page that holds a line break, rather than make a wrong file', () => {
    expect(() => findDifference(['<p>one</p>'], ['<p>o\nther</p>'])).toThrow(/line break/);
  });
});
