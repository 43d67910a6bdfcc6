import { storePrefix } from '../../sw/messages.ts';

/** The key of what the reader of this leaflet keeps under a name; another leaflet of the host has its own. `'card'` → `'handleaf /cpo/ card'` */
const keyOf = (name: string): string => storePrefix(document.documentElement.dataset['base'] ?? '/') + name;

/** What a reader has put on this phone, or null: nothing there, nothing that can be read, or no storage at all. It is never sent. */
export function readOwn(name: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(keyOf(name)) ?? 'null');
  } catch {
    return null;
  }
}

/** Puts something on this phone, or takes it away where it is null. False where the phone keeps nothing. */
export function writeOwn(name: string, value: unknown): boolean {
  try {
    if (value === null) localStorage.removeItem(keyOf(name));
    else localStorage.setItem(keyOf(name), JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

/** Takes away everything that a reader has put here; what other pages of the host keep stays, those of another leaflet too. */
export function forgetOwn(): void {
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith(keyOf(''))) localStorage.removeItem(key);
  } catch {
    // Without storage there is nothing to remove.
  }
}

/** Does something now, and again whenever what is on the phone may have changed: back on this page, or another tab wrote. */
export function nowAndLater(follow: () => void): void {
  follow();
  addEventListener('pageshow', follow);
  addEventListener('storage', follow);
}
