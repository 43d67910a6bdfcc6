import { pieces, replacePieces, type Difference } from '../sw/difference.ts';
import { findCopies } from './find-copies.ts';

/**
 * How to make `target` out of `source`, as `applyDifference` takes it. Two languages of a leaflet have the same structure, so most of
 * the difference is the list of words, in order; what words do not explain is copied and written.
 */
export function findDifference(source: string, target: string): Difference {
  const words = findWords(pagesOf(source), pagesOf(target));
  return { words, steps: findCopies(replacePieces(source, words), target) };
}

type Page = readonly string[];

/** The pieces of each page: a page begins with its doctype. */
function pagesOf(text: string): Page[] {
  const pages: string[][] = [];
  for (const piece of text.match(pieces) ?? []) {
    if (piece.startsWith('<!doctype') || pages.length === 0) pages.push([]);
    pages.at(-1)?.push(piece);
  }
  return pages;
}

function findWords(source: readonly Page[], target: readonly Page[]): (string | 0)[] {
  // The list of languages stands before the English pages and has no twin: pages are paired from the end.
  const extra = source.length - target.length;
  const other = new Map<string, string>();
  target.forEach((page, index) => {
    for (const [from, to] of alignPages(source[index + extra] ?? [], page)) if (!other.has(from)) other.set(from, to);
  });
  const words = [...new Set(source.flat())].map((piece) => (other.get(piece) ?? piece) === piece ? 0 : (other.get(piece) ?? 0));
  while (words.at(-1) === 0) words.pop();
  return words;
}

/** What of a piece does not depend on the language: of text nothing, of a tag its name and class. */
function shapeOf(piece: string): string {
  if (!piece.startsWith('<')) return 'text';
  return piece.replace(/=\\?"[^"]*"/g, (value, at: number) => (piece.slice(0, at).endsWith(' class') ? value : ''));
}

/** Pairs of pieces that stand at the same place of two pages: the longest common row of shapes. */
function alignPages(source: Page, target: Page): [string, string][] {
  const [left, right] = [source.map(shapeOf), target.map(shapeOf)];
  const width = right.length + 1;
  const longest = new Uint16Array((left.length + 1) * width);
  const at = (i: number, j: number) => longest[i * width + j] ?? 0;
  for (let i = left.length - 1; i >= 0; i--) {
    for (let j = right.length - 1; j >= 0; j--) {
      longest[i * width + j] = left[i] === right[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const pairs: [string, string][] = [];
  for (let i = 0, j = 0; i < left.length && j < right.length; ) {
    if (left[i] === right[j]) pairs.push([source[i++] ?? '', target[j++] ?? '']);
    else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return pairs;
}
