import { join } from 'node:path';
import { checkFactFiles } from './check/check-syntax.ts';

// Before Vite, which would say it in the middle of troubles of its own. With "words", these are looked at too: while somebody works on them, a page may say what is wrong.
try {
  const unusable = await checkFactFiles(process.cwd());
  if (unusable.length > 0) throw new Error(unusable.join('\n'));
  // Not before: they load the files that have just been looked at.
  const { readBuildOptions } = await import('./build-options.ts');
  const { loadSiteWords } = await import('./draw/site-words.ts');
  const { edition, pseudo } = readBuildOptions(process.env);
  if (process.argv.includes('words')) loadSiteWords(join(process.cwd(), 'locales'), edition, pseudo);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
