import { hydrate } from 'preact';
import type { TimerProps } from './props.ts';
import { tapOnce } from './tap-once.ts';
import { Timer } from './view.tsx';

/** Wakes the timer in the element that the page drew it in; throws if the page gave it no props. */
export function mountTimer(element: HTMLElement): void {
  tapOnce();
  hydrate(<Timer {...(JSON.parse(element.dataset['props'] ?? '') as TimerProps)} />, element);
}
