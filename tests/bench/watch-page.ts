/** What a page says to the bench; times in milliseconds since 1970. */
export interface Sighting {
  readonly href: string;
  readonly what: 'readable' | 'ready' | 'failed' | 'unsupported';
  readonly at: number;
  /** When the navigation to it began. */
  readonly began: number;
}

/** The name of the function that carries a `Sighting`, as JSON, out of the page. */
export const bindingName = 'benchSaw';

/** Runs in the page before anything of its own; reads nothing from outside itself. */
export function watchPage(): void {
  const say = (what: string, sinceStart: number): void => {
    const { benchSaw } = window as unknown as { benchSaw: (message: string) => void };
    benchSaw(JSON.stringify({ href: location.href, what, at: performance.timeOrigin + sinceStart, began: performance.timeOrigin }));
  };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) say('readable', entry.startTime);
  }).observe({ type: 'element', buffered: true });
  new MutationObserver((changes) => {
    if (changes.some(({ type }) => type === 'childList')) document.querySelector('h1')?.setAttribute('elementtiming', 'h1');
    const { offline } = document.documentElement?.dataset ?? {};
    if (offline && offline !== 'saving' && changes.some(({ type }) => type === 'attributes')) say(offline, performance.now());
  }).observe(document, { childList: true, subtree: true, attributeFilter: ['data-offline'] });
}
