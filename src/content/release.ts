/**
 * What this release changes for a reader of the last one. `cosmetic`: looks, not words; taken silently. `changed`: words; the blocks that
 * changed are marked. `safety`: somebody could come to harm by the old words; shown first, and in force from the next page on.
 *
 * Phones skip releases: name the strongest change since the oldest release that is still in use.
 */
export const change: 'cosmetic' | 'changed' | 'safety' = 'changed';
