/** What a text falls into: tags, entities, the text between them; and a link in two, so that what names the language stands apart from what names the page. */
export const pieces = /<a [^>]*?href="[^"#]*\/(?=[\w-]+\/["#])|&quot;|<[^>&]*>?|[^<>&]+>?|[<>&]/g;

/** Stands between the pages of a language where they are one text. */
export const pageBreak = '\f';

/** Addresses and pages of one language, in the order of a pack; the list of languages (`''`) is of none. */
export const pagesIn = (pack: string, tag: string): [string, string][] =>
  Object.entries(JSON.parse(pack) as Record<string, string>).filter(([address]) => address.startsWith(`${tag}/`));

/** What a page brings of the words of its language, each once. */
export const wordsBroughtBy = (html: string): string[] => [...new Set(html.match(pieces))];

/**
 * Makes the pack of one language out of another's, which has the same structure and other words. The result counts for nothing until its
 * hash is right; throws, or makes something else, where `bytes` are not the difference between the two.
 *
 * @param opened a page of the language that is here already, where the difference leaves out what it brings
 */
export function makePack(source: string, from: string, tag: string, bytes: ArrayBuffer, opened = ''): string {
  const pages = pagesIn(source, from);
  const texts = applyDifference(pages.map(([, html]) => html).join(pageBreak), decodeDifference(bytes, opened)).split(pageBreak);
  return JSON.stringify(Object.fromEntries(pages.map(([address], index) => [tag + address.slice(from.length), texts[index]])));
}

/**
 * The lines of a difference. The first says by how much the characters of its language stand above the byte they are written as
 * (1,408 for Arabic): half of UTF-8. With 0, it is UTF-8. Other characters are U+0001 and four hexadecimal digits. A line of U+0002 and a
 * number is what an opened page brings, so many pieces after the last such.
 */
export function decodeDifference(bytes: ArrayBuffer, opened: string): string[] {
  const text = new TextDecoder().decode(bytes);
  const above = parseInt(text);
  const characters = above ? Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte < 128 ? byte : byte + above)).join('') : text;
  const brought = wordsBroughtBy(opened);
  let at = 0;
  const read = (line: string) =>
    line[0] === '\x02'
      ? (brought[(at += Number(line.slice(1)))] ?? '')
      : line.replace(/\x01(.{4})/g, (_, digits: string) => String.fromCharCode(parseInt(digits, 16)));
  return characters.split('\n').slice(1).map(read);
}

/**
 * Makes one text out of another. The lines are: how many words follow; the words, as `replacePieces` takes them; then, in turn, text to
 * write, how far to go on from the end of the last copy, and how much to copy: out of the source in its new words, with the source itself
 * behind it, because pages show some sentences in both languages.
 */
export function applyDifference(source: string, [count, ...lines]: readonly string[]): string {
  const words = Number(count);
  const copied = replacePieces(source, lines.slice(0, words)) + source;
  let text = '';
  let at = 0;
  for (let line = words; line < lines.length; line += 3) {
    at += Number(lines[line + 1]);
    text += lines[line] + copied.slice(at, (at += Number(lines[line + 2])));
  }
  return text;
}

/** The source with each of its pieces replaced by the word of its kind, in the order of first occurrence: the same piece always by the same, and by itself where the word is empty. */
export function replacePieces(source: string, words: readonly string[]): string {
  const known = new Map<string, string>();
  return source.replace(pieces, (piece) => {
    const other = known.get(piece) ?? (words[known.size] || piece);
    known.set(piece, other);
    return other;
  });
}
