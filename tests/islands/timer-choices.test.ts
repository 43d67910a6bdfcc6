import { afterEach, describe, expect, test, vi } from 'vitest';
import { firstChoices, keepChoices, readChoices } from '../../src/islands/timer/choices.ts';
import { times } from './timer-world.ts';

describe('choices', () => {
  afterEach(() => vi.unstubAllGlobals());

  function keepText(text: string | null): void {
    vi.stubGlobal('document', { documentElement: { dataset: { base: '/' } } });
    vi.stubGlobal('localStorage', { getItem: () => text, setItem: (_: string, value: string) => void (text = value) });
  }

  test('are remembered', () => {
    keepText(null);
    const picked = { mode: 'rub', seconds: 30, big: true, sound: false, buzz: false, speech: true } as const;
    keepChoices(picked);
    expect(readChoices(times)).toEqual(picked);
  });

  test('of a time that is too short for this edition fall back to its least', () => {
    keepText('{"seconds":15}');
    expect(readChoices({ ...times, seconds: 20, choices: [20, 30] }).seconds).toBe(20);
  });

  test.each([null, '', 'null', '[]', '{"seconds":"30","sound":"no","mode":7}', '{'])('that read %j are the first ones', (text) => {
    keepText(text);
    expect(readChoices(times)).toEqual(firstChoices(times));
  });

  test('work without any storage', () => {
    vi.stubGlobal('localStorage', undefined);
    expect(readChoices(times)).toEqual(firstChoices(times));
    expect(() => keepChoices(firstChoices(times))).not.toThrow();
  });
});
