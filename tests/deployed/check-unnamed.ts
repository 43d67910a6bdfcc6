import { headersOf } from '../../src/site/headers.ts';
import type { Release } from '../../src/sw/release.ts';
import { wholeTroubles } from './check-worker.ts';
import { bytesOf, hashOf, headerTroubles, hexOf, statusTroubles } from './expected.ts';
import { finding, type Finding } from './finding.ts';
import { readRelease } from './read-release.ts';
import type { Answer, Visitor } from './visitor.ts';

/** What neither pages nor the worker name, and must be there all the same. */
const unnamed = ['icon.svg', 'kill/sw.js', 'licences.txt'] as const;

/** The icon that browsers may ask for by themselves, the worker that withdraws the other, the licences of what is shipped, and the hashes of styles for servers. */
export async function checkUnnamed(visitor: Visitor, { shell }: Release, styleHashes: readonly string[]): Promise<Finding[]> {
  const icon = Object.entries(shell).find(([path]) => /^assets\/icon\./.test(path))?.[1];
  const troublesIn: Readonly<Record<(typeof unnamed)[number], (file: Answer) => string[]>> = {
    'icon.svg': ({ body }) => (icon === undefined || hashOf(body) === icon ? [] : [`it came as ${bytesOf(body)} instead of ${hexOf(icon)}, the icon of the release`]),
    'kill/sw.js': ({ body }) => {
      const code = body.toString();
      const withdraws = code.includes('.unregister()') && readRelease(code) === undefined;
      return [...wholeTroubles(code), ...(withdraws ? [] : ['it is not the worker that takes itself away'])];
    },
    'licences.txt': ({ body }) => (body.includes('MIT License') ? [] : ['it holds no licence']),
  };
  const files = unnamed.map(async (path) => {
    const file = await visitor.get(path);
    const status = statusTroubles(file);
    const troubles = status.length > 0 ? status : [...headerTroubles(file.headers, headersOf(path, [])), ...troublesIn[path](file)];
    return finding(path, troubles, `${file.body.length} bytes`);
  });
  return Promise.all([...files, checkHashes(visitor, styleHashes)]);
}

/** Servers read it, and no phone: it may be left out, but must not be of another build. */
async function checkHashes(visitor: Visitor, styleHashes: readonly string[]): Promise<Finding> {
  const file = await visitor.get('headers.json');
  if (file.status === 404) return finding(file.path, [], 'not there, and not needed');
  const status = statusTroubles(file);
  const expected = JSON.stringify({ styleHashes });
  const other = file.body.toString() === expected ? [] : [`it came as ${bytesOf(file.body)} instead of ${bytesOf(expected)}, the hashes of the styles of all pages`];
  return finding(file.path, status.length > 0 ? status : [...headerTroubles(file.headers, headersOf(file.path, [])), ...other], 'the hashes of the styles of all pages');
}
