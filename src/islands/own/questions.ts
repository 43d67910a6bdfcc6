import { buttonOf } from '../button.ts';
import { onButtons, say } from './controls.ts';
import { isKeeping, nowAndLater, readOwn, writeOwn } from './own.ts';

const KEY = 'questions';

/** Ids of the questions that the reader has ticked, and of the blocks that they have marked (`home-hygiene#laundry`). No words. */
function picked(): unknown[] {
  const kept = readOwn(KEY);
  return Array.isArray(kept) ? kept : [];
}

function pick(id: string, on: boolean): boolean {
  const others = picked().filter((one) => one !== id);
  const now = on ? [...others, id] : others;
  return writeOwn(KEY, now.length > 0 ? now : null);
}

/** Keeps the ticks of the list of questions, and shows among them the blocks that were marked. */
export function wakeQuestions(section: HTMLElement): void {
  const ticks = [...section.querySelectorAll<HTMLInputElement>('li input')];
  const [tools, marked] = section.querySelectorAll<HTMLElement>(':scope > div');
  const [mine] = section.querySelectorAll<HTMLInputElement>('#mine');
  // The styles show the ticked ones alone, where they can tell which these are.
  if (!CSS.supports('selector(:has(a))')) mine?.parentElement?.remove();
  const note = section.querySelector<HTMLElement>('[role=status]');
  const { notKept, removed } = note?.dataset ?? {};
  const kept = note?.textContent ?? '';

  /** Only what is ticked can be shown alone. */
  function offerMine(): void {
    if (!mine) return;
    mine.disabled = !ticks.some(({ checked }) => checked);
    mine.checked &&= !mine.disabled;
  }

  function fill(): void {
    const ids = picked();
    for (const tick of ticks) tick.checked = ids.includes(tick.value);
    for (const { checked, parentElement, value } of ticks) if (value.includes('#')) (parentElement?.parentElement as HTMLElement).hidden = !checked;
    if (marked) marked.hidden = !marked.querySelector('li:not([hidden])');
    offerMine();
  }

  section.onchange = ({ target }) => {
    const { checked, value } = target as HTMLInputElement;
    if (!ticks.includes(target as HTMLInputElement)) return;
    say(note, pick(value, checked) ? kept : notKept);
    offerMine();
  };
  onButtons(section, () => {
    writeOwn(KEY, null);
    fill();
    say(note, removed);
  });
  nowAndLater(fill);
  if (!isKeeping()) say(note, notKept);
  if (tools) tools.hidden = false;
  section.dataset['awake'] = '';
}

/**
 * Gives each block below `page` a button that puts it on the list of questions. `data-star` says what the button says. Which block it is, its own
 * `data-of` says, or the id of its article, which is the topic, and its own. Beside a pressed star stands the way to the
 * list, as the foot names it; beside one that the phone did not take too, though it is not pressed.
 */
export function wakeStars(page: HTMLElement): void {
  // The list is another page.
  if (!isKeeping()) return;
  const list = document.querySelector('footer a[href$="/questions/"]');
  const stars = [...page.querySelectorAll<HTMLElement>('.block > .sources')].map((sources) => {
    const block = sources.parentElement as HTMLElement;
    const topic = block.closest('article')?.id ?? '';
    const id = block.dataset['of'] ?? `${topic}#${block.id.replace(`${topic}-`, '')}`;
    const way = list?.cloneNode(true) as HTMLElement | undefined;
    const star = buttonOf(page.dataset['star'], () => {
      const kept = pick(id, !picked().includes(id));
      if (!kept) pick(id, false);
      draw();
      // There stands in words that this phone keeps nothing.
      if (!kept && way) star.after(way);
    });
    star.className = 'star';
    star.setAttribute('aria-label', `${star.textContent}: ${block.querySelector('h2, h3')?.textContent}`);
    sources.append(' ', star);
    return (ids: unknown[]) => {
      const on = ids.includes(id);
      star.setAttribute('aria-pressed', String(on));
      if (way) on ? star.after(way) : way.remove();
    };
  });
  function draw(): void {
    const ids = picked();
    for (const show of stars) show(ids);
  }
  nowAndLater(draw);
}
