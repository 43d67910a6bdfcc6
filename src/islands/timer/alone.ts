/** Leaves one element as the only thing on the page that can be reached; gives back how to end that. */
export function leaveAlone(element: HTMLElement): () => void {
  const quiet: HTMLElement[] = [];
  for (let at: HTMLElement = element; at !== document.body && at.parentElement; at = at.parentElement) {
    for (const other of at.parentElement.children) {
      if (other === at || !(other instanceof HTMLElement) || other.inert) continue;
      other.inert = true;
      quiet.push(other);
    }
  }
  return () => quiet.forEach((other) => (other.inert = false));
}
