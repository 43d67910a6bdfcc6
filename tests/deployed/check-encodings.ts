import { statusTroubles } from './expected.ts';
import { finding, type Finding } from './finding.ts';
import type { Answer, Visitor } from './visitor.ts';

/** How a file is asked for, and how it may come then. */
const ways = [
  { way: 'in brotli', accept: 'br, gzip', right: ['in brotli', 'in gzip'] },
  { way: 'in gzip', accept: 'gzip', right: ['in gzip'] },
  { way: 'uncompressed', accept: 'identity', right: ['uncompressed'] },
] as const;

/** Text travels packed to whoever can read that, plain to others, and is the same text to all: twins of an older release may lie beside a file. */
export async function checkEncodings(visitor: Visitor, paths: readonly string[]): Promise<Finding[]> {
  const asked = paths.map((path) => Promise.all(ways.map(async (one) => ({ ...one, answer: await visitor.get(path, { 'accept-encoding': one.accept }) }))));
  // Whatever cannot be had at all is named by other checks.
  const had = (await Promise.all(asked)).filter(([first]) => first?.answer.status === 200);
  const said = had.flatMap((file) => file.map((one) => ({ ...one, first: file[0]?.answer, name: `${one.answer.path || '/'}, asked for ${one.way},` })));

  const twins = said.flatMap(({ answer, first, name }) => {
    if (answer.status !== 200) return statusTroubles(answer).map((trouble) => `${name} ${trouble}`);
    return first && !answer.body.equals(first.body) ? [`${name} is another file than ${wayOf(first)}`] : [];
  });
  const wrong = said.filter(({ answer, right }) => answer.status === 200 && !right.some((way) => way === wayOf(answer)));
  const long = said.filter(({ answer, way }) => way === 'in brotli' && wayOf(answer) === 'in gzip');
  return [
    finding('twins', twins, `${had.length} files are the same in brotli, in gzip and uncompressed`),
    finding('compression', wrong.map(({ name, answer }) => `${name} comes ${wayOf(answer)}`), `as asked for, of ${had.length} files`),
    finding('brotli', long.map(({ name }) => `${name} comes in gzip, in which a language is more than twice as long`), `nothing comes in gzip instead, of ${had.length} files`),
  ];
}

function wayOf({ headers }: Answer): string {
  const encoding = headers.get('content-encoding');
  return encoding === null || encoding === 'identity' ? 'uncompressed' : `in ${encoding === 'br' ? 'brotli' : encoding}`;
}
