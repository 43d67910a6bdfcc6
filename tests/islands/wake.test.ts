import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { top } from '../fixtures/source-imports.ts';

test('every island that a page names is woken: a phone is not sent the words to say otherwise', () => {
  const [, woken = ''] = /const islands[^{]*\{(.*?)\n\};/s.exec(readFileSync(join(top, 'src/islands/wake.ts'), 'utf8')) ?? [];
  const names = [...woken.matchAll(/^ {2}'?([\w-]+)'?: /gm)].map(([, name]) => name);
  const pages = readdirSync(join(top, 'src/pages'), { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.tsx'));
  const named = pages.flatMap((path) => [...readFileSync(join(top, 'src/pages', path), 'utf8').matchAll(/data-island="([^"]+)"/g)].map(([, island]) => ({ path, island })));
  expect(new Set(named.map(({ island }) => island)).size).toBeGreaterThan(4);
  expect(named.filter(({ island }) => !names.includes(island)).map(({ path, island }) => `${path} names "${island}": add it to src/islands/wake.ts`)).toEqual([]);
});
