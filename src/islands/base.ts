import { storePrefix } from '../sw/messages.ts';

/** The folder of the leaflet that this page belongs to, as the page says it: `/cpo/`. */
export const ownBase = (): string => document.documentElement.dataset['base'] ?? '/';

/** The start of every name under which this leaflet keeps something; another leaflet of the host has its own. */
export const ownPrefix = (): string => storePrefix(ownBase());
