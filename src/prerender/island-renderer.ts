import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const renderer = fileURLToPath(new URL('../islands/renderer.ts', import.meta.url));

/** In the browser puts the renderer of islands in Preact's place, which every page would have to fetch. Pages are drawn by Preact itself. */
export function islandRenderer(): Plugin {
  return {
    name: 'island-renderer',
    enforce: 'pre',
    resolveId(id) {
      return this.environment.name === 'client' && /^preact(\/jsx-(dev-)?runtime)?$/.test(id) ? renderer : undefined;
    },
  };
}
