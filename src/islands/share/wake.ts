import { wakeChoice } from './choice.ts';
import { drawCodes, origin } from './codes.ts';
import { wakePaper } from './paper.ts';

// The script of the pages of staff, apart from that of the leaflet: a reader does not need it.
const all = (selector: string) => document.querySelectorAll<HTMLElement>(selector);

drawCodes();
for (const element of all('[data-wakes]')) element.hidden = false;
for (const element of all('[data-sleeps]')) element.hidden = true;
for (const note of all('[data-trial]')) note.hidden = !/^https?:\/\/(localhost|127\.)/.test(origin);
for (const share of all('[data-share]')) wakeChoice(share);
wakePaper();
// Enter on a choice would send the form, and what was chosen, into the address.
for (const form of all('form')) form.addEventListener('submit', (event) => event.preventDefault());
