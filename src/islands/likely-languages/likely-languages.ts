import { matchLanguages } from '../../i18n/match-languages.ts';

/** How long a list may have been in sight and still change its order, in milliseconds: nobody has aimed at a line so soon. */
const unseen = 300;

const isSeen = (): boolean => {
  const painted = performance.getEntriesByType('paint').pop();
  return painted !== undefined && performance.now() - painted.startTime > unseen;
};

/** Marks the languages that this phone is set to, at the top of the list unless it has been seen in another order. Nobody is sent anywhere: the reader chooses. */
export function putLikelyFirst(list: HTMLElement): void {
  const entries = [...list.children].filter((entry) => entry instanceof HTMLElement);
  const likely = matchLanguages(navigator.languages, entries.map((entry) => ({ tag: entry.dataset['tag'] ?? '' })));
  const first = likely.flatMap((tag) => entries.filter((entry) => entry.dataset['tag'] === tag));
  for (const entry of first) entry.classList.add('likely');
  if (!isSeen()) list.prepend(...first);
}
