import { languages, pseudoLanguages } from '../../i18n/languages.ts';
import { matchLanguages } from '../../i18n/match-languages.ts';

/** Moves the languages that this phone is set to to the top of the list. Nobody is sent anywhere: the reader chooses. */
export function putLikelyFirst(list: HTMLElement): void {
  const likely = matchLanguages(navigator.languages, [...languages, ...pseudoLanguages]);
  const entries = likely.flatMap((tag) => [...list.children].filter((entry) => entry instanceof HTMLElement && entry.dataset['tag'] === tag));
  for (const entry of entries) entry.classList.add('likely');
  list.prepend(...entries);
}
