/** How to make one text out of another that has the same structure and other words. */
export interface Difference {
  /** For each distinct piece of the source (a tag, or what stands between two) in order: what stands in its place, or `0` for itself. */
  readonly words: readonly (string | 0)[];
  /** What is left to do: text to write, then (from, length) of what to copy, in turn. */
  readonly steps: readonly (string | number)[];
}

/** What a text falls into: tags, and the text between them. */
export const pieces = /<[^>]*>|[^<]+/g;

/** Makes a text out of `source`; the result counts for nothing until its hash is right. Throws where the difference is not one. */
export function applyDifference(source: string, { words, steps }: Difference): string {
  const replaced = replacePieces(source, words);
  let text = '';
  for (let i = 0; i < steps.length; i += 3) {
    const from = Number(steps[i + 1]);
    text += String(steps[i]);
    if (i + 2 < steps.length) text += replaced.slice(from, from + Number(steps[i + 2]));
  }
  return text;
}

/** The source with each of its pieces replaced: the same piece always by the same words. */
export function replacePieces(source: string, words: Difference['words']): string {
  const known = new Map<string, string>();
  return source.replace(pieces, (piece) => {
    const other = known.get(piece) ?? (words[known.size] || piece);
    known.set(piece, other);
    return other;
  });
}
