import { used } from './measure.ts';
import type { Row } from './report.ts';

/**
 * What the leaflet promises: bytes with IP and TCP headers, milliseconds. What Chromium spends on a connection that it opens in
 * advance and never uses is printed, and left out here. A reader of another language keeps English too, and its words cost what they cost.
 */
export const budget = {
  readable: { requests: 1, topic: 14_000, longTopic: 15_000, timer: 21_400 },
  ready: { english: 60_000, other: 74_800, ms: 5_000 },
} as const;

/** What a journey is held to. */
export interface Reader {
  readonly name: string;
  readonly path: string;
  /** What it may cost to read the page: one of words alone little, one with a timer and its pictures more. */
  readonly readable: 'topic' | 'longTopic' | 'timer';
}

/** The promises that a journey breaks, one sentence each. */
export function broken({ name, path, readable }: Reader, { alone, journey: { kept } }: Row): string[] {
  const check = (holds: boolean, sentence: string) => (holds ? [] : [`${name}: ${sentence}`]);
  const most = path.startsWith('/en/') ? budget.ready.english : budget.ready.other;
  return [
    ...check(alone.requests <= budget.readable.requests, `readable after ${alone.requests} requests; at most ${budget.readable.requests}.`),
    ...check(used(alone) <= budget.readable[readable], `readable after ${used(alone)} bytes; at most ${budget.readable[readable]}.`),
    ...check(kept !== undefined, 'never ready to be read offline.'),
    ...(kept ? check(used(kept.ready) <= most, `offline-ready after ${used(kept.ready)} bytes; at most ${most}.`) : []),
    ...(kept ? check(kept.ready.ms <= budget.ready.ms, `offline-ready after ${Math.round(kept.ready.ms)} ms; at most ${budget.ready.ms}.`) : []),
  ];
}
