/**
 * What each release has changed for a reader of the one before, the oldest first: add a line with every release. `cosmetic`: looks, not
 * words; taken silently. `changed`: words; the blocks that changed are marked. `safety`: somebody could come to harm by the old words; shown
 * first, and in force from the next page on.
 *
 * Phones skip releases: each takes the strongest of the lines that it has not seen.
 */
export const releases: readonly [string, ...string[]] = ['changed'];
