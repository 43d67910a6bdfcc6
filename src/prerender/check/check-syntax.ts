import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseSync } from 'vite';
import { notUtf8, readText } from './read-text.ts';
import { lineAt, writtenTwice } from './written-twice.ts';

/** Why the files of facts and the registers cannot be used, one sentence each: not before it is empty can they be imported. */
export async function checkFactFiles(root: string): Promise<string[]> {
  const unreadable = checkSyntax(root);
  return unreadable.length > 0 ? unreadable : checkRunning(root);
}

/** Where a file of facts cannot be read (a comma or a quotation mark that is missing), or would lose what is written twice: one sentence each. */
export function checkSyntax(root: string): string[] {
  return factFiles(root).flatMap((file) => {
    const text = readText(join(root, file));
    if (text === undefined) return [notUtf8(file)];
    const { errors, program } = parseSync(file, text);
    const [trouble] = errors;
    if (!trouble) return writtenTwice(file, text, program);
    return [cannotBeRead(file, lineAt(text, trouble.labels[0]?.start ?? 0), trouble.message)];
  });
}

/** Says of a file of facts or words where reading it ended, and why. */
export function cannotBeRead(file: string, line: number, why: string): string {
  return `${file}, line ${line}: this cannot be read (${why}). Look at the end of the line before, too: often a comma, a quotation mark or a bracket is missing there.`;
}

/** Where a file of facts can be read, but names what there is not: a text without quotation marks, an edition that is not imported. One sentence each. */
async function checkRunning(root: string): Promise<string[]> {
  const problems = new Set<string>();
  for (const file of factFiles(root)) {
    try {
      await import(pathToFileURL(join(root, file)).href);
    } catch (error) {
      problems.add(placed(error instanceof Error ? error : new Error(String(error)), file));
    }
  }
  return [...problems];
}

function factFiles(root: string): string[] {
  const editions = readdirSync(join(root, 'src/content/editions')).filter((name) => name.endsWith('.ts')).sort();
  return [...['content/sources.ts', 'content/topics.ts', 'content/release.ts', 'i18n/languages.ts'].map((name) => `src/${name}`), ...editions.map((name) => `src/content/editions/${name}`)];
}

function placed({ message, stack = '' }: Error, imported: string): string {
  const [, file = imported, line] = /(src\/(?:content|i18n)\/[\w./-]+\.ts):(\d+)/.exec(stack) ?? [];
  return `${line ? `${file}, line ${line}` : file}: this cannot be used (${message.split('\n')[0]}). A text stands between quotation marks; look whether they are missing, or a name is misspelt.`;
}
