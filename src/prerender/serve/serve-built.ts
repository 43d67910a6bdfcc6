import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import sirv from 'sirv';
import type { PreviewServer } from 'vite';
import { headersOf, isForEver, missingHeaders, missingPageHeaders } from '../../site/headers.ts';
import { askedUrl } from './asked-url.ts';
import { slashless } from '../hosts/kinds.ts';
import type { BuildOptions } from '../build-options.ts';
import { styleHashesOf } from '../hosts/style-hashes.ts';

const withoutSlash = new RegExp(`^/${slashless}$`);

/** Serves dist/ with its real headers and its compressed twins, so that what is tried here is what a host sends. */
export function serveBuilt(server: PreviewServer, { base }: BuildOptions): void {
  const folder = resolve(server.config.root, server.config.build.outDir);
  const styleHashes = styleHashesOf(folder);
  const files = sirv(folder, { brotli: true, gzip: true, etag: true });
  const notFound = readFileSync(join(folder, '404.html'));
  server.middlewares.use((request, response, next) => {
    const url = askedUrl(request);
    if (`${url.pathname}/` === base) return void response.writeHead(301, { ...missingHeaders, location: base + url.search }).end();
    if (!url.pathname.startsWith(base) || (request.method !== 'GET' && request.method !== 'HEAD')) return next();
    const path = url.pathname.slice(base.length - 1);
    request.url = path + url.search;
    const missing = () => {
      const asPage = /\btext\/html\b/.test(request.headers.accept ?? '') && !isForEver(path.slice(1));
      response.writeHead(404, asPage ? missingPageHeaders(styleHashes) : missingHeaders).end(asPage ? notFound : 'Not found');
    };
    if (withoutSlash.test(path)) return void response.writeHead(301, { ...missingHeaders, location: `${base}${path.slice(1)}/${url.search}` }).end();
    // Before sirv, so that its "not changed" comes under them too.
    for (const [name, value] of Object.entries(headersOf(fileAt(path), styleHashes))) response.setHeader(name, value);
    files(request, response, missing);
  });
}

/** `'/en/'` → `'en/index.html'` */
function fileAt(path: string): string {
  const file = path.slice(1) + (path.endsWith('/') ? 'index.html' : '');
  try {
    return decodeURIComponent(file);
  } catch {
    return file;
  }
}
