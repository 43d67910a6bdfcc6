import { checkSyntax } from './check-syntax.ts';

// Before Vite, which would say it in the middle of troubles of its own.
const unreadable = checkSyntax(process.cwd());
for (const problem of unreadable) console.error(problem);
if (unreadable.length > 0) process.exitCode = 1;
