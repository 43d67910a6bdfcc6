/** A button of these words, to be put somewhere on the page, and what a tap on it does. */
export function buttonOf(words: string | undefined, tap: () => void): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = words ?? '';
  button.onclick = tap;
  return button;
}
