import type { Journey } from './measure.ts';

/** What the leaflet promises. Bytes with IP and TCP headers, milliseconds. */
export const budget = {
  readable: { requests: 1, bytes: 14_000 },
  ready: { bytes: 60_000, ms: 5_000 },
} as const;

/** The promises that a journey breaks, one sentence each. `isTopic`: a page of words alone, which must be readable at little cost. */
export function broken(page: string, { readable, kept }: Journey, isTopic: boolean): string[] {
  const check = (holds: boolean, sentence: string) => (holds ? [] : [`${page}: ${sentence}`]);
  const { requests, bytes } = budget.readable;
  return [
    ...(isTopic ? check(readable.requests <= requests, `readable after ${readable.requests} requests; at most ${requests}.`) : []),
    ...(isTopic ? check(readable.ip <= bytes, `readable after ${Math.round(readable.ip)} bytes; at most ${bytes}.`) : []),
    ...check(kept !== undefined, 'never ready to be read offline.'),
    ...(kept ? check(kept.ready.ip <= budget.ready.bytes, `offline-ready after ${Math.round(kept.ready.ip)} bytes; at most ${budget.ready.bytes}.`) : []),
    ...(kept ? check(kept.ready.ms <= budget.ready.ms, `offline-ready after ${Math.round(kept.ready.ms)} ms; at most ${budget.ready.ms}.`) : []),
  ];
}
