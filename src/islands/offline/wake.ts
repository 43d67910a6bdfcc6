import { offerCorrection } from '../news/news.ts';
import { parsed } from '../parsed.ts';
import { workers } from './ask.ts';
import { startOffline } from './offline.ts';
import { writeOfflineNotes } from './offline-note.ts';

/** Starts the saving for the page it runs on: its language is `<html lang>`, the site's folder `<html data-base>`. */
export function wakeOffline(): void {
  const { lang, dataset } = document.documentElement;
  const base = dataset.base ?? '/';
  const known = !!workers()?.controller;
  startOffline({ swUrl: `${base}sw.js`, scope: base, tag: lang, onState: (...news) => void parsed.then(() => writeOfflineNotes(known, ...news)), onCorrection: offerCorrection });
}
