import { startOffline } from './offline.ts';
import { writeOfflineNotes } from './offline-note.ts';

/** Starts the saving for the page it runs on: its language is `<html lang>`, the site's folder `<html data-base>`. */
export function wakeOffline(): void {
  const { lang, dataset } = document.documentElement;
  const base = dataset.base ?? '/';
  startOffline({ swUrl: `${base}sw.js`, scope: base, tag: lang, onState: writeOfflineNotes });
}
