import type { Tab } from './engine.ts';

/**
 * Holds a second tab open that uses the origin's storage: a driven WebKitGTK forgets what an origin has stored a few seconds
 * after the last tab there closes. To be called before a worker takes over, on an address that is harmless to ask for.
 */
export async function keepStorage(tab: Tab, url: string): Promise<Tab> {
  const keeper = await tab.newTab();
  await keeper.goto(url);
  await keeper.evaluate(async () => {
    await caches.open('held-open');
    await caches.delete('held-open');
  });
  return keeper;
}
