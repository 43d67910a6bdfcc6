import type { Edition, Fact } from './edition.ts';
import { sources, type SourceId } from './sources.ts';

/** Every fact of an edition with where it stands (`handWashing.seconds`), found wherever it is: a new fact is never forgotten. */
export function factsIn(edition: Edition): [at: string, fact: Fact<unknown>][] {
  const walk = (at: string, value: unknown): [string, Fact<unknown>][] => {
    if (Array.isArray(value)) return value.flatMap((inner, index) => walk(`${at}[${index}]`, inner));
    if (typeof value !== 'object' || value === null) return [];
    if ('value' in value) return [[at, value as Fact<unknown>]];
    return Object.entries(value).flatMap(([key, inner]) => walk(at ? `${at}.${key}` : key, inner));
  };
  const { leaflet: _, ...facts } = edition;
  return walk('', facts);
}

/** Every source that an edition names, for a block or for a fact of any kind, in the order of the register. */
export function sourcesOf(edition: Edition): SourceId[] {
  const walk = (value: unknown): unknown[] => {
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([key, inner]) => (key === 'sources' && Array.isArray(inner) ? inner : walk(inner)));
  };
  const { leaflet, ...facts } = edition;
  const named = new Set([...Object.values(leaflet).flatMap((told) => told.flatMap(([, ...from]) => from)), ...walk(facts)]);
  return (Object.keys(sources) as SourceId[]).filter((id) => named.has(id));
}
