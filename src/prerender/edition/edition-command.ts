import { checkFactFiles } from '../check/check-syntax.ts';

try {
  const unusable = await checkFactFiles(process.cwd());
  if (unusable.length > 0) throw new Error(unusable.join('\n'));
  // Not before: it loads the files that have just been looked at.
  const { answer } = await import('./edition-answer.ts');
  console.log(await answer(process.cwd(), process.argv.slice(2)));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
