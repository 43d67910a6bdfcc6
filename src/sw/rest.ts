/** What of a page is the same in every language: how its head begins, its styles and its drawings. */
const sameInAll = /<head>.*?<title>|<style>.*?<\/style>|<svg.*?<\/svg>/gs;

/** What a page brings of a pack, each once, as it stands in the pack's JSON. */
export const broughtBy = (html: string): string[] => [...new Set(html.match(sameInAll))].map((piece) => JSON.stringify(piece).slice(1, -1));

/**
 * Where `<1>` stands in a rest, the page's second piece belongs; where `<>` stands in a page of it, that page's address below its language.
 * The result counts for nothing until its hash is right.
 */
export function complete(rest: string, html: string): string {
  const brought = broughtBy(html);
  let own = '';
  return rest.replace(/"[\w-]+\/([^"]+)":"|<(\d*)>/g, (piece, address: string | undefined, number: string) => {
    if (address === undefined) return number ? (brought[Number(number)] ?? '') : own;
    own = address;
    return piece;
  });
}
