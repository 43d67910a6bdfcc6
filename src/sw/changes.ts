/** Pages by their address, as a pack holds them. */
type Pages = Readonly<Record<string, string>>;

/** Address of a page → ids of the blocks on it whose words are not what they were; `''` where that is so outside of blocks, or a block is gone. */
export type Changes = Record<string, string[]>;

const block = /<section class="(block[^"]*)" id="([^"]+)"[^>]*>(.*?)<\/section>/gs;
const content = /<main.*<\/main>/s;
/** Labels, dates and versions, which every release may change. */
const imprint = /<(header|dl|footer)\b.*?<\/\1>/gs;

/** Markup and pictures do not count, so that a new look is not told as a change. */
const wordsIn = (html: string): string => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ').trim();

/** The words of each block of a page, with its kind, because what to do could become what not to do; and under `''` those outside of blocks. */
function wordsOf(html: string): Map<string, string> {
  const [main = ''] = content.exec(html) ?? [];
  const outside = main.replace(block, '').replace(imprint, '');
  return new Map([['', wordsIn(outside)], ...[...html.matchAll(block)].map(([, kind, id = '', inside = '']): [string, string] => [id, kind + wordsIn(inside)])]);
}

/** What has changed since one or the other: a page that was not opened between two releases tells of both. */
export function bothChanges(earlier: Changes, later: Changes): Changes {
  const both = { ...earlier };
  for (const [address, ids] of Object.entries(later)) both[address] = [...new Set([...(earlier[address] ?? []), ...ids])];
  return both;
}

/** What a newer pack says otherwise than the older one. */
export function changedBlocks(older: Pages, newer: Pages): Changes {
  const changes: Changes = {};
  for (const [address, html] of Object.entries(newer)) {
    const before = older[address];
    if (before === undefined || before === html) continue;
    const [known, words] = [wordsOf(before), wordsOf(html)];
    const ids = new Set([...words].filter(([id, said]) => known.get(id) !== said).map(([id]) => id));
    if ([...known.keys()].some((id) => !words.has(id))) ids.add('');
    if (ids.size > 0) changes[address] = [...ids];
  }
  return changes;
}
