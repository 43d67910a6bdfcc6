import { storePrefix } from './messages.ts';

declare const self: ServiceWorkerGlobalScope;

// Served in place of `sw.js` when a release must be taken back at once: it lets go of every page and every byte.
// It has no fetch handler, and opens again only the pages that the old worker had, so it cannot go round in circles.
self.addEventListener('install', () => void self.skipWaiting());

async function letGo(): Promise<void> {
  const { registration, clients } = self;
  const prefix = storePrefix(new URL(registration.scope).pathname);
  const names = await caches.keys().catch(() => []);
  await Promise.allSettled(names.filter((name) => name.startsWith(prefix)).map((name) => caches.delete(name)));
  await registration.unregister();
  const pages = await clients.matchAll({ type: 'window' });
  await Promise.all(pages.map((page) => page.navigate(page.url).catch(() => null)));
}

self.addEventListener('activate', (event) => event.waitUntil(letGo()));
