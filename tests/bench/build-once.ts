import { execFile } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const top = fileURLToPath(new URL('../..', import.meta.url));

/** Builds the default edition as `npm run build` does, into a new folder under the system's temporary one; returns its path. */
export async function buildOnce(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'handleaf-bench-site-'));
  const { NODE_ENV: _, EDITION: __, BASE: ___, PSEUDO: ____, ...env } = process.env;
  await promisify(execFile)(process.execPath, ['node_modules/vite/bin/vite.js', 'build', '--outDir', folder, '--emptyOutDir'], { cwd: top, env });
  return folder;
}
