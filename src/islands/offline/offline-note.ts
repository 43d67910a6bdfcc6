import { buttonOf } from '../button.ts';
import type { OfflineState } from './offline.ts';

/**
 * Says in plain words, in every `[data-offline-note]` of the page, how the saving goes; the words are its data attributes.
 *
 * @param known the page came from this phone: that all is well is no news then, and a screen reader need not say it on every page
 */
export function writeOfflineNotes(known: boolean, state: OfflineState, takeOver?: () => void): void {
  if (known && state === 'saving') return;
  for (const note of document.querySelectorAll<HTMLElement>('[data-offline-note]')) {
    const { update = '', updateButton = '', [state]: words = '' } = note.dataset;
    const sentence = takeOver ? update : words;
    // Written only when it changes, or screen readers say it again.
    if (note.textContent === sentence + (takeOver ? updateButton : '')) continue;
    // What a screen reader need not say comes while the note is no live region. It is one again before anything that it has to say.
    if (known && state === 'ready' && !takeOver) {
      note.removeAttribute('role');
      setTimeout(() => note.setAttribute('role', 'status'), 100);
    }
    note.replaceChildren(sentence);
    if (takeOver) note.append(buttonOf(updateButton, takeOver));
  }
}
