import type { Edition } from '../edition.ts';
import { bc } from './bc.ts';
import { leicester } from './leicester.ts';

export { newEdition } from './new-edition.ts';

/** Every edition that can be built, by the name that `EDITION` takes. */
export const editions: Readonly<Record<string, Edition>> = {
  bc,
  leicester,
};
