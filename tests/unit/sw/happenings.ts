import type { staffPack } from '../../../src/sw/release.ts';
import type { Weather } from './fast-browser.ts';
import type { Edition, PageId, Tag } from './small-site.ts';

/** What is kept and given up as one: a language, or the pages of staff in all languages. */
export type Kept = Tag | typeof staffPack;

/** What can happen to a phone and to the site. */
export type Happening =
  | { do: 'visit'; tag: Tag; id: PageId }
  | { do: 'keep' | 'drop'; tag: Kept }
  | { do: 'close' | 'update' | 'take over' | 'restart' }
  | { do: 'network'; weather: readonly Weather[] }
  | { do: 'deploy'; changed: readonly (keyof Edition)[] }
  | { do: 'roll back'; to: number }
  | { do: 'evict'; which: readonly number[] | 'all' }
  | { do: 'poison'; which: readonly number[]; by: 'login' | 'cut' | 'other' };

/** One after the other; or the second begins while the first is under way; or the worker is killed over the first. `uses`: of the stores, before that. */
export type Step = { first: Happening; second?: Happening; uses?: number };
