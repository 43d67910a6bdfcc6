import type { Edition } from '../../content/edition.ts';
import { editions } from '../../content/editions/index.ts';

/** The edition of a name, or nothing where there is none; throws where its file says that it is another, because it would say that one's words. */
export function editionCalled(name: string): Edition | undefined {
  const edition = Object.hasOwn(editions, name) ? editions[name] : undefined;
  if (edition && edition.id !== name) throw new Error(`src/content/editions/${name}.ts: id is ${JSON.stringify(edition.id)}, but src/content/editions/index.ts calls this edition "${name}". Write id: '${name}'.`);
  return edition;
}
