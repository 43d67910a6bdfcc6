import { matchLanguages } from '../../i18n/match-languages.ts';

/** Moves the languages that this phone is set to to the top of the list. Nobody is sent anywhere: the reader chooses. */
export function putLikelyFirst(list: HTMLElement): void {
  const entries = [...list.children].filter((entry) => entry instanceof HTMLElement);
  const likely = matchLanguages(navigator.languages, entries.map((entry) => ({ tag: entry.dataset['tag'] ?? '' })));
  const first = likely.flatMap((tag) => entries.filter((entry) => entry.dataset['tag'] === tag));
  for (const entry of first) entry.classList.add('likely');
  list.prepend(...first);
}
