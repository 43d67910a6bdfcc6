import { hydrate } from 'preact';
import type { TimerProps } from './props.ts';
import { Timer } from './view.tsx';

/** Wakes the timer in the element that the page drew it in; throws if the page gave it no props. */
export function mountTimer(element: HTMLElement): void {
  hydrate(<Timer {...(JSON.parse(element.dataset['props'] ?? '') as TimerProps)} />, element);
}
