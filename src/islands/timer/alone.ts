/** Leaves one element as the only thing on the page that can be reached; gives back how to end that. Not by `inert`, which older phones do not know. */
export function leaveAlone(element: HTMLElement): () => void {
  const quiet: CSSStyleDeclaration[] = [];
  for (let at: HTMLElement = element; at !== document.body && at.parentElement; at = at.parentElement) {
    for (const other of at.parentElement.children) {
      if (other === at || !(other instanceof HTMLElement)) continue;
      other.style.visibility = 'hidden';
      quiet.push(other.style);
    }
  }
  return () => quiet.forEach((style) => (style.visibility = ''));
}
