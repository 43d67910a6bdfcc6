import { nowAndLater, readOwn, writeOwn } from './own.ts';

const KEY = 'handleaf-questions';

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

  function fill(): void {
    const ids = picked();
    for (const tick of ticks) tick.checked = ids.includes(tick.value);
    for (const { checked, parentElement, value } of ticks) if (value.includes('#')) (parentElement?.parentElement as HTMLElement).hidden = !checked;
    if (marked) marked.hidden = !marked.querySelector('li:not([hidden])');
  }

  section.onchange = ({ target }) => {
    const { checked, value } = target as HTMLInputElement;
    if (ticks.includes(target as HTMLInputElement)) pick(value, checked);
  };
  section.onclick = ({ target }) => {
    const { dataset } = target as HTMLElement;
    if ('print' in dataset) print();
    if (!('wipe' in dataset)) return;
    writeOwn(KEY, null);
    // The choice to see only what is ticked would leave nothing to see.
    for (const box of section.querySelectorAll('input')) box.checked = false;
    fill();
  };
  nowAndLater(fill);
  if (tools) tools.hidden = false;
  section.dataset['awake'] = '';
}

/** Gives each block of a topic a button that puts it on the list of questions. `data-star` says what the button says, the id of the article which topic it is. */
export function wakeStars(article: HTMLElement): void {
  for (const sources of article.querySelectorAll('.block > .sources')) {
    const block = sources.parentElement as HTMLElement;
    const id = `${article.id}#${block.id}`;
    const star = document.createElement('button');
    star.type = 'button';
    star.className = 'star';
    star.textContent = article.dataset['star'] ?? '';
    star.ariaLabel = `${star.textContent}: ${block.querySelector('h2')?.textContent}`;
    const press = (on: boolean) => star.setAttribute('aria-pressed', String(on));
    star.onclick = () => {
      const on = !picked().includes(id);
      if (pick(id, on)) press(on);
    };
    nowAndLater(() => press(picked().includes(id)));
    sources.append(' ', star);
  }
}
