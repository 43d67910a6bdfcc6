/** How long after an automatic reload no other may follow, in milliseconds. */
const calm = 60_000;
/** How long a worker may take to get further before the page stops waiting for it, in milliseconds. */
export const handOverTime = 5_000;

const root = () => document.documentElement;

/** A timer runs: nothing may take the page away now. */
export const isBusy = (): boolean => 'busy' in root().dataset;

/** Whether this page was reloaded for a newer version just now; the mark is in the history entry because it must survive the reload. */
export function justRenewed(): boolean {
  const { renewedAt } = (history.state ?? {}) as { renewedAt?: number };
  return renewedAt !== undefined && Math.abs(Date.now() - renewedAt) < calm;
}

/** Shows the page again, unless a timer runs, and remembers that it has. */
export function reload(): void {
  if (isBusy()) return;
  history.replaceState({ ...(history.state as object | null), renewedAt: Date.now() }, '');
  location.reload();
}

/**
 * Sends `nudge` and shows the page again, once, when another worker has taken over. `anyway`: also when the browser
 * never says that it has (some do not); otherwise the page then stays as it is.
 */
export function renew(nudge: () => void, anyway: boolean): void {
  let wanted = true;
  const stop = () => void (wanted = false);
  const arrive = () => {
    if (wanted) reload();
    stop();
  };
  setTimeout(anyway ? arrive : stop, handOverTime);
  navigator.serviceWorker.addEventListener('controllerchange', arrive);
  // A link that the reader taps meanwhile must not lead back here. Capturing does not hear the tap that asks for the newer version.
  addEventListener('click', stop, true);
  nudge();
}
