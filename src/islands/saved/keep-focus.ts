/** Goes to what has been said where the button that was pressed is there no more: a keyboard would begin at the top of the page again. */
export function keepFocus(said: { readonly current: HTMLElement | null }): void {
  if (document.activeElement === document.body) said.current?.focus();
}
