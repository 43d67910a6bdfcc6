import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { top } from '../fixtures/source-imports.ts';
import { engineNames, type EngineName } from './engines/engine.ts';
import { forEachEngine } from './engines/for-each-engine.ts';
import { faultGroups } from './faults/list.ts';
import { canPlay, runFaults, type Outcomes } from './faults/run.ts';
import { tableIn, tableOf, type Row, withTable } from './faults/table.ts';

const readme = join(top, 'README.md');
/** FAULTS=write puts the table into README.md; any other value picks the faults whose words hold it. */
const wish = process.env['FAULTS'];
const groups = faultGroups.map(({ heading, faults }) => ({ heading, faults: faults.filter(({ says }) => !wish || wish === 'write' || says.includes(wish)) })).filter(({ faults }) => faults.length > 0);
const rows: Row[] = groups.flatMap(({ heading, faults }) => faults.map((fault) => ({ heading, fault, found: {} })));

forEachEngine((engine) => {
  let outcomes: ReturnType<typeof runFaults>;
  beforeAll(() => {
    outcomes = runFaults(engine, rows.map(({ fault }) => fault).filter((fault) => canPlay(fault, engine.name)));
  });

  describe.each(groups)('$heading', ({ faults }) => {
    for (const fault of faults.filter((each) => canPlay(each, engine.name))) test(fault.says, { timeout: 400_000 }, async () => {
      const { handleaf, naive } = outcomes.get(fault) as Outcomes;
      const [ours, theirs] = [await handleaf, await naive];
      const row = rows.find((known) => known.fault === fault);
      if (row) row.found[engine.name] = { handleaf: ours.kept, naive: theirs.kept };
      if (!ours.kept) throw ours.why;
      if (fault.naive === 'keeps' && !theirs.kept) throw theirs.why;
      if (fault.naive === undefined || fault.naive === 'loses') expect(theirs.kept, 'a worker that checks nothing passes this test too').toBe(false);
    });
  });
});

// A part of the faults makes no table.
if (!wish || wish === 'write') test('the table in README.md is what was found', () => {
  const tried = engineNames.filter((name: EngineName) => rows.some(({ found }) => found[name]));
  const text = readFileSync(readme, 'utf8');
  if (wish === 'write') writeFileSync(readme, withTable(text, tableOf(rows, text)));
  expect(tableIn(readFileSync(readme, 'utf8'), tried)).toEqual(tableIn(tableOf(rows), tried));
});
