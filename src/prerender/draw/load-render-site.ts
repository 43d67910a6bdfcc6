import { join } from 'node:path';
import { runnerImport } from 'vite';

/** Loads what draws the site. Only Vite can: pages are written in JSX, and take their pictures in by `import.meta.glob`. */
export async function loadRenderSite(root: string): Promise<typeof import('./render-site.tsx')> {
  const oxc = { jsx: { runtime: 'automatic', importSource: 'preact' } } as const;
  const { module } = await runnerImport<typeof import('./render-site.tsx')>(join(root, 'src/prerender/draw/render-site.tsx'), { configFile: false, root, logLevel: 'error', oxc });
  return module;
}
