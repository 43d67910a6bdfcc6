import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'vite';
import { lineAt, writtenTwice } from './written-twice.ts';

/** Where a file of facts cannot be read (a comma or a quotation mark that is missing), or would lose what is written twice: one sentence each. */
export function checkSyntax(root: string): string[] {
  const editions = readdirSync(join(root, 'src/content/editions')).filter((name) => name.endsWith('.ts')).sort();
  return ['src/content/sources.ts', ...editions.map((name) => `src/content/editions/${name}`)].flatMap((file) => {
    const text = readFileSync(join(root, file), 'utf8');
    const { errors, program } = parseSync(file, text);
    const [trouble] = errors;
    if (!trouble) return writtenTwice(file, text, program);
    const line = lineAt(text, trouble.labels[0]?.start ?? 0);
    return [`${file}, line ${line}: this cannot be read (${trouble.message}). Look at the end of the line before, too: often a comma, a quotation mark or a bracket is missing there.`];
  });
}
