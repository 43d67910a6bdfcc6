import { statusTroubles } from './expected.ts';
import { finding, type Finding } from './finding.ts';
import type { Answer, Visitor } from './visitor.ts';

/** What the answer to each way of asking may be packed in. */
const encodings: Readonly<Record<string, readonly string[]>> = { 'br, gzip': ['br', 'gzip'], gzip: ['gzip'], identity: ['identity'] };

/** Text travels packed to whoever can read that, plain to others, and is the same text to all: twins of an older release may lie beside a file. */
export async function checkEncodings(visitor: Visitor, paths: readonly string[]): Promise<Finding[]> {
  const files = await Promise.all(paths.map((path) => Promise.all(Object.keys(encodings).map((asked) => visitor.get(path, { 'accept-encoding': asked })))));
  // Whatever cannot be had at all is named by other checks.
  const had = files.filter(([first]) => first?.status === 200);
  const about = (check: (answer: Answer, asked: string, first: Answer) => string | false) =>
    had.flatMap((answers) => Object.keys(encodings).flatMap((asked, place) => {
      const [first, answer] = [answers[0], answers[place]];
      const trouble = first && answer && check(answer, asked, first);
      return trouble ? [`${answer.path || '/'} asked in ${asked} ${trouble}`] : [];
    }));

  const twins = about((answer, _, first) => (answer.status === 200 ? !answer.body.equals(first.body) && `is another file than in ${encodingOf(first)}` : statusTroubles(answer).join()));
  const packed = about((answer, asked) => answer.status === 200 && !encodings[asked]?.includes(encodingOf(answer)) && `comes in ${encodingOf(answer)}`);
  const long = about((answer, asked) => asked.includes('br') && encodingOf(answer) === 'gzip' && 'comes in gzip: a language is more than twice as long as in brotli');
  return [
    finding('twins', twins, `${had.length} files are the same in brotli, in gzip and plain`),
    finding('compression', packed, `as asked, for ${had.length} files`),
    finding('brotli', long, `nothing comes in gzip where brotli is asked, of ${had.length} files`),
  ];
}

function encodingOf({ headers }: Answer): string {
  return headers.get('content-encoding') ?? 'identity';
}
