/** Closes the opened choice of languages on Escape, which gives the focus back, and on a tap elsewhere. */
export function closeElsewhere(choice: HTMLDetailsElement): void {
  addEventListener('click', ({ target }) => {
    if (!choice.contains(target as Node)) choice.open = false;
  });
  choice.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape') return;
    choice.open = false;
    choice.querySelector('summary')?.focus();
  });
}
