import type { Language } from '../../i18n/languages.ts';
import type { Translator } from '../../i18n/translator.ts';
import { pathOf } from '../../site/addresses.ts';

/**
 * The web manifest of one language: a neutral name and icon, and a start in that language.
 *
 * @param icon address of the drawn icon, relative to the base; first, because every page has fetched it already
 */
export function manifestOf(language: Language, base: string, t: Translator, icon: string): string {
  const start = base + pathOf(language.tag, 'home');
  return JSON.stringify({
    id: base,
    name: t.plain('ui:appName'),
    short_name: t.plain('ui:appName'),
    description: t.plain('ui:appDescription'),
    lang: language.tag,
    dir: language.dir,
    start_url: start,
    scope: base,
    display: 'standalone',
    background_color: '#faf6ef',
    theme_color: '#faf6ef',
    icons: [
      { src: base + icon, sizes: 'any', type: 'image/svg+xml' },
      { src: `${base}icon-192.png`, sizes: '192x192', type: 'image/png' },
      { src: `${base}icon-512.png`, sizes: '512x512', type: 'image/png' },
      { src: `${base}icon-maskable-512.png`, sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
    shortcuts: [
      {
        name: t.plain('hand-washing:title'),
        url: `${base}${pathOf(language.tag, 'hand-washing')}#timer`,
        icons: [{ src: `${base}icon-192.png`, sizes: '192x192', type: 'image/png' }],
      },
    ],
  });
}
