import type { Ask, Conversation, Question, Reply } from '../../sw/messages.ts';
import { ownBase } from '../base.ts';

/** How long a living worker may take to say that it has heard, in milliseconds. */
const hearingTime = 8_000;
/** How long it may take to answer: its own limit for one file is 30 s. In milliseconds. */
export const answerTime = 50_000;

/** The browser's workers; nothing where it has none, or denies even the question. */
export function workers(): ServiceWorkerContainer | undefined {
  try {
    return window.caches && navigator.serviceWorker;
  } catch {
    return undefined;
  }
}

/** Whole address of the folder that this leaflet lies in. */
const folder = () => new URL(ownBase(), location.href).href;

/** The registration of this leaflet's worker, if there is one; not that of another leaflet in whose folder it lies. */
export async function registrationHere(): Promise<ServiceWorkerRegistration | undefined> {
  const found = await workers()?.getRegistration();
  return found?.scope === folder() ? found : undefined;
}

/**
 * The worker to ask, if there is one. A page that comes back out of WebKit's cache may have one in charge that is gone; of a page that was
 * just opened WebKit may not find the registration, though its worker is in charge.
 */
export async function inCharge(): Promise<ServiceWorker | null | undefined> {
  const active = (await registrationHere())?.active;
  const controller = workers()?.controller;
  return active ?? (controller?.scriptURL === `${folder()}sw.js` ? controller : null);
}

/** A worker did not answer: `deaf` if it never even said that it had heard. */
export class NoAnswer extends Error {
  constructor(readonly deaf: boolean) {
    super('No answer');
  }
}

/** Puts one question to a worker through a channel of its own; rejects with `NoAnswer` when time is up. */
export function ask<T extends Question>(
  worker: ServiceWorker,
  question: Extract<Ask, { type: T }>,
  onProgress?: (done: number, total: number) => void,
): Promise<Conversation[T]['answer']> {
  return new Promise((resolve, reject) => {
    const { port1, port2 } = new MessageChannel();
    const giveUp = (deaf: boolean) => () => {
      port1.close();
      reject(new NoAnswer(deaf));
    };
    let timer = setTimeout(giveUp(true), hearingTime);
    port1.onmessage = ({ data }: MessageEvent<Reply<T>>) => {
      clearTimeout(timer);
      if (data.type === 'failed') return giveUp(false)();
      if (data.type === 'progress') onProgress?.(data.done, data.total);
      if (data.type === 'done') {
        port1.close();
        resolve(data.answer);
      } else timer = setTimeout(giveUp(false), answerTime);
    };
    worker.postMessage(question, [port2]);
  });
}
