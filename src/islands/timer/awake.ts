/** Keeps the screen on while a wash runs, where the browser lets it. */
export interface Awake {
  /** Asks, and asks again: after the tap and whenever the page is back. */
  readonly ask: () => void;
  readonly release: () => void;
}

/** Asks silently: a refusal only means that the screen goes dark as usual. */
export function createAwake(lock: Pick<WakeLock, 'request'> | undefined): Awake {
  let wanted = false;
  let held: WakeLockSentinel | undefined;
  const drop = (sentinel: WakeLockSentinel | undefined) => void sentinel?.release().catch(() => {});
  return {
    ask() {
      wanted = true;
      if (held?.released === false) return;
      try {
        void lock?.request('screen').then(
          (sentinel) => {
            if (!wanted) return drop(sentinel);
            if (held !== sentinel) drop(held);
            held = sentinel;
          },
          () => {},
        );
      } catch {
        // Some browsers refuse at once instead of by and by.
      }
    },
    release() {
      wanted = false;
      drop(held);
      held = undefined;
    },
  };
}
