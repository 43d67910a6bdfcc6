/** Shortest run (characters) worth copying: tried from 16 to 100 on the shipped packs, 48 gave the fewest bytes after brotli. */
const shortest = 48;
/** How many places of one run are compared for the longest copy. */
const places = 64;

/**
 * Steps that make `target` out of `source`: in turn, text to write, how far to go on from the end of the last copy, and how much to copy. At
 * each place the longest copy.
 */
export function findCopies(source: string, target: string): (string | number)[] {
  const index = new Map<string, number[]>();
  for (let at = 0; at + shortest <= source.length; at++) {
    const run = source.slice(at, at + shortest);
    const known = index.get(run);
    if (!known) index.set(run, [at]);
    else if (known.length < places) known.push(at);
  }
  const steps: (string | number)[] = [];
  let written = '';
  let near = 0;
  for (let at = 0; at < target.length; ) {
    const copy = longestCopy(index.get(target.slice(at, at + shortest)) ?? [], source, target, at, near);
    if (copy) {
      steps.push(written, copy.from - near, copy.length);
      written = '';
      at += copy.length;
      near = copy.from + copy.length;
    } else written += target[at++];
  }
  return [...steps, written];
}

interface Copy {
  readonly from: number;
  readonly length: number;
}

function longestCopy(candidates: readonly number[], source: string, target: string, at: number, near: number): Copy | undefined {
  let best: Copy | undefined;
  for (const from of candidates) {
    let length = shortest;
    while (at + length < target.length && source[from + length] === target[at + length]) length++;
    const better = !best || length > best.length || (length === best.length && Math.abs(from - near) < Math.abs(best.from - near));
    if (better) best = { from, length };
  }
  return best;
}
