import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newEdition } from '../../content/editions/index.ts';

/** What was written for a new edition, by path relative to the repository. */
export interface StartedEdition {
  readonly facts: string;
  readonly words: readonly string[];
}

/**
 * Starts an edition: a copy of the commented one, its line in the list of editions, and its words in each language. It builds as it is.
 * Throws a sentence, and writes nothing, where the name cannot be used.
 */
export function startEdition(root: string, name: string): StartedEdition {
  const problem = problemWith(root, name);
  if (problem) throw new Error(problem);
  const constant = `${name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())}Edition`;
  const template = readFileSync(join(root, `src/content/editions/${newEdition.id}.ts`), 'utf8');
  const facts = `src/content/editions/${name}.ts`;
  writeFileSync(join(root, facts), template.replace(/\/\*\*\n \* What `npm run edition[\s\S]*?sources say\.\n/, '/**\n * Go through this file from top to bottom, replace what does not hold where you are, and add what your own sources say.\n').replaceAll(newEdition.id, name).replaceAll('newEdition', constant));

  const index = join(root, 'src/content/editions/index.ts');
  const list = readFileSync(index, 'utf8');
  const entry = name.includes('-') ? `  '${name}': ${constant},\n` : `  ${name}: ${constant},\n`;
  writeFileSync(index, list.replace(/((?:import .*\n)+)/, `$1import { ${constant} } from './${name}.ts';\n`).replace(/(export const editions[^{]*\{\n(?:.*,\n)*)/, `$1${entry}`));

  const words = languageFolders(root).map((tag) => `locales/${tag}/${name}.json`);
  for (const path of words) copyFileSync(join(root, path.replace(`${name}.json`, `${newEdition.id}.json`)), join(root, path));
  return { facts, words };
}

function problemWith(root: string, name: string): string | undefined {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)) return `"${name}" cannot be the name of an edition. Use small letters, digits and single hyphens, beginning with a letter, such as royal-derby.`;
  if (name === 'new' || name === newEdition.id) return `"${name}" is the name of the edition that others begin as. Choose another.`;
  if (existsSync(join(root, `src/content/editions/${name}.ts`))) return `There is an edition "${name}" already: src/content/editions/${name}.ts.`;
  if (existsSync(join(root, `locales/en/${name}.json`))) return `"${name}" is the name of a file of words (locales/en/${name}.json). Choose another.`;
  return undefined;
}

function languageFolders(root: string): string[] {
  return readdirSync(join(root, 'locales')).filter((tag) => existsSync(join(root, `locales/${tag}/${newEdition.id}.json`)));
}
