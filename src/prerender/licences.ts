import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Name of the package that a module of a bundle comes from, or undefined for one of ours. Throws where nobody can say: a helper of the compiler has no folder. */
export function packageOf(module: string): string | undefined {
  const installed = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(module)?.[1];
  if (!installed && module.startsWith('\0')) throw new Error(`src/prerender/licences.ts: whose code is ${JSON.stringify(module)}? Name its package.`);
  return installed;
}

/**
 * The licences of all code of others that the built scripts hold, by what the bundles really contain. It is shipped with them, as the
 * licences ask.
 *
 * @param modules ids of every module of every bundle
 */
export function licencesOf(root: string, modules: readonly string[]): string {
  const names = [...new Set(modules.flatMap((module) => packageOf(module) ?? []))].sort();
  const parts = names.map((name) => {
    const folder = join(root, 'node_modules', name);
    const file = existsSync(folder) ? readdirSync(folder).find((entry) => /^(licen[cs]e|copying)(\.|$)/i.test(entry)) : undefined;
    if (!file) throw new Error(`node_modules/${name} has no licence file, and its code is shipped: a reader must be given one`);
    const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string; license?: string };
    return `${name} ${version} (${license ?? 'see below'})\n\n${readFileSync(join(folder, file), 'utf8').trim()}`;
  });
  const own = readFileSync(join(root, 'LICENSE'), 'utf8').trim();
  return [`Handleaf\n\n${own}`, 'The scripts hold code of these projects too.', ...parts].join(`\n\n${'-'.repeat(80)}\n\n`) + '\n';
}
