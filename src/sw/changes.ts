/** Pages by their address, as a pack holds them. */
type Pages = Readonly<Record<string, string>>;

/** Address of a page → ids of the blocks on it whose words are not what they were. */
export type Changes = Record<string, string[]>;

const block = /<section class="block[^"]*" id="([^"]+)">(.*?)<\/section>/gs;

/** The words of each block of a page; markup and pictures do not count, so that a new look is not told as a change. */
function wordsOf(html: string): Map<string, string> {
  return new Map([...html.matchAll(block)].map(([, id = '', content = '']) => [id, content.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ').trim()]));
}

/** What has changed since one or the other: a page that was not opened between two releases tells of both. */
export function bothChanges(earlier: Changes, later: Changes): Changes {
  const both = { ...earlier };
  for (const [address, ids] of Object.entries(later)) both[address] = [...new Set([...(earlier[address] ?? []), ...ids])];
  return both;
}

/** The blocks of a newer pack that say something else than the older one's, or that are new. */
export function changedBlocks(older: Pages, newer: Pages): Changes {
  const changes: Changes = {};
  for (const [address, html] of Object.entries(newer)) {
    const before = older[address];
    if (before === undefined || before === html) continue;
    const known = wordsOf(before);
    const ids = [...wordsOf(html)].filter(([id, words]) => known.get(id) !== words).map(([id]) => id);
    if (ids.length > 0) changes[address] = ids;
  }
  return changes;
}
