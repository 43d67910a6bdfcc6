import { headersOf, isCompressed } from '../../src/site/headers.ts';
import { bytesOf, fileOf, headerTroubles, statusTroubles } from './expected.ts';
import { finding, type Finding } from './finding.ts';
import type { Answer, Visitor } from './visitor.ts';

/** How a file is asked for, and how it may come then. Everything was asked for in brotli already. */
export const ways = [
  { way: 'in brotli', accept: 'br, gzip', right: ['in brotli', 'in gzip'] },
  { way: 'in gzip', accept: 'gzip', right: ['in gzip'] },
  { way: 'uncompressed', accept: 'identity', right: ['uncompressed'] },
] as const;

/** A file that came, asked for in one of the ways. */
interface Come {
  readonly name: string;
  readonly way: (typeof ways)[number];
  readonly answer: Answer;
  readonly first: Answer;
}

/**
 * Text travels packed to whoever can read that, plain to others, and every file is the same to all, under the same headers: twins of an
 * older release may lie beside a file.
 *
 * @param answers whatever came so far, asked for in brotli; what did not come is named by other checks
 */
export async function checkEncodings(visitor: Visitor, answers: readonly Answer[], styleHashes: readonly string[]): Promise<Finding[]> {
  const files = [...new Map(answers.filter(({ status }) => status === 200).map((answer) => [answer.path, answer])).values()];
  const asked = files.flatMap((first) =>
    ways.map(async (way, index): Promise<Come> => {
      const answer = index === 0 ? first : await visitor.get(first.path, { ...first.asked, 'accept-encoding': way.accept });
      return { name: `${first.path || '/'} asked for ${way.way}`, way, answer, first };
    }),
  );
  const all = await Promise.all(asked);
  const come = all.filter(({ answer }) => answer.status === 200);
  const packed = come.filter(({ first }) => isCompressed(fileOf(first.path)));
  const wrong = packed.filter(({ answer, way }) => !way.right.some((right) => right === wayOf(answer)));
  const long = packed.filter(({ answer, way }) => way.way === 'in brotli' && wayOf(answer) === 'in gzip');
  return [
    finding('twins', all.flatMap(twinTroubles), `${files.length} files are the same in brotli, in gzip and uncompressed`),
    finding('twin headers', come.flatMap((one) => ownHeaderTroubles(one, styleHashes)), `${files.length} files come under the same headers in brotli, in gzip and uncompressed`),
    finding('compression', wrong.map(({ name, answer }) => `${name} comes ${wayOf(answer)}`), `as asked for, of ${files.length} files`),
    finding('brotli', long.map(({ name }) => `${name} comes in gzip`), `nothing comes in gzip instead, of ${files.length} files`),
  ];
}

function twinTroubles({ name, answer, first }: Come): string[] {
  if (answer.status !== 200) return statusTroubles(answer).map((trouble) => `${name}: ${trouble}`);
  return answer.body.equals(first.body) ? [] : [`${name} is another file, of ${bytesOf(answer.body)}, than ${wayOf(first)}, of ${bytesOf(first.body)}`];
}

/** What is wrong in this way and was right in the first. */
function ownHeaderTroubles({ name, answer, first }: Come, styleHashes: readonly string[]): string[] {
  const expected = headersOf(fileOf(first.path), styleHashes);
  const before = headerTroubles(first.headers, expected);
  return headerTroubles(answer.headers, expected).filter((trouble) => !before.includes(trouble)).map((trouble) => `${name}: ${trouble}`);
}

function wayOf({ headers }: Answer): string {
  const encoding = headers.get('content-encoding');
  return encoding === null || encoding === 'identity' ? 'uncompressed' : `in ${encoding === 'br' ? 'brotli' : encoding}`;
}
