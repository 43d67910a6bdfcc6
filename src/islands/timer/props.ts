import type english from '../../../locales/en/timer.json';
import type ui from '../../../locales/en/ui.json';

/** Every word that the timer shows or says, in one language: timer.json, and the names of the start button from ui.json. */
export type TimerWords = typeof english & (typeof ui)['timer'];

/** How long each part takes, in seconds; facts of the edition. */
export interface TimerTimes {
  /** The least scrubbing that the edition asks for. */
  readonly seconds: number;
  /** Scrubbing times that may be picked; the first is the least. */
  readonly choices: readonly number[];
  readonly rubSeconds: number;
  readonly leadIn: { readonly wet: number; readonly soap: number };
  readonly after: { readonly rinse: number; readonly dry: number };
}

/** What the page hands to the timer, as JSON in its data-props. */
export interface TimerProps extends TimerTimes {
  readonly lang: string;
  readonly words: TimerWords;
}
