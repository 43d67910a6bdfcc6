import { used, type Journey, type Milestone } from './measure.ts';
import type { Size } from './sizes.ts';

/** A journey and what it is called in the tables. */
export interface Row {
  readonly name: string;
  readonly journey: Journey;
  /** What reading took where the server answered the page alone. */
  readonly alone: Milestone;
}

/** Bytes of files, as a Markdown table. */
export function sizesTable(sizes: readonly Size[]): string {
  const rows = sizes.map(({ path, raw, brotli, gzip }) => [path, count(raw), count(brotli), count(gzip)]);
  return table(['file (bytes)', 'raw', 'brotli', 'gzip'], rows);
}

/** What each reader waited for, as a Markdown table. */
export function journeysTable(rows: readonly Row[]): string {
  const heads = ['', 'readable', 'bytes', 'and unused', 'requests', 'offline-ready', 'bytes', 'and unused', 'requests', 'offline: same page', 'offline: other topic'];
  return table(
    heads,
    rows.map(({ name, alone, journey: { readable, kept } }) => {
      const ready = kept?.ready;
      return [
        ...[name, seconds(readable.ms), count(used(alone)), count(alone.unused), count(alone.requests)],
        ...(ready ? [seconds(ready.ms), count(used(ready)), count(ready.unused), count(ready.requests)] : ['–', '–', '–', '–']),
        ...(kept ? [seconds(kept.same), seconds(kept.other)] : ['–', '–']),
      ];
    }),
  );
}

/** When the browser asked for what, as a Markdown table; hashes in names are left out. */
export function waterfallTable(rows: readonly Row[]): string {
  const lists = rows.map(({ journey: { asked, readable, kept } }) => {
    const marks = [{ path: '**readable**', ms: readable.ms }, ...(kept ? [{ path: '**offline-ready**', ms: kept.ready.ms }] : [])];
    return [...asked, ...marks].sort((a, b) => a.ms - b.ms).map(({ path, ms }) => `${seconds(ms)} ${path.replace(/\.[\w-]{8}\./, '.')}`);
  });
  const length = Math.max(...lists.map((list) => list.length));
  const lines = Array.from({ length }, (_, index) => lists.map((list) => list[index] ?? ''));
  return table(rows.map(({ name }) => name), lines);
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n');
}

function count(bytes: number | undefined): string {
  return bytes === undefined ? '–' : Math.round(bytes).toLocaleString('en').replaceAll(',', ' ');
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`;
}
