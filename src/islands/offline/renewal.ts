/** How long after an automatic reload no other may follow, in milliseconds. */
const calm = 60_000;
/** How long a worker may take to hand over before the page stops waiting for it, in milliseconds. */
export const handOverTime = 5_000;

const root = () => document.documentElement;

/** A timer runs: nothing may take the page away now. */
export const isBusy = (): boolean => 'busy' in root().dataset;

/** Whether this page was reloaded for a newer version just now; the mark is in the history entry because it must survive the reload. */
export function justRenewed(): boolean {
  const { renewedAt } = (history.state ?? {}) as { renewedAt?: number };
  return renewedAt !== undefined && Math.abs(Date.now() - renewedAt) < calm;
}

function reload(): void {
  if (isBusy()) return;
  history.replaceState({ ...(history.state as object | null), renewedAt: Date.now() }, '');
  location.reload();
}

/**
 * Sends `nudge` and shows the page again, once, when another worker has taken over. `anyway`: also when the browser
 * never says that it has (some do not); otherwise the page then stays as it is.
 */
export function renew(nudge: () => void, anyway: boolean): void {
  const end = new AbortController();
  const arrive = () => {
    end.abort();
    clearTimeout(timer);
    reload();
  };
  const timer = setTimeout(() => (anyway ? arrive() : end.abort()), handOverTime);
  navigator.serviceWorker.addEventListener('controllerchange', arrive, { signal: end.signal });
  nudge();
}
