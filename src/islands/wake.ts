import { wakeOffline } from './offline/wake.ts';

/** How each island is fetched: only pages that hold it pay for it. */
const islands: Readonly<Record<string, () => Promise<(element: HTMLElement) => void>>> = {
  timer: async () => (await import('./timer/mount.tsx')).mountTimer,
  saved: async () => (await import('./saved/mount.tsx')).mountSaved,
  'likely-languages': async () => (await import('./likely-languages/likely-languages.ts')).putLikelyFirst,
};

for (const element of document.querySelectorAll<HTMLElement>('[data-island]')) {
  const name = element.dataset['island'] ?? '';
  const load = islands[name];
  if (!load) throw new Error(`No island "${name}": name it in src/islands/wake.ts`);
  void load().then((mount) => mount(element));
}

wakeOffline();
