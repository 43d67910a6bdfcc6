import { expect, test, vi } from 'vitest';
import { packTag } from '../../../src/sw/plan.ts';
import { staffPack } from '../../../src/sw/release.ts';
import { basic } from './fake-browser.ts';
import { wholeWorker } from './whole-worker.ts';
import { first, phone, saved, serve, serveAt, start } from './workers.ts';

const asked = { type: 'audit', tag: 'ar', mend: true } as const;
const staffHere = async () => (await start(first).store.stored()).some(({ path }) => packTag(path) === staffPack);

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

test('a page that is opened after everything was removed gets the pages of staff again from the same worker', async () => {
  serve(first);
  const { post, openPage } = await wholeWorker(first, 'before');
  await post(asked).done;
  expect(await staffHere()).toBe(true);
  await post({ type: 'clear' }).done;
  expect(await staffHere()).toBe(false);
  openPage('after');
  await post(asked, 'after').done;
  expect(await staffHere()).toBe(true);
});
