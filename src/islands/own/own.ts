/** What a reader has put on this phone, or null: nothing there, nothing that can be read, or no storage at all. It is never sent. */
export function readOwn(key: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null');
  } catch {
    return null;
  }
}

/** Puts something on this phone, or takes it away where it is null. False where the phone keeps nothing. */
export function writeOwn(key: string, value: unknown): boolean {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

/** Takes away everything that a reader has put here; what other pages of the host keep stays. */
export function forgetOwn(): void {
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith('handleaf-')) localStorage.removeItem(key);
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
