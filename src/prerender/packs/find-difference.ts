import { pageBreak, pieces, replacePieces } from '../../sw/difference.ts';
import { findCopies } from './find-copies.ts';

/**
 * How to make the pages of one language out of another's, as the lines that `applyDifference` takes. Two languages of a leaflet have
 * the same structure, so most of the difference is the list of words, in order; what words do not explain is copied and written.
 */
export function findDifference(source: readonly string[], target: readonly string[]): string[] {
  const text = source.join(pageBreak);
  const words = findWords(source.map(piecesOf), target.map(piecesOf), piecesOf(text));
  const steps = findCopies(replacePieces(text, words) + text, target.join(pageBreak));
  const lines = [words.length, ...words, ...steps].map(String);
  const broken = lines.find((line) => line.includes('\n'));
  if (broken !== undefined) throw new Error(`A page holds a line break, which a difference cannot tell from its own: ${JSON.stringify(broken)}`);
  return lines;
}

type Page = readonly string[];

const piecesOf = (html: string): Page => html.match(pieces) ?? [];

/** @param all the pieces of all pages, and of what stands between them */
function findWords(source: readonly Page[], target: readonly Page[], all: Page): string[] {
  const seen = new Map<string, Map<string, number>>();
  source.forEach((page, index) => {
    for (const [from, to] of alignPages(page, target[index] ?? [])) {
      const counts = seen.get(from) ?? new Map<string, number>();
      seen.set(from, counts.set(to, (counts.get(to) ?? 0) + 1));
    }
  });
  const usual = (piece: string) => [...(seen.get(piece) ?? [])].sort(([, one], [, other]) => other - one)[0]?.[0] ?? piece;
  const words = [...new Set(all)].map((piece) => (usual(piece) === piece ? '' : usual(piece)));
  while (words.at(-1) === '') words.pop();
  return words;
}

/** What of a piece does not depend on the language: of text nothing, of a tag its name and class. */
function shapeOf(piece: string): string {
  if (piece.startsWith('&')) return piece;
  if (!piece.startsWith('<')) return 'text';
  return piece.replace(/="[^"]*"?/g, (value, at: number) => (piece.slice(0, at).endsWith(' class') ? value : ''));
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
