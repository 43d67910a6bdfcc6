import { closeElsewhere } from './language-choice/language-choice.ts';
import { putLikelyFirst } from './likely-languages/likely-languages.ts';
import { offerCorrection, wakeNews } from './news/news.ts';
import { wakeOffline } from './offline/wake.ts';
import { wakeCard } from './own/card.ts';
import { wakeQuestions, wakeStars } from './own/questions.ts';
import { parsed } from './parsed.ts';
import { mountSaved } from './saved/mount.tsx';
import { mountTimer } from './timer/mount.tsx';

/** Every island of what patients open, by the name that its page gives it. One script: a second file costs a round trip more than it saves bytes. */
const islands: Readonly<Record<string, (element: HTMLElement) => void>> = {
  timer: mountTimer,
  saved: mountSaved,
  card: wakeCard,
  questions: wakeQuestions,
  'likely-languages': putLikelyFirst,
};

function wakePage(): void {
  wakeNews();
  for (const element of document.querySelectorAll<HTMLElement>('[data-island]')) {
    islands[element.dataset['island'] ?? '']?.(element);
  }
  const choice = document.querySelector<HTMLDetailsElement>('.languages');
  if (choice) closeElsewhere(choice);
  const starred = document.querySelector<HTMLElement>('[data-star]');
  if (starred) wakeStars(starred);
}

// On a slow phone a page takes longer to be read in than this script to come: saving begins meanwhile.
wakeOffline(offerCorrection);
void parsed.then(wakePage);
