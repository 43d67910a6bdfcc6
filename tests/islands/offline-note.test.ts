import { parseHTML } from 'linkedom';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { writeOfflineNotes } from '../../src/islands/offline/offline-note.ts';

let note: HTMLElement;
beforeEach(() => {
  const { document } = parseHTML('<p role="status" data-offline-note data-saving="Saving" data-ready="Saved" data-failed="Not saved" data-update="Newer." data-update-button="Use it"></p>');
  vi.stubGlobal('document', document);
  vi.useFakeTimers();
  note = document.querySelector<HTMLElement>('p') as HTMLElement;
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** What stands there, and whether a screen reader says what comes in. */
const now = () => [note.textContent, note.getAttribute('role')];

test('at the first visit it is said how the saving goes', () => {
  writeOfflineNotes(false, 'saving');
  expect(now()).toEqual(['Saving', 'status']);
  writeOfflineNotes(false, 'ready');
  expect(now()).toEqual(['Saved', 'status']);
});

test('on a page that comes from the phone it is not said that all is well, but whatever comes later', () => {
  writeOfflineNotes(true, 'saving');
  expect(now()).toEqual(['', 'status']);
  writeOfflineNotes(true, 'ready');
  expect(now()).toEqual(['Saved', null]);
  vi.advanceTimersByTime(100);
  expect(now()).toEqual(['Saved', 'status']);
  writeOfflineNotes(true, 'ready', () => {});
  expect(now()).toEqual(['Newer.Use it', 'status']);
});

test('a phone that has lost its leaflet says so', () => {
  writeOfflineNotes(true, 'failed');
  expect(now()).toEqual(['Not saved', 'status']);
});
