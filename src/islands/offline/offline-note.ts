import type { OfflineState } from './offline.ts';

/** Says in plain words, in every `[data-offline-note]` of the page, how the saving goes; the words are its data attributes. */
export function writeOfflineNotes(state: OfflineState, takeOver?: () => void): void {
  for (const note of document.querySelectorAll<HTMLElement>('[data-offline-note]')) {
    const { update = '', updateButton = '', [state]: words = '' } = note.dataset;
    const sentence = takeOver ? update : words;
    // Written only when it changes, or screen readers say it again.
    if (note.textContent === sentence + (takeOver ? updateButton : '')) continue;
    note.setAttribute('role', 'status');
    note.replaceChildren(sentence);
    if (takeOver) {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = updateButton;
      button.addEventListener('click', takeOver);
      note.append(button);
    }
  }
}
