import { hydrate } from 'preact';
import type { TimerProps } from './props.ts';
import { Timer } from './view.tsx';

/** Wakes the timer in the element that the page drew it in; throws if the page gave it no props. */
export function mountTimer(element: HTMLElement): void {
  const props = element.dataset['props'];
  if (props === undefined) throw new Error('the timer: its element has no data-props');
  hydrate(<Timer {...(JSON.parse(props) as TimerProps)} />, element);
}
