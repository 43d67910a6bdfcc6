import { ownPrefix } from '../base.ts';

/** The key of what the reader of this leaflet keeps under a name. `'card'` → `'handleaf /cpo/ card'` */
const keyOf = (name: string): string => ownPrefix() + name;

/** What the phone did not take: it goes with the page. */
const unkept = new Map<string, unknown>();

/** What a reader has put on this phone, or else on this page, or null: nothing there, or nothing that can be read. It is never sent. */
export function readOwn(name: string): unknown {
  if (unkept.has(name)) return unkept.get(name);
  try {
    return JSON.parse(localStorage.getItem(keyOf(name)) ?? 'null');
  } catch {
    return null;
  }
}

/** Puts something on this phone, or takes it away where it is null. False where the phone keeps nothing: then the page has it while it is open. */
export function writeOwn(name: string, value: unknown): boolean {
  try {
    if (value === null) localStorage.removeItem(keyOf(name));
    else localStorage.setItem(keyOf(name), JSON.stringify(value));
    unkept.delete(name);
    return true;
  } catch {
    unkept.set(name, value);
    return false;
  }
}

/** Whether this phone lets a page keep as much as a list of questions may need: a full one takes things away and puts nothing there. */
export const isKeeping = (): boolean => writeOwn('nothing', ' '.repeat(999)) && writeOwn('nothing', null);

/** Takes away everything that a reader has put here; what other pages of the host keep stays, those of another leaflet too. */
export function forgetOwn(): void {
  unkept.clear();
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
