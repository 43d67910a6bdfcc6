/** Typed wherever something can be typed, and then looked for wherever it must not be. */
export const secret = 'zebulon-7777';

/**
 * Runs in the page: opens every fold, presses every button, ticks and picks everything, and types into whatever takes words; what
 * appears meanwhile too. Leaves out what leads away and what removes everything. Returns how much it pressed.
 */
export async function pressEverything(words: string): Promise<number> {
  window.print = () => {};
  Object.defineProperty(navigator, 'share', { value: undefined, configurable: true });
  const pressed = new WeakSet<Element>();
  const write = (element: Element) => {
    if (!(element instanceof HTMLTextAreaElement) && !(element instanceof HTMLInputElement && /^(text|search|tel|email|url)$/.test(element.type))) return false;
    element.value = words;
    for (const event of ['input', 'change']) element.dispatchEvent(new Event(event, { bubbles: true }));
    return true;
  };
  /** Until nothing on the page has changed for three frames; a clock that runs changes it for ever, so at most a second's frames. */
  const atRest = async () => {
    let still = 0;
    const watch = new MutationObserver(() => (still = 0));
    watch.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    for (let frame = 0; frame < 60 && still < 3; frame += 1) {
      still += 1;
      await new Promise(requestAnimationFrame);
    }
    watch.disconnect();
  };
  let count = 0;
  for (let round = 0; round < 4; round += 1) {
    for (const fold of document.querySelectorAll('details')) fold.open = true;
    for (const element of document.querySelectorAll<HTMLElement>('button:enabled, input:enabled, select:enabled, textarea:enabled, [role=button]')) {
      if (pressed.has(element) || !element.isConnected || element.matches('.warn')) continue;
      pressed.add(element);
      count += 1;
      if (write(element)) continue;
      if (element instanceof HTMLSelectElement) element.selectedIndex = element.options.length - 1;
      else element.click();
      for (const event of ['input', 'change']) element.dispatchEvent(new Event(event, { bubbles: true }));
    }
    await atRest();
  }
  // Some button may have emptied what was written.
  document.querySelectorAll('input:enabled, textarea:enabled').forEach(write);
  return count;
}

/** Runs in the page: all that the site has on this phone. */
export async function storedHere() {
  const entries = (store: Storage) => Object.keys(store).map((key) => [key, store.getItem(key)]);
  const keys: Request[] = [];
  let record: Record<string, unknown> = {};
  for (const name of await caches.keys()) {
    const store = await caches.open(name);
    for (const request of await store.keys()) {
      if (!request.url.includes('record')) keys.push(request);
      else record = (await (await store.match(request))?.json()) as Record<string, unknown>;
    }
  }
  const databases = (await indexedDB.databases()).map(({ name }) => name ?? '');
  return { cookie: document.cookie, localStorage: entries(localStorage), sessionStorage: entries(sessionStorage), databases, files: keys.map(({ url }) => new URL(url).pathname), record };
}
