import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Plugin, ResolvedConfig, Rolldown } from 'vite';
import { sourceTag } from '../i18n/languages.ts';
import { pagesOf } from '../site/addresses.ts';
import type { BuildOptions } from './build-options.ts';
import { buildScript, buildWorker } from './build-script.ts';
import { compressFolder } from './hosts/compress-folder.ts';
import type { HostedSite } from './hosts/host-files.ts';
import { writeHostFiles } from './hosts/write-host-files.ts';
import { licencesOf } from './licences.ts';
import { loadRenderSite } from './draw/load-render-site.ts';
import { differenceOf, openable, packOf, restsOf, staffPackOf } from './packs/packs.ts';
import { staffPack } from '../sw/release.ts';
import { releaseOf, type ReleasedPack } from './packs/release.ts';
import type { SiteAssets } from './draw/render-site.tsx';
import { serveBuilt } from './serve/serve-built.ts';
import { serveDrawn } from './serve/serve-drawn.ts';
import { shortHash } from './hashes.ts';

/** The script of the pages of staff. */
const staffEntry = 'src/islands/share/wake.ts';

/** Draws the leaflet: in development on each request, in a build as files, packs and worker, in this order. */
export function handleaf(options: BuildOptions): Plugin {
  let config: ResolvedConfig;
  let hosted: HostedSite | undefined;
  return {
    name: 'handleaf',
    configResolved(resolved) {
      config = resolved;
    },
    configureServer: (server) => serveDrawn(server, options),
    configurePreviewServer: (server) => serveBuilt(server, options),
    async generateBundle(_, bundle) {
      const { root } = config;
      const emit = (fileName: string, source: string | Uint8Array) => void this.emitFile({ type: 'asset', fileName, source });
      const icon = readFileSync(join(root, 'public/icon.svg'));
      const staffScript = await buildScript(root, staffEntry);
      const assets: SiteAssets = { script: entryOf(bundle), icon: `assets/icon.${shortHash(icon)}.svg`, staffScript: `assets/staff.${shortHash(staffScript.code)}.js` };
      emit(assets.icon, icon);
      emit(assets.staffScript, staffScript.code);

      const { renderSite } = await loadRenderSite(root);
      const site = renderSite(root, options, assets);
      for (const note of site.notes) config.logger.warn(`\nWARNING: ${note}`);
      for (const [path, html] of site.pages) emit(`${path}index.html`, html);
      for (const [path, text] of [...site.manifests, ...site.files]) emit(path, text);
      emit('404.html', site.notFound);

      const packs = site.tags.map((tag) => ({ tag, ...packOf(tag, site.pages) }));
      for (const { path, text } of packs) emit(path, text);
      const [source] = packs.filter(({ tag }) => tag === sourceTag);
      const entries = packs.map((pack): ReleasedPack => {
        if (!source || pack === source) {
          const { pattern, files } = restsOf(pack, openable(pack.tag, site.pages));
          for (const [path, text] of files) emit(path, text);
          return { ...pack, rest: pattern };
        }
        const difference = differenceOf(pack, source, openable(pack.tag, site.pages));
        emit(difference.path, difference.content);
        for (const [path, content] of difference.besidePages) emit(path, content);
        return { ...pack, difference };
      });
      const staff = staffPackOf(site.pages, { path: assets.staffScript, code: staffScript.code });
      emit(staff.path, staff.text);
      const release = releaseOf(options.base, pagesOf(options.edition), [...entries, { tag: staffPack, ...staff }], { ...scriptsOf(bundle), [assets.icon]: icon });
      const [worker, kill] = [await buildWorker(root, 'sw', release), await buildWorker(root, 'kill', null)];
      emit('sw.js', worker.code);
      emit('kill/sw.js', kill.code);
      emit('licences.txt', licencesOf(root, [...modulesOf(bundle), ...worker.modules, ...kill.modules, ...staffScript.modules]));
      emit('headers.json', JSON.stringify({ styleHashes: site.styleHashes }));
      hosted = { base: options.base, styleHashes: site.styleHashes };
    },
    async writeBundle() {
      const folder = resolve(config.root, config.build.outDir);
      await compressFolder(folder);
      if (hosted) writeHostFiles(folder, hosted);
    },
  };
}

function entryOf(bundle: Rolldown.OutputBundle): string {
  const entry = Object.values(bundle).find((file) => file.type === 'chunk' && file.isEntry);
  if (!entry) throw new Error('the build made no script for src/islands/wake.ts');
  return entry.fileName;
}

function scriptsOf(bundle: Rolldown.OutputBundle): Record<string, string> {
  return Object.fromEntries(Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file.code]] : [])));
}

function modulesOf(bundle: Rolldown.OutputBundle): string[] {
  return Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []));
}
