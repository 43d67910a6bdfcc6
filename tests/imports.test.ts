import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { importsOf, sourceImports, top, type SourceImport } from './fixtures/source-imports.ts';

/** What a folder of src/ may import besides itself: `at` is a path below src/. */
const law: Readonly<Record<string, (at: string, typeOnly: boolean) => boolean>> = {
  content: (at, typeOnly) => typeOnly && at.startsWith('i18n/'),
  i18n: () => false,
  site: (at) => /^(content|i18n)\//.test(at),
  parts: (at) => at.startsWith('i18n/'),
  islands: (at) => /^(parts|site|i18n)\//.test(at) || at === 'sw/messages.ts',
  pages: (at, typeOnly) => /^(parts|site|content|i18n)\//.test(at) || /^islands\/[\w-]+\/(view|mount)\.tsx$/.test(at) || (typeOnly && at.startsWith('islands/')),
  sw: (at) => at.startsWith('site/'),
  prerender: () => true,
};

const imports = sourceImports();
const own = imports.filter(({ isPackage }) => !isPackage);

function isLawful({ from, to, typeOnly }: SourceImport): boolean {
  const [, folder = ''] = from.split('/');
  // The words of the source language give the islands' props their shape; nothing of them is in the script.
  if (/^locales\/en\/[\w-]+\.json$/.test(to)) return typeOnly && folder === 'islands';
  if (!to.startsWith('src/')) return false;
  return to.startsWith(`src/${folder}/`) || (law[folder]?.(to.slice('src/'.length), typeOnly) ?? false);
}

describe('the import law', () => {
  test('reads every way of importing', () => {
    const text = "import {\n  a,\n  type B,\n} from './a.ts';\nimport type { C } from '../c.ts';\nimport './d.css';\nexport * from 'e';\nconst f = () => import('./f.ts');\ntype G = typeof import('./g.ts');\n// import './not.ts'\n";
    expect(importsOf('src/x/y.ts', text).map(({ to, typeOnly }) => [to, typeOnly])).toEqual([
      ['src/x/a.ts', false],
      ['src/c.ts', true],
      ['src/x/d.css', false],
      ['e', false],
      ['src/x/f.ts', false],
      ['src/x/g.ts', true],
    ]);
  });

  test('knows every folder of code', () => {
    expect(new Set(own.map(({ from }) => from.split('/')[1]))).toEqual(new Set(Object.keys(law)));
  });

  test('is kept by every import between our files', () => {
    expect(own.filter((found) => !isLawful(found)).map(({ from, to }) => `${from} must not import ${to}`)).toEqual([]);
  });

  test('no two islands import each other', () => {
    const island = (path: string) => /^src\/islands\/([\w-]+)\//.exec(path)?.[1];
    const pairs = own.map(({ from, to }) => [island(from), island(to)] as const).filter(([one, other]) => one && other && one !== other);
    expect(pairs.length).toBeGreaterThan(5);
    expect(pairs.filter(([one, other]) => pairs.some(([from, to]) => from === other && to === one)).map((pair) => pair.join(' imports '))).toEqual([]);
  });

  test('every import names a file that is there, with its ending', () => {
    expect(own.filter(({ to }) => !existsSync(join(top, to))).map(({ from, to }) => `${from} imports ${to}`)).toEqual([]);
  });

  test('every package that is imported is named in package.json', () => {
    const { dependencies, devDependencies } = JSON.parse(readFileSync(join(top, 'package.json'), 'utf8')) as Record<'dependencies' | 'devDependencies', object>;
    const named = Object.keys({ ...dependencies, ...devDependencies });
    const packages = imports.filter(({ isPackage, to }) => isPackage && !to.startsWith('node:')).map(({ from, to }) => ({ from, name: /^(@[^/]+\/)?[^/]+/.exec(to)?.[0] ?? to }));
    expect(packages.length).toBeGreaterThan(10);
    expect(packages.filter(({ name }) => !named.includes(name)).map(({ from, name }) => `${from} imports ${name}`)).toEqual([]);
  });

  test.each(['src/islands/wake.ts', 'src/sw/sw.ts'])('i18next is not sent to the phone by %s', (entry) => {
    const reached = reachedFrom(entry);
    expect(reached.size).toBeGreaterThan(3);
    expect([...reached].filter((path) => path === 'i18next' || path.endsWith('/translator.ts'))).toEqual([]);
  });

  test('the worker and everything that it is made of import no package', () => {
    expect([...reachedFrom('src/sw/sw.ts')].filter((path) => !path.startsWith('src/'))).toEqual([]);
  });
});

test('no folder is named utils, shared, common or lib', () => {
  const names = ['src', 'tests'].flatMap((folder) => readdirSync(join(top, folder), { recursive: true, withFileTypes: true }));
  expect(names.filter((entry) => entry.isDirectory() && /^(utils?|shared|common|lib)$/.test(entry.name)).map(({ parentPath, name }) => join(parentPath, name))).toEqual([]);
});

test('every path that a README names is there', () => {
  const readmes = ['README.md', 'locales/README.md'];
  expect(readmes.filter((path) => !existsSync(join(top, path)))).toEqual([]);
  const missing = readmes.flatMap((readme) => {
    const text = readFileSync(join(top, readme), 'utf8');
    return pathsIn(text, dirname(readme)).filter((path) => !existsSync(join(top, path))).map((path) => `${readme} names ${path}`);
  });
  expect(missing).toEqual([]);
});

function reachedFrom(entry: string, seen = new Set([entry])): Set<string> {
  for (const { from, to, typeOnly } of imports) {
    if (from !== entry || typeOnly || seen.has(to)) continue;
    seen.add(to);
    reachedFrom(to, seen);
  }
  return seen;
}

/** Paths below our folders in a text; one with a `<part>` or `*` to be filled in is taken up to there, and what a build makes is left out. */
function pathsIn(text: string, folder: string): string[] {
  const found = text.match(/(?<![\w/.:-])(?:\.ci|src|locales|public|tests)\/[\w./<>*{},-]*|(?<![\w/.-])(?:package|tsconfig|package-lock)\.json|(?<![\w/.-])vite\.config\.ts/g) ?? [];
  const linked = [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#]+)/g)].map(([, path = '']) => join(folder, path));
  return [...found, ...linked].map((path) => path.replace(/[<*{].*$/, '').replace(/[.,]+$/, ''));
}
