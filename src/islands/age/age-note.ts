import { dayInWords } from '../../parts/day.ts';
import { fill } from '../../parts/fill.ts';
import { ageOf } from './age.ts';

/** Says at the top of the page that its text is past its check or that the copy is old; its words stand in the note's data. */
export function writeAgeNote(seen: number | null): void {
  const note = document.querySelector<HTMLElement>('[data-age-note]');
  const { checked, due, overdue, long } = note?.dataset ?? {};
  if (!note || !checked || !due) return;
  const age = ageOf({ now: Date.now(), checked, due, seen });
  const words = age === 'overdue' ? overdue : age === 'long' ? fill(long ?? '', { date: dayInWords(seen ?? 0, document.documentElement.lang) }) : undefined;
  note.hidden = !words;
  note.textContent = words ?? '';
}
