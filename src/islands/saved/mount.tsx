import { hydrate } from 'preact';
import { keepInstallOffer } from './home-screen.tsx';
import type { SavedProps } from './props.ts';
import { Saved } from './view.tsx';

/** Wakes the page of what is kept in the element that it was drawn in; throws if the page gave it no props. */
export function mountSaved(element: HTMLElement): void {
  keepInstallOffer();
  hydrate(<Saved {...(JSON.parse(element.dataset['props'] ?? '') as SavedProps)} />, element);
}
