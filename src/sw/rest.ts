/** What of a page is the same in every language: how its head begins, its styles and its drawings. */
const sameInAll = /<head>.*?<title>|<style>.*?<\/style>|<svg.*?<\/svg>/gs;

/** What a page brings of a pack, each once. */
const broughtBy = (html: string): string[] => [...new Set(html.match(sameInAll))];

/** The part of an address that is the same in every language. `'en/card/'` → `'card/'` */
const ownAddress = (address: string): string => address.slice(address.indexOf('/') + 1);

/**
 * The lines of what is left of a pack beside an opened page: in turn, an address and its page, with `<1>` for the second piece that the opened
 * page brings, and `<>` for the page's own address wherever a link to it in some language ends.
 */
export function restOf(pages: Readonly<Record<string, string>>, opened: string): string {
  const brought = broughtBy(opened);
  return Object.entries(pages)
    .flatMap(([address, html]) => {
      const own = ownAddress(address);
      const page = own ? html.replaceAll(`/${own}"`, '/<>"') : html;
      return [address, brought.reduce((left, piece, index) => left.replaceAll(piece, `<${index}>`), page)];
    })
    .join('\n');
}

/** Makes the pack again out of `restOf` and the same page. The result counts for nothing until its hash is right. */
export function complete(rest: string, opened: string): string {
  const brought = broughtBy(opened);
  const lines = rest.split('\n');
  const pages: Record<string, string> = {};
  for (let line = 0; line < lines.length; line += 2) {
    const address = lines[line] ?? '';
    pages[address] = (lines[line + 1] ?? '').replace(/<(\d*)>/g, (_, number: string) => (number ? (brought[Number(number)] ?? '') : ownAddress(address)));
  }
  return JSON.stringify(pages);
}
