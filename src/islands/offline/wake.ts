import { ownBase } from '../base.ts';
import { parsed } from '../parsed.ts';
import { workers } from './ask.ts';
import { startOffline, type OfflineOptions } from './offline.ts';
import { writeOfflineNotes } from './offline-note.ts';

/** Starts the saving for the page it runs on: its language is `<html lang>`, the site's folder `<html data-base>`. */
export function wakeOffline(onCorrection: OfflineOptions['onCorrection']): void {
  const scope = ownBase();
  const known = !!workers()?.controller;
  startOffline({ swUrl: `${scope}sw.js`, scope, tag: document.documentElement.lang, onState: (...news) => void parsed.then(() => writeOfflineNotes(known, ...news)), onCorrection });
}
