import { join } from 'node:path';
import { build } from 'vite';
import type { Release } from '../sw/release.ts';

/** A built script, and the ids of the modules in it. */
export interface BuiltScript {
  readonly code: string;
  readonly modules: readonly string[];
}

/** How every script is made small: two per cent shorter than by Vite's own means. */
export const smallest = { target: 'es2021', minify: 'terser', terserOptions: { module: true, ecma: 2020, compress: { passes: 3, unsafe_arrows: true } } } as const;

/** Class fields become assignments, which is shorter too: before version 16 Safari loses names that stand in a field before a bracket (WebKit bug 236843). */
export const fieldsAssigned = { assumptions: { setPublicClassFields: true }, typescript: { removeClassFieldsWithoutInitializer: true } };

/** Builds src/sw/<name>.ts into one script that knows its release. */
export async function buildWorker(root: string, name: 'sw' | 'kill', release: Release | null): Promise<BuiltScript> {
  const { code, modules } = await buildScript(root, `src/sw/${name}.ts`, { __RELEASE__: JSON.stringify(release) });
  return { code: asBlock(code), modules };
}

/** Builds a file and all that it imports into one script of its own, which shares nothing with another. */
export async function buildScript(root: string, entry: string, define: Readonly<Record<string, string>> = {}): Promise<BuiltScript> {
  const result = await build({
    configFile: false,
    root,
    logLevel: 'error',
    publicDir: false,
    define,
    build: {
      write: false,
      modulePreload: false,
      ...smallest,
      rolldownOptions: { input: join(root, entry), transform: fieldsAssigned, output: { format: 'es', codeSplitting: false } },
    },
  });
  const outputs = (Array.isArray(result) ? result : [result]).flatMap((bundle) => ('output' in bundle ? bundle.output : []));
  const [script] = outputs;
  if (outputs.length !== 1 || script?.type !== 'chunk') throw new Error(`${entry}: expected one script, got ${outputs.length} files`);
  return { code: script.code, modules: script.moduleIds };
}

/**
 * The script as one block. No part of a block that begins at its start is a valid script, so a worker that was cut on its way
 * cannot be installed; `(() => { … })()` without its last two characters could.
 */
function asBlock(code: string): string {
  return `{${code.trim()}\n}`;
}
