import type { Edition } from '../content/edition.ts';
import { editions } from '../content/editions/index.ts';
import { editionCalled } from './edition/edition-called.ts';

/** What one build is asked for, from the environment of the command. */
export interface BuildOptions {
  readonly edition: Edition;
  /** Folder that the site is served from, with a slash at both ends. */
  readonly base: string;
  /** Origin for absolute links between languages (`https://leaflet.example`), or empty. */
  readonly site: string;
  /** Whether the two pseudo-languages are built too. */
  readonly pseudo: boolean;
}

/** Reads `EDITION`, `BASE`, `SITE` and `PSEUDO`; throws with the choices where one is wrong. */
export function readBuildOptions(env: Readonly<Record<string, string | undefined>>): BuildOptions {
  const name = env['EDITION'] || 'bc';
  const edition = editionCalled(name);
  if (!edition) throw new Error(`EDITION=${name}: there is no such edition. Choose one of: ${Object.keys(editions).join(', ')}`);
  const base = env['BASE'] || '/';
  if (!/^\/(?:[\w.-]+\/)*$/.test(base)) throw new Error(`BASE=${base}: expected a path with a slash at both ends, such as /cpo/`);
  const site = (env['SITE'] ?? '').replace(/\/$/, '');
  if (site && !/^https:\/\/[\w.-]+(:\d+)?$/.test(site)) throw new Error(`SITE=${site}: expected an origin that begins with https://, such as https://leaflet.example`);
  return { edition, base, site, pseudo: env['PSEUDO'] === '1' };
}
