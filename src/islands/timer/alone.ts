/**
 * Leaves one element as the only thing on the screen that can be seen and reached; gives back how to end that. Not by `inert`, which older phones
 * do not know.
 */
export function leaveAlone(element: HTMLElement): () => void {
  const quiet: Element[] = [];
  for (let at: HTMLElement = element; at !== document.body && at.parentElement; at = at.parentElement) {
    for (const other of at.parentElement.children) if (other !== at) quiet.push(other);
  }
  const set = (on: boolean) => quiet.forEach((other) => other.toggleAttribute('data-quiet', on));
  set(true);
  return () => set(false);
}
