import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import sirv from 'sirv';
import type { PreviewServer } from 'vite';
import { headersOf, missingHeaders } from '../site/headers.ts';
import type { BuildOptions } from './build-options.ts';

/** Serves dist/ with its real headers and its compressed twins, so that what is tried here is what a host sends. */
export function serveBuilt(server: PreviewServer, { base }: BuildOptions): void {
  const folder = resolve(server.config.root, server.config.build.outDir);
  const { styleHashes } = JSON.parse(readFileSync(join(folder, 'headers.json'), 'utf8')) as { styleHashes: string[] };
  const files = sirv(folder, {
    brotli: true,
    gzip: true,
    etag: true,
    setHeaders(response, path) {
      const file = path.endsWith('/') ? `${path}index.html` : path;
      for (const [name, value] of Object.entries(headersOf(decodeURIComponent(file.slice(1)), styleHashes))) response.setHeader(name, value);
    },
  });
  const notFound = readFileSync(join(folder, '404.html'));
  server.middlewares.use((request, response, next) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const path = url.pathname;
    // Vite has taken the base off already.
    const missing = () => {
      const asPage = /\btext\/html\b/.test(request.headers.accept ?? '') && !/^\/(assets|packs)\//.test(path);
      const headers = asPage ? { ...headersOf('404.html', styleHashes), 'cache-control': 'no-store' } : missingHeaders;
      response.writeHead(404, headers).end(asPage ? notFound : 'Not found');
    };
    if (request.method !== 'GET' && request.method !== 'HEAD') return next();
    if (!path.endsWith('/') && !/\.\w+$/.test(path)) return void response.writeHead(301, { ...missingHeaders, location: `${base}${path.slice(1)}/${url.search}` }).end();
    files(request, response, missing);
  });
}
