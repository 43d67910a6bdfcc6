import { apacheConfig } from './apache.ts';
import { caddyConfig } from './caddy.ts';
import { githubPagesNotes } from './github-pages.ts';
import { nginxConfig } from './nginx.ts';

/** What the files for a host are made from. */
export interface HostedSite {
  /** Folder that the site is served from, with a slash at both ends. */
  readonly base: string;
  /** base64 SHA-256 of each `<style>` that pages carry. */
  readonly styleHashes: readonly string[];
}

/** Name → text of each file that a host takes and does not serve. They lie outside the site, in a folder beside it. */
export function hostFiles(site: HostedSite): ReadonlyMap<string, string> {
  return new Map([
    ['nginx.conf', nginxConfig(site)],
    ['apache.conf', apacheConfig(site)],
    ['Caddyfile', caddyConfig(site)],
    ['github-pages.txt', githubPagesNotes(site)],
  ]);
}
