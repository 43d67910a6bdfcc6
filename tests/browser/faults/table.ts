import { engineNames, type EngineName } from '../engines/engine.ts';
import type { Fault } from './fault.ts';
import type { WorkerName } from './scene.ts';

/** What was found of one fault: per engine, whether each worker kept its promise. */
export interface Row {
  readonly heading: string;
  readonly fault: Fault;
  readonly found: Partial<Record<EngineName, Record<WorkerName, boolean>>>;
}

const begin = '<!-- faults: written by `npm run faults` -->';
const end = '<!-- end of faults -->';
const columns = (['handleaf', 'naive'] as const).flatMap((worker) => engineNames.map((name) => ({ worker, name })));
const signs = { kept: '✓', lost: '✗', untried: '–' };

/** The table as it stands in the README; what was not tried this time is as `before` has it. */
export function tableOf(rows: readonly Row[], before = ''): string {
  const known = cellsIn(before);
  const head = ['| | Handleaf: Chromium | Firefox | WebKit | naive: Chromium | Firefox | WebKit |', '|---|:-:|:-:|:-:|:-:|:-:|:-:|'];
  const headings = [...new Set(rows.map(({ heading }) => heading))];
  const lines = headings.flatMap((heading) => [
    `| **${heading}** | | | | | | |`,
    ...rows.filter((row) => row.heading === heading).map(({ fault, found }) => {
      const cells = columns.map(({ worker, name }, at) => {
        const kept = found[name]?.[worker];
        return kept === undefined ? (known.get(heading + fault.says)?.[at] ?? signs.untried) : kept ? signs.kept : signs.lost;
      });
      return `| ${[fault.says, ...cells].join(' | ')} |`;
    }),
  ]);
  return [...head, ...lines].join('\n');
}

/** The cells of a text's table, by heading and fault. */
function cellsIn(text: string): Map<string, string[]> {
  let heading = '';
  const cells = new Map<string, string[]>();
  for (const line of text.includes(begin) ? between(text).trim().split('\n') : []) {
    const [, says = '', ...rest] = line.split('|').map((cell) => cell.trim());
    if (says.startsWith('**')) heading = says.slice(2, -2);
    else cells.set(heading + says, rest);
  }
  return cells;
}

/** The cells of these engines, line by line, without those that luck decides; throws where a text has no table. */
export function tableIn(text: string, engines: readonly EngineName[], rows: readonly Row[]): string[] {
  const byLuck = new Set(rows.filter(({ fault }) => fault.naive === 'either').map(({ fault }) => fault.says));
  const inside = text.includes(begin) ? between(text) : text;
  return inside.trim().split('\n').slice(2).map((line) => {
    const [, says = '', ...cells] = line.split('|').map((cell) => cell.trim());
    return [says, ...cells.slice(0, columns.length).filter((_, at) => engines.some((name) => name === columns[at]?.name) && !(columns[at]?.worker === 'naive' && byLuck.has(says)))].join(' | ');
  });
}

/** A text with its table replaced. */
export function withTable(text: string, table: string): string {
  const [head = '', tail = ''] = text.split(begin + between(text));
  return `${head}${begin}\n${table}\n${tail}`;
}

function between(text: string): string {
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`README.md: nothing between "${begin}" and "${end}"`);
  return text.slice(from + begin.length, to);
}
