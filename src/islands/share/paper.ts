/** Wakes what is chosen before printing, and the button that prints. */
export function wakePaper(): void {
  for (const button of document.querySelectorAll('[data-print]')) button.addEventListener('click', () => print());
  for (const choice of document.querySelectorAll<HTMLInputElement>('input[name=ward]')) {
    choice.addEventListener('change', () => {
      for (const ward of document.querySelectorAll<HTMLElement>('[data-ward]')) ward.hidden = ward.dataset['ward'] !== choice.value;
    });
  }
}
