import type { Notice } from '../../sw/messages.ts';
import { ownPrefix } from '../base.ts';

/** What all pages and workers of this leaflet hear, and those of no other at the same origin; nothing where the browser denies it. */
function channel(): BroadcastChannel | undefined {
  try {
    return new BroadcastChannel(ownPrefix());
  } catch {
    return undefined;
  }
}

/** Calls `hear` with each notice of a worker, or of another page, for as long as the page is there. */
export function hearNotices(hear: (notice: Notice) => void): void {
  channel()?.addEventListener('message', ({ data }: MessageEvent<Notice>) => hear(data));
}

/** Tells every open page, this one too. */
export function tellPages(notice: Notice): void {
  const open = channel();
  open?.postMessage(notice);
  open?.close();
}
