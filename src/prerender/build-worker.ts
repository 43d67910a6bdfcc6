import { join } from 'node:path';
import { build } from 'vite';
import type { Release } from '../sw/release.ts';

/** A built script, and the ids of the modules in it. */
export interface BuiltWorker {
  readonly code: string;
  readonly modules: readonly string[];
}

/** Builds src/sw/<name>.ts into one script that knows its release. */
export async function buildWorker(root: string, name: 'sw' | 'kill', release: Release | null): Promise<BuiltWorker> {
  const result = await build({
    configFile: false,
    root,
    logLevel: 'error',
    publicDir: false,
    define: { __RELEASE__: JSON.stringify(release) },
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: { input: join(root, `src/sw/${name}.ts`), output: { format: 'es', codeSplitting: false } },
    },
  });
  const outputs = (Array.isArray(result) ? result : [result]).flatMap((bundle) => ('output' in bundle ? bundle.output : []));
  const [script] = outputs;
  if (outputs.length !== 1 || script?.type !== 'chunk') throw new Error(`src/sw/${name}.ts: expected one script, got ${outputs.length} files`);
  return { code: asBlock(script.code), modules: script.moduleIds };
}

/**
 * The script as one block. No part of a block that begins at its start is a valid script, so a worker that was cut on its way
 * cannot be installed; `(() => { … })()` without its last two characters could.
 */
export function asBlock(code: string): string {
  return `{${code.trim()}\n}`;
}
