import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'vite';

/** Where a file of facts cannot be read, one sentence for each file: a comma or a quotation mark that is missing. */
export function checkSyntax(root: string): string[] {
  const editions = readdirSync(join(root, 'src/content/editions')).filter((name) => name.endsWith('.ts')).sort();
  return ['src/content/sources.ts', ...editions.map((name) => `src/content/editions/${name}`)].flatMap((file) => {
    const text = readFileSync(join(root, file), 'utf8');
    const [trouble] = parseSync(file, text).errors;
    if (!trouble) return [];
    const line = text.slice(0, trouble.labels[0]?.start ?? 0).split('\n').length;
    return [`${file}, line ${line}: this cannot be read (${trouble.message}). Look at the end of the line before, too: often a comma, a quotation mark or a bracket is missing there.`];
  });
}
