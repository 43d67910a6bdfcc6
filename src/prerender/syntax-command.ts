import { checkFactFiles } from './check-syntax.ts';

// Before Vite, which would say it in the middle of troubles of its own.
const unusable = await checkFactFiles(process.cwd());
for (const problem of unusable) console.error(problem);
if (unusable.length > 0) process.exitCode = 1;
