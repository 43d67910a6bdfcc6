import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { top } from '../fixtures/source-imports.ts';
import { engineNames, type EngineName } from './engines/engine.ts';
import { forEachEngine } from './engines/for-each-engine.ts';
import { faultGroups } from './faults/list.ts';
import { canPlay, playAgain, runFaults, type Outcomes } from './faults/run.ts';
import { tableIn, tableOf, type Row, withTable } from './faults/table.ts';

const readme = join(top, 'README.md');
/** FAULTS=write puts the table into README.md, FAULTS=write:tab|disk only the lines that match; FAULTS=tab|disk only tries those. */
const wish = process.env['FAULTS'] ?? '';
const writes = /^write\b/.test(wish);
const part = wish.replace(/^write:?/, '');
const rows: Row[] = faultGroups.flatMap(({ heading, faults }) => faults.map((fault) => ({ heading, fault, found: {} })));
const picked = rows.filter(({ fault }) => new RegExp(part).test(fault.says));
const headings = [...new Set(picked.map(({ heading }) => heading))];

forEachEngine((engine) => {
  let outcomes: ReturnType<typeof runFaults>;
  beforeAll(() => {
    outcomes = runFaults(engine, picked.map(({ fault }) => fault).filter((fault) => canPlay(fault, engine.name)));
  });

  describe.each(headings)('%s', (heading) => {
    for (const row of picked.filter((each) => each.heading === heading && canPlay(each.fault, engine.name))) test(row.fault.says, { timeout: 400_000 }, async ({ task }) => {
      const { fault, found } = row;
      if (task.result?.retryCount) outcomes.set(fault, playAgain(engine, fault));
      const { handleaf, naive } = outcomes.get(fault) as Outcomes;
      const [ours, theirs] = [await handleaf, await naive];
      found[engine.name] = { handleaf: ours.kept, naive: theirs.kept };
      if (!ours.kept) throw ours.why;
      if (fault.naive === 'keeps' && !theirs.kept) throw theirs.why;
      if (fault.naive === undefined || fault.naive === 'loses') expect(theirs.kept, 'a worker that checks nothing passes this test too').toBe(false);
    });
  });
});

if (writes || !part) test('the table in README.md is what was found', () => {
  const tried = engineNames.filter((name: EngineName) => rows.some(({ found }) => found[name]));
  const text = readFileSync(readme, 'utf8');
  const table = tableOf(rows, part ? text : '');
  if (writes) writeFileSync(readme, withTable(text, tableOf(rows, text)));
  expect(tableIn(readFileSync(readme, 'utf8'), tried, rows)).toEqual(tableIn(table, tried, rows));
});
