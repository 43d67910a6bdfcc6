/** What of a page is the same in every language: how its head begins, its styles and its drawings. */
const sameInAll = /<head>.*?<title>|<style>.*?<\/style>|<svg.*?<\/svg>/gs;

/** What pages of one language have in common, the largest first. */
const sameInLanguage = [/<(header|footer|figure)\b.*?<\/\1>/gs, /<(h1|h2|p|li)\b.*?<\/\1>/gs, sameInAll, /"[^"]{24,}"/g];

/** What a page brings of a pack, each once. `own`: its address in its language, where the pack is of that language. */
const broughtBy = (html: string, own: string | undefined): string[] => [
  ...new Set(own === undefined ? html.match(sameInAll) : sameInLanguage.flatMap((kind) => withoutAddress(html, own).match(kind) ?? [])),
];

/** The part of an address that is the same in every language. `'en/card/'` → `'card/'` */
export const ownAddress = (address: string): string => address.slice(address.indexOf('/') + 1);

/** With `<>` for the page's own address wherever a link to it in some language ends. */
const withoutAddress = (html: string, own: string): string => (own ? html.replaceAll(`/${own}"`, '/<>"') : html);

/**
 * The lines of what is left of a pack beside an opened page: first `own` if it is given, then, in turn, an address and its page, with `<1>`
 * for the second piece that the opened page brings.
 *
 * @param own the address of the opened page in its language (`ownAddress`), where the pack is of that language: then it brings words too
 */
export function restOf(pages: Readonly<Record<string, string>>, opened: string, own?: string): string {
  const brought = broughtBy(opened, own);
  const lines = Object.entries(pages).flatMap(([address, html]) => [
    address,
    brought.reduce((left, piece, index) => left.replaceAll(piece, `<${index}>`), withoutAddress(html, ownAddress(address))),
  ]);
  return [...(own === undefined ? [] : [own]), ...lines].join('\n');
}

/** Makes the pack again out of `restOf` and the same page. The result counts for nothing until its hash is right. */
export function complete(rest: string, opened: string): string {
  const lines = rest.split('\n');
  const brought = broughtBy(opened, lines.length % 2 ? lines.shift() : undefined);
  const pages: Record<string, string> = {};
  for (let line = 0; line < lines.length; line += 2) {
    const address = lines[line] ?? '';
    pages[address] = (lines[line + 1] ?? '').replace(/<(\d+)>/g, (_, number: string) => brought[Number(number)] ?? '').replaceAll('<>', ownAddress(address));
  }
  return JSON.stringify(pages);
}
