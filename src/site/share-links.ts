/** What a code may open: the whole leaflet, the washing of hands, or the entrance for the people at home. */
export const openings = ['leaflet', 'washing', 'family'] as const;
export type Opening = (typeof openings)[number];

/** Below a language's own address. Said here and not asked of `pathOf`, which would bring all topics into a script. */
const places: Readonly<Record<Opening, string>> = { leaflet: '', washing: 'hand-washing/', family: 'family/' };

/**
 * The link that a code says, made of what the build knows and of ids. `('https://leaflet.example', '/', 'ar', 'washing')` →
 * `'https://leaflet.example/ar/hand-washing/'`
 *
 * @param origin without a slash at its end; empty for a link within the site
 * @param tag empty for the list of languages
 */
export function shareLink(origin: string, base: string, tag: string, opening: Opening): string {
  return `${origin}${base}${tag && `${tag}/`}${places[opening]}`;
}

/** A link in the pieces between which a line may end. `'https://a-b.example/ar/'` → `['https://', 'a-b', '.example/', 'ar/']` */
export const piecesOf = (link: string): string[] => link.match(/\.?[^./]*[/]*/g)?.filter(Boolean) ?? [];
