/** How to make one text out of another: words to write, then (from, length) of what to copy, and so on, in turn. */
export type Difference = (string | number)[];

/** Makes a text out of `source`; the result counts for nothing until its hash is right. `('abc', ['x', 1, 2, 'y'])` → `'xbcy'` */
export function applyDifference(source: string, steps: Difference): string {
  let text = '';
  for (let i = 0; i < steps.length; i += 3) {
    const from = Number(steps[i + 1]);
    text += String(steps[i]);
    if (i + 2 < steps.length) text += source.slice(from, from + Number(steps[i + 2]));
  }
  return text;
}
