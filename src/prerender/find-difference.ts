import type { Difference } from '../sw/difference.ts';

/** Shortest run (characters) worth copying: tried from 12 to 300 on the shipped packs, 24 gave the fewest bytes after brotli. */
const shortest = 24;
/** How many places of one run are compared for the longest copy. */
const places = 64;

/** Steps that make `target` out of `source`, as `applyDifference` takes them. Greedy: at each place the longest copy. */
export function findDifference(source: string, target: string): Difference {
  const index = new Map<string, number[]>();
  for (let at = 0; at + shortest <= source.length; at++) {
    const run = source.slice(at, at + shortest);
    const known = index.get(run);
    if (!known) index.set(run, [at]);
    else if (known.length < places) known.push(at);
  }
  const steps: Difference = [];
  let words = '';
  for (let at = 0; at < target.length; ) {
    const copy = longestCopy(index.get(target.slice(at, at + shortest)) ?? [], source, target, at);
    if (copy) {
      steps.push(words, copy.from, copy.length);
      words = '';
      at += copy.length;
    } else words += target[at++];
  }
  return [...steps, words];
}

function longestCopy(candidates: readonly number[], source: string, target: string, at: number): { from: number; length: number } | undefined {
  let best: { from: number; length: number } | undefined;
  for (const from of candidates) {
    let length = shortest;
    while (at + length < target.length && source[from + length] === target[at + length]) length++;
    if (!best || length > best.length) best = { from, length };
  }
  return best;
}
