import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow, listFiles } from './file-list.ts';
import { hostFiles, type HostedSite } from './host-files.ts';
import { listedHeaders } from './listed-headers.ts';

/** Where the files for a host lie: beside the site, not in it, because what lies in it is served. `'/x/dist'` → `'/x/dist-host'` */
function hostFolder(siteFolder: string): string {
  return `${siteFolder}-host`;
}

/** Writes `_headers` into a finished site, and beside it the configuration of hosts and the list of all files. */
export function writeHostFiles(siteFolder: string, site: HostedSite): void {
  writeFileSync(join(siteFolder, '_headers'), listedHeaders(site, filesBelow(siteFolder)));
  const folder = hostFolder(siteFolder);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  for (const [name, text] of hostFiles(site)) writeFileSync(join(folder, name), text);
  writeFileSync(join(folder, 'files.sha256'), listFiles(siteFolder));
}
