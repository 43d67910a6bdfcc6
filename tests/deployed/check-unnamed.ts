import { headersOf } from '../../src/site/headers.ts';
import type { Release } from '../../src/sw/release.ts';
import { wholeTroubles } from './check-worker.ts';
import { hashOf, headerTroubles, statusTroubles } from './expected.ts';
import { finding, type Finding } from './finding.ts';
import { readRelease } from './read-release.ts';
import type { Answer, Visitor } from './visitor.ts';

/** What neither pages nor the worker name, and must be there all the same. */
export const unnamed = ['icon.svg', 'kill/sw.js', 'licences.txt'] as const;

/** The icon that browsers may ask for by themselves, the worker that withdraws the other, and the licences of what is shipped. */
export async function checkUnnamed(visitor: Visitor, { shell }: Release): Promise<Finding[]> {
  const icon = Object.entries(shell).find(([path]) => /^assets\/icon\./.test(path))?.[1];
  const troublesIn: Readonly<Record<(typeof unnamed)[number], (file: Answer) => string[]>> = {
    'icon.svg': ({ body }) => (icon === undefined || hashOf(body) === icon ? [] : ['its bytes are not those of the icon of the release']),
    'kill/sw.js': ({ body }) => {
      const code = body.toString();
      const withdraws = code.includes('.unregister()') && readRelease(code) === undefined;
      return [...wholeTroubles(code), ...(withdraws ? [] : ['it is not the worker that takes itself away'])];
    },
    'licences.txt': ({ body }) => (body.includes('MIT License') ? [] : ['it holds no licence']),
  };
  return Promise.all(
    unnamed.map(async (path) => {
      const file = await visitor.get(path);
      const status = statusTroubles(file);
      const troubles = status.length > 0 ? status : [...headerTroubles(file.headers, headersOf(path, [])), ...troublesIn[path](file)];
      return finding(path, troubles, `${file.body.length} bytes`);
    }),
  );
}
