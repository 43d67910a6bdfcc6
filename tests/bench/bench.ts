import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { broken, type Reader } from './budget.ts';
import { buildOnce } from './build-once.ts';
import { makeCertificate } from './certificate.ts';
import { measureJourney, type Journey, type Stage } from './measure.ts';
import { medianJourney } from './median.ts';
import { plainPage } from './plain-page.ts';
import { journeysTable, sizesTable, waterfallTable, type Row } from './report.ts';
import { sizesOf } from './sizes.ts';

const readers: readonly (Reader & { other: string })[] = [
  { name: 'English topic', path: '/en/home-hygiene/', other: '/en/treatment/', readable: 'topic' },
  { name: 'Arabic topic', path: '/ar/home-hygiene/', other: '/ar/treatment/', readable: 'topic' },
  { name: 'Punjabi topic with most words', path: '/pa/telling-others/', other: '/pa/treatment/', readable: 'longTopic' },
  { name: 'Punjabi hand washing', path: '/pa/hand-washing/', other: '/pa/treatment/', readable: 'timer' },
];

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '3' },
    slowdown: { type: 'string', default: '6' },
    /** A built site to measure instead of building one. */
    folder: { type: 'string' },
  },
});
const [runs, slowdown] = [wholeNumber('runs'), wholeNumber('slowdown')];

const folder = values.folder ?? (await buildOnce());
try {
  console.log('## Bytes\n');
  console.log(sizesTable(sizesOf(folder, ['/', ...readers.map(({ path }) => path)])));

  const plainPath = (path: string) => `/plain${path}`;
  const extra = Object.fromEntries(
    readers.map(({ path }) => [plainPath(path), plainPage(readFileSync(join(folder, path, 'index.html'), 'utf8'))]),
  );
  const stage = { folder, certificate: makeCertificate(), slowdown, extra };
  const rows: Row[] = [];
  for (const { name, path, other } of readers) {
    rows.push(await measure(stage, name, path, { other }));
    rows.push(await measure(stage, `${name}, same words as a plain page`, plainPath(path)));
  }

  console.log(`\n## Throttled link\n\n400 kbit/s each way for all connections together, 400 ms round trip, TLS, page slowed ${slowdown} times, cold; median of ${runs}.\n`);
  console.log(journeysTable(rows));
  console.log(`
- Readable: the paint that first shows the page's h1 (Element Timing), counted from the start of the navigation, connection included.
- Bytes: both directions, TLS handshakes included, and 40 bytes for each segment of at most 1 460; bare acknowledgements are left out.
  The certificate is self-signed: a public authority's chain adds about 1 700 for each connection.
- Unused: what Chromium spends, whatever the page, on a second connection that it opens in advance and never asks anything on.
- Bytes and requests until readable are those of another run, in which the server answers the page alone: the browser asks for the script
  and more, and none of it ever comes.
- Offline: server stopped, browser started anew; same page first. The worker's own thread cannot be slowed down, only the page's.
- The link has no loss and no slow start. The machine's load was ${loadavg()[0]?.toFixed(1)} processes at the end; a busy one measures longer times.
`);
  console.log('## What was asked for when (the middle run)\n');
  console.log(waterfallTable(rows.filter(({ journey }) => journey.kept)));

  const failures = readers.flatMap((reader) => broken(reader, rows.find((row) => row.name === reader.name) as Row));
  console.log(failures.length > 0 ? `\nThe budget is broken:\n${failures.map((one) => `- ${one}`).join('\n')}` : '\nThe budget holds.');
  process.exitCode = failures.length > 0 ? 1 : 0;
} finally {
  if (!values.folder) await rm(dirname(folder), { recursive: true, force: true });
}

async function measure(stage: Stage, name: string, path: string, further: { other?: string } = {}): Promise<Row> {
  const journey = await repeat(() => measureJourney(stage, path, further));
  const { readable: alone } = await repeat(() => measureJourney(stage, path, { only: path }));
  return { name, journey, alone };
}

async function repeat(measure: () => Promise<Journey>): Promise<Journey> {
  const journeys: Journey[] = [];
  while (journeys.length < runs) journeys.push(await measure());
  return medianJourney(journeys);
}

function wholeNumber(name: 'runs' | 'slowdown'): number {
  const number = Number(values[name]);
  if (!Number.isInteger(number) || number < 1) throw new Error(`--${name} ${values[name]}: expected a whole number from 1`);
  return number;
}
