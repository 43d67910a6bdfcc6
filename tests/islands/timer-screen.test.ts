import { describe, expect, test, vi } from 'vitest';
import { createAwake } from '../../src/islands/timer/awake.ts';

describe('the screen', () => {
  test('is asked to stay on, and let go at the end', async () => {
    const released = vi.fn(() => Promise.resolve());
    const request = vi.fn(() => Promise.resolve({ released: false, release: released } as unknown as WakeLockSentinel));
    const awake = createAwake({ request });
    awake.ask();
    await Promise.resolve();
    awake.ask();
    expect(request).toHaveBeenCalledTimes(1);
    awake.release();
    expect(released).toHaveBeenCalledTimes(1);
  });

  test('is let go even if the lock comes after the end', async () => {
    const released = vi.fn(() => Promise.resolve());
    const awake = createAwake({ request: () => Promise.resolve({ released: false, release: released } as unknown as WakeLockSentinel) });
    awake.ask();
    awake.release();
    await Promise.resolve();
    await Promise.resolve();
    expect(released).toHaveBeenCalledTimes(1);
  });

  test('may refuse, or know no lock, without a word', async () => {
    createAwake({ request: () => Promise.reject(new Error('no')) }).ask();
    createAwake({
      request: () => {
        throw new Error('no');
      },
    }).ask();
    createAwake(undefined).ask();
    await Promise.resolve();
  });
});
