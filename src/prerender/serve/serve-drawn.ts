import { join } from 'node:path';
import { normalizePath, type ViteDevServer } from 'vite';
import { headersOf } from '../../site/headers.ts';
import { askedUrl } from './asked-url.ts';
import type { BuildOptions } from '../build-options.ts';
import type { Site } from '../draw/render-site.tsx';

type RenderSite = typeof import('../draw/render-site.tsx');
type EditionCalled = typeof import('../edition/edition-called.ts');

/** Draws the site at the first request, as a build does, and again at the first one after a word, a fact, a picture or a style has changed; then open pages reload. */
export function serveDrawn(server: ViteDevServer, options: BuildOptions): void {
  const { root } = server.config;
  let drawn: Promise<Site> | undefined;
  const drawSite = async (): Promise<Site> => {
    const { renderSite } = (await server.ssrLoadModule('/src/prerender/draw/render-site.tsx')) as RenderSite;
    // As its file says now: the one of the options was read when the server started.
    const { editionCalled } = (await server.ssrLoadModule('/src/prerender/edition/edition-called.ts')) as EditionCalled;
    const edition = editionCalled(options.edition.id) ?? options.edition;
    return renderSite(root, { ...options, edition }, { script: 'src/islands/wake.ts', icon: 'icon.svg', staffScript: 'src/islands/share/wake.ts' });
  };
  drawWithoutRestart(server);
  server.watcher.add(join(root, 'locales'));
  server.watcher.on('all', (_, path) => {
    if (!/\.(json|css|svg|ts|tsx)$/.test(path)) return;
    drawn = undefined;
    server.ws.send({ type: 'full-reload' });
  });
  server.middlewares.use(async (request, response, next) => {
    const { pathname } = askedUrl(request);
    if (!pathname.startsWith(options.base)) return next();
    const path = pathname.slice(options.base.length);
    if (!/^$|\/$|\.webmanifest$|leaflet-.*\.html$/.test(path) || path.startsWith('@')) return next();
    try {
      const site = await (drawn ??= drawSite());
      const file = site.manifests.get(path) ?? site.files.get(path);
      if (file) return void response.writeHead(200, headersOf(path, site.styleHashes)).end(file);
      const html = site.pages.get(path);
      const text = (html ?? site.notFound).replace('</head>', `<script type="module" src="${options.base}@vite/client"></script></head>`);
      response.writeHead(html ? 200 : 404, headersOf('index.html', site.styleHashes)).end(text);
    } catch (error) {
      drawn = undefined;
      next(error);
    }
  });
}

/** Keeps a fact that changes from starting the server again, as each file does that the configuration imports: open pages would lose it, and reload no more. */
function drawWithoutRestart({ config }: ViteDevServer): void {
  const facts = ['content', 'i18n'].map((folder) => normalizePath(join(config.root, 'src', folder, '/')));
  const starting = config.configFileDependencies.filter((file) => !facts.some((folder) => file.startsWith(folder)));
  config.configFileDependencies.splice(0, Infinity, ...starting);
}
