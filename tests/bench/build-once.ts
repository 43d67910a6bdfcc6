import { execFile } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const top = fileURLToPath(new URL('../..', import.meta.url));

/** Builds the default edition as `npm run build` does, into a folder of its own under the system's temporary one; returns its path. Beside it lie the files for hosts. */
export async function buildOnce(): Promise<string> {
  const folder = join(await mkdtemp(join(tmpdir(), 'handleaf-bench-site-')), 'dist');
  const { NODE_ENV: _, EDITION: __, BASE: ___, PSEUDO: ____, SITE: _____, ...env } = process.env;
  await promisify(execFile)(process.execPath, ['node_modules/vite/bin/vite.js', 'build', '--outDir', folder, '--emptyOutDir'], { cwd: top, env });
  return folder;
}
