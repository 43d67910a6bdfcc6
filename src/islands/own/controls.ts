/** Says something in a note, or nothing. The same words again would be read out again with each letter or tick. */
export function say(note: HTMLElement | null, words = ''): void {
  if (note && note.textContent !== words) note.textContent = words;
}

/** Makes the two buttons of a section work: one prints, the other takes away what the reader has put here. */
export function onButtons(section: HTMLElement, wipe: () => void): void {
  section.onclick = ({ target }) => {
    const { dataset } = target as HTMLElement;
    if ('print' in dataset) print();
    if ('wipe' in dataset) wipe();
  };
}
