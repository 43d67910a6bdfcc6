import type { News } from '../../sw/messages.ts';
import { writeAgeNote } from '../age/age-note.ts';
import { ownBase } from '../base.ts';
import { buttonOf } from '../button.ts';
import { ask, inCharge, workers } from '../offline/ask.ts';
import { hearNotices } from '../offline/notices.ts';
import { handOverTime, isBusy, justRenewed, reload } from '../offline/renewal.ts';

/** The slip at the top of the page; what it may say is its data. A screen reader says only what comes into a part of the page that is there already. */
const slip = () => document.querySelector<HTMLElement>('[data-news]');

/** Marks the blocks of this page whose words have changed since it was last opened, and says so at the top. */
function showNews({ blocks, change, recalled }: News): void {
  const note = slip();
  const sections = blocks.map((id) => document.getElementById(id)).filter((section) => section !== null);
  if (!note || !(recalled || blocks.length > 0)) return;
  const { changed = '', safety = '', recalled: waiting = '', mark = '' } = note.dataset;
  note.replaceChildren(recalled ? waiting : change === 'safety' ? safety : changed);
  for (const section of sections) {
    const label = document.createElement('strong');
    label.className = 'changed';
    label.textContent = mark;
    section.prepend(label);
  }
}

/** Says that this page has been corrected, with a button that shows it again; once, because a button that is replaced loses the focus. */
export function offerCorrection(show: () => void): void {
  const note = slip();
  if (!note || note.querySelector('button')) return;
  const { updateButton } = document.querySelector<HTMLElement>('[data-offline-note]')?.dataset ?? {};
  note.replaceChildren(`${note.dataset['safety'] ?? ''} `, buttonOf(updateButton, show));
}

/** Tells the news of this page, again when it comes back out of the browser's cache, when another worker has taken over and when a timer has ended. */
export function wakeNews(): void {
  hearNotices(({ type }) => {
    const note = slip();
    if (type === 'recalled') note?.replaceChildren(note.dataset['recalled'] ?? '');
  });
  const again = () => isBusy() || void tellNews(false);
  addEventListener('pageshow', ({ persisted }) => persisted && again());
  workers()?.addEventListener('controllerchange', again);
  new MutationObserver(again).observe(document.documentElement, { attributeFilter: ['data-busy'] });
  void tellNews(true);
}

/** Asks the worker in charge; without one there is only the text's own age to tell. Only at its `opening` is a page shown again unasked: later the reader may be on the way to another. */
async function tellNews(opening: boolean): Promise<void> {
  const worker = await inCharge().catch(() => undefined);
  const { version = '' } = document.documentElement.dataset;
  const address = location.pathname.slice(ownBase().length);
  const news = worker && (await ask<'news'>(worker, { type: 'news', address, version }).catch(() => undefined));
  writeAgeNote(news?.seenAt ?? null);
  if (!news) return;
  if (!news.stale) showNews(news);
  else if (opening && !justRenewed() && performance.now() < handOverTime) reload();
  else if (news.change === 'safety') offerCorrection(reload);
}
