import { defineConfig } from 'vite';
import { readBuildOptions } from './src/prerender/build-options.ts';
import { fieldsAssigned, smallest } from './src/prerender/build-script.ts';
import { islandRenderer } from './src/prerender/island-renderer.ts';
import { handleaf } from './src/prerender/plugin.ts';

const options = readBuildOptions(process.env);
const port = Number(process.env['PORT'] ?? 4173);

export default defineConfig({
  appType: 'custom',
  base: options.base,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    modulePreload: false,
    ...smallest,
    rolldownOptions: {
      checks: { pluginTimings: false },
      input: { app: 'src/islands/wake.ts' },
      transform: fieldsAssigned,
      output: { entryFileNames: 'assets/[name].[hash].js', codeSplitting: false },
    },
  },
  server: { port, strictPort: true },
  // Without CORS: its `Vary: Origin` would make caches keep a copy for each origin.
  preview: { port, strictPort: true, cors: false },
  plugins: [islandRenderer(), handleaf(options)],
});
