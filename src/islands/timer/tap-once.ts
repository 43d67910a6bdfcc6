/** A hand that shakes taps again within so many milliseconds, and so many pixels higher or lower. */
const TWICE = 500;
const NEAR = 48;

/** Has a tap on what goes with it count once: a second one there at once is not for what lies below. */
export function tapOnce(): void {
  let last: MouseEvent | undefined;
  addEventListener(
    'click',
    (event) => {
      if (last && !(last.target as Node).isConnected && event.timeStamp - last.timeStamp < TWICE && Math.abs(event.y - last.y) < NEAR) {
        event.preventDefault();
        event.stopPropagation();
      }
      last = event;
    },
    true,
  );
}
