/** Closes the opened choice of languages on Escape, which gives the focus back, on a tap elsewhere, and when the focus goes on to what it covers. */
export function closeElsewhere(choice: HTMLDetailsElement): void {
  const leave = ({ target }: Event) => {
    if (!choice.contains(target as Node)) choice.open = false;
  };
  addEventListener('click', leave);
  addEventListener('focusin', leave);
  choice.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape') return;
    choice.open = false;
    choice.querySelector('summary')?.focus();
  });
}
