import { setTimeout as pause } from 'node:timers/promises';
import type { Tab, Wait } from './engine.ts';

const everyMs = 50;

/** Runs in the page. */
export function innerText(selector: string): string {
  const element = document.querySelector<HTMLElement>(selector);
  if (!element) throw new Error(`Nothing on ${location.href} matches ${selector}`);
  return element.innerText;
}

/** How long to wait for what will come, in milliseconds: Chromium may let a busy worker stay for 30 s before the next one takes over. */
const patience = 40_000;

/** Polls until `ask` answers something truthy; a page that is just being left may fail to answer meanwhile. */
export async function poll<R>(tab: Pick<Tab, 'engine' | 'evaluate' | 'problems'>, ask: () => Promise<R>, wait: Wait): Promise<R> {
  const timeoutMs = wait.timeoutMs ?? patience;
  const end = performance.now() + timeoutMs;
  let last: unknown;
  do {
    try {
      const answer = await ask();
      if (answer) return answer;
      last = answer;
    } catch (error) {
      last = error;
    }
    await pause(everyMs);
  } while (performance.now() < end);
  throw new Error(
    `${tab.engine}: waited ${timeoutMs} ms for ${wait.what}; the last answer was ${String(last)}\n${await looks(tab)}`,
  );
}

/** The page in words, for an error. */
async function looks(tab: Pick<Tab, 'evaluate' | 'problems'>): Promise<string> {
  const page = await tab
    .evaluate<string[]>('[location.href, document.documentElement.dataset.offline ?? "not set", document.body?.innerText ?? ""]')
    .catch((error: unknown) => ['unknown', 'unknown', `(the page does not answer: ${String(error)})`]);
  const [url, offline, text] = page;
  const problems = tab.problems.map(({ kind, text: said }) => `  ${kind}: ${said}`).join('\n');
  return `url: ${url}\ndata-offline: ${offline}\ntext: ${text?.slice(0, 1500)}\nproblems: ${problems || 'none'}`;
}
