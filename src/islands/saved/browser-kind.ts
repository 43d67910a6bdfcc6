import { workers } from '../offline/ask.ts';

/** What the leaflet can hope for from the browser it was opened in; found by what it can do, because names lie. */
export type BrowserKind = 'inApp' | 'iphone' | 'other';

/**
 * `inApp`: the view of a messenger or a camera, on an iPhone without workers, on Android without a way to share. `iphone`: Safari,
 * which alone knows `standalone`.
 */
export function browserKind(): BrowserKind {
  const touched = navigator.maxTouchPoints > 0;
  if (!workers() || (touched && !('share' in navigator))) return 'inApp';
  return 'standalone' in navigator ? 'iphone' : 'other';
}
