import { expect, test, vi } from 'vitest';
import { staffPack } from '../../../src/sw/release.ts';
import { basic } from './fake-browser.ts';
import { wholeWorker } from './whole-worker.ts';
import { first, phone, saved, serveAt } from './workers.ts';

const asked = { type: 'audit', tag: 'ar', mend: true } as const;

test('a newer version is let take over only when the old worker has done with everything that it was asked', async () => {
  await saved(first, 'ar');
  let arrive = () => {};
  const { path } = first.release.packs[staffPack] as { path: string };
  const right = phone.browser.served[`/${path}`] as string;
  const begun = new Promise<void>((resolve) => serveAt(path, () => (resolve(), new Promise((answer) => (arrive = () => answer(basic(right)))))));
  const { post, waiting } = await wholeWorker(first, 'page');
  const audit = post(asked);
  const news = post({ type: 'news', address: 'ar/', version: '' });
  await begun;
  await vi.waitFor(() => expect(news.answers).toContainEqual(expect.objectContaining({ type: 'done' })));
  const handOver = post({ type: 'cold-start' });
  // Time enough for whatever waits for nothing.
  for (let turn = 0; turn < 50; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  expect(waiting.postMessage).not.toHaveBeenCalledWith({ type: 'SKIP_WAITING' });
  arrive();
  await Promise.all([audit.done, handOver.done]);
  expect(waiting.postMessage).toHaveBeenCalledWith({ type: 'SKIP_WAITING' });
});
