import { describe, expect, test, vi } from 'vitest';
import timer from '../../locales/en/timer.json' with { type: 'json' };
import ui from '../../locales/en/ui.json' with { type: 'json' };
import { firstChoices } from '../../src/islands/timer/choices.ts';
import { createCues, hearingOf } from '../../src/islands/timer/cues.ts';
import { planOf, stepAt } from '../../src/islands/timer/model.ts';
import { voiceFor } from '../../src/islands/timer/voice.ts';
import { FakeAudio, fakeHost } from './timer-phone.ts';
import { FakeWorld, times } from './timer-world.ts';

const english = { ...timer, ...ui.timer };

const plan = planOf(times, 'wash');
const loud = { ...firstChoices(times), speech: true };

describe('sound', () => {
  test('is woken inside the tap, and only then does a note ring', async () => {
    const host = fakeHost();
    const cues = createCues(host, 'en', english);
    cues.began(plan, stepAt(plan, 0));
    expect(FakeAudio.made).toHaveLength(0);
    cues.wake(loud);
    expect(FakeAudio.made).toHaveLength(1);
    const [audio] = FakeAudio.made;
    if (audio) audio.state = 'running';
    cues.began(plan, stepAt(plan, 0));
    expect(audio?.notes).toEqual([392]);
  });

  test.each(['suspended', 'interrupted', 'closed'])('lays no note on a context that is %s, where it would ring late', async (state) => {
    vi.useFakeTimers();
    const cues = createCues(fakeHost(), 'en', english);
    cues.wake(loud);
    const [audio] = FakeAudio.made;
    if (audio) audio.state = state;
    vi.advanceTimersByTime(9000);
    cues.began(plan, stepAt(plan, 9000));
    await vi.advanceTimersByTimeAsync(1000);
    if (audio) audio.state = 'running';
    await vi.advanceTimersByTimeAsync(1000);
    expect(audio?.notes).toEqual([]);
    vi.useRealTimers();
  });

  test('is woken again by the next signal after a call has put it to sleep', async () => {
    const cues = createCues(fakeHost(), 'en', english);
    cues.wake(loud);
    const [audio] = FakeAudio.made;
    if (!audio) throw new Error('no sound');
    audio.state = 'interrupted';
    audio.resume = () => {
      audio.state = 'running';
      return Promise.resolve();
    };
    cues.began(plan, stepAt(plan, 8000));
    await Promise.resolve();
    expect(audio.notes).toEqual([523.25, 659.25]);
  });

  test('lays no second note on a context that says running but whose clock stands still', () => {
    const cues = createCues(fakeHost(), 'en', english);
    cues.wake(loud);
    const [audio] = FakeAudio.made;
    if (audio) audio.state = 'running';
    cues.began(plan, stepAt(plan, 0));
    cues.began(plan, stepAt(plan, 3000));
    expect(audio?.notes).toEqual([392]);
    if (audio) audio.currentTime = 8;
    cues.began(plan, stepAt(plan, 8000));
    expect(audio?.notes).toEqual([392, 523.25, 659.25]);
  });

  test('that is woken too late lays no note', async () => {
    vi.useFakeTimers();
    const cues = createCues(fakeHost(), 'en', english);
    cues.wake(loud);
    const [audio] = FakeAudio.made;
    if (!audio) throw new Error('no sound');
    audio.resume = () => new Promise((done) => setTimeout(() => done(void (audio.state = 'running')), 600));
    cues.began(plan, stepAt(plan, 8000));
    await vi.advanceTimersByTimeAsync(1000);
    expect(audio.notes).toEqual([]);
    vi.useRealTimers();
  });

  test('rings with the next wash too, whose clock begins where the last one stood', () => {
    const cues = createCues(fakeHost(), 'en', english);
    for (const place of [0, 1]) {
      cues.wake(loud);
      const audio = FakeAudio.made[place];
      if (audio) audio.state = 'running';
      cues.began(plan, stepAt(plan, 0));
      expect(audio?.notes).toEqual([392]);
    }
  });

  test('and buzz stay off when the reader turned them off', () => {
    const host = fakeHost();
    const cues = createCues(host, 'en', english);
    cues.wake({ ...loud, sound: false, buzz: false });
    cues.began(plan, stepAt(plan, 0));
    cues.ended(plan);
    expect(FakeAudio.made).toHaveLength(0);
    expect(host.buzzes).toEqual([]);
  });

  test.each(['a try of the signals', 'a wash'])('that is off stays off right after %s that rang', (before) => {
    vi.useFakeTimers();
    const host = fakeHost();
    const cues = createCues(host, 'en', english);
    cues.wake(loud);
    const [audio] = FakeAudio.made;
    if (audio) audio.state = 'running';
    cues.ended(plan);
    if (before !== 'a wash') cues.rest();
    const rang = [...(audio?.notes ?? [])];
    expect(rang).toHaveLength(3);
    cues.wake({ ...loud, sound: false });
    if (audio) audio.currentTime = 1;
    cues.began(plan, stepAt(plan, 0));
    expect(audio?.notes).toEqual(rang);
    expect(FakeAudio.made).toHaveLength(1);
    vi.useRealTimers();
  });

  test('is let go once the last chord has had its time', () => {
    vi.useFakeTimers();
    const cues = createCues(fakeHost(), 'en', english);
    cues.wake(loud);
    const close = vi.spyOn(FakeAudio.made[0] as FakeAudio, 'close');
    cues.rest();
    vi.advanceTimersByTime(1000);
    expect(close).not.toHaveBeenCalled();
    vi.advanceTimersByTime(2000);
    expect(close).toHaveBeenCalled();
    vi.useRealTimers();
  });

  test('may be missing altogether, and nothing throws', () => {
    const cues = createCues({ navigator: {} }, 'en', english);
    cues.wake(loud);
    cues.began(plan, stepAt(plan, 0));
    cues.ended(plan);
    cues.hush();
    cues.rest();
  });

  test('that throws is only silent', () => {
    const broken = class {
      constructor() {
        throw new Error('no sound here');
      }
    };
    const host = { ...fakeHost(), AudioContext: broken as unknown as typeof AudioContext };
    const cues = createCues(host, 'en', english);
    expect(() => cues.wake(loud)).not.toThrow();
    cues.began(plan, stepAt(plan, 0));
    expect(host.buzzes).toHaveLength(1);
  });
});

describe('the voice', () => {
  const local = (lang: string) => ({ lang, localService: true });

  test.each([
    ['en', 'en-GB'],
    ['en', 'en_US'],
    ['pa', 'pa-IN'],
    ['zh-Hant', 'zh-TW'],
    ['zh-Hans', 'zh-CN'],
    ['fil', 'fil-PH'],
    ['fil', 'tl-PH'],
  ])('for %s may be the local %s', (page, voice) => expect(voiceFor(page, [local(voice)])?.lang).toBe(voice));

  test.each([
    ['pa', 'pa-PK'],
    ['pa', 'hi-IN'],
    ['ur', 'hi-IN'],
    ['zh-Hant', 'zh-CN'],
    ['zh-Hans', 'zh-HK'],
    ['so', 'en-US'],
    ['fa', 'ar-SA'],
    ['uk', 'ru-RU'],
    ['en', ''],
    ['en', 'not a tag'],
  ])('for %s is never %s', (page, voice) => expect(voiceFor(page, [local(voice)])).toBeUndefined());

  test('is never one that speaks from somewhere else', () => {
    expect(voiceFor('en', [{ lang: 'en-CA', localService: false }])).toBeUndefined();
  });

  test('says nothing through a whole wash when the phone has only other languages', () => {
    const host = fakeHost([local('en-US'), local('hi-IN'), { lang: 'pa-IN', localService: false }]);
    const cues = createCues(host, 'pa', english);
    cues.wake(loud);
    for (const step of plan.steps) cues.began(plan, step);
    cues.ended(plan);
    expect(host.said).toEqual([]);
  });

  test('leaves off what it is saying for what is to be said now', () => {
    const host = fakeHost([local('en-CA')]);
    const cancel = vi.spyOn(host.speechSynthesis, 'cancel');
    const cues = createCues(host, 'en', english);
    cues.wake(loud);
    cues.began(plan, stepAt(plan, 0));
    expect(cancel).toHaveBeenCalledTimes(1);
  });

  test('says each step in the language of the page', () => {
    const host = fakeHost([local('fr-FR'), local('en-CA')]);
    const cues = createCues(host, 'en', english);
    cues.wake(loud);
    for (const step of plan.steps) cues.began(plan, step);
    cues.ended(plan);
    expect(new Set(host.said.map(({ lang }) => lang))).toEqual(new Set(['en-CA']));
    expect(host.said).toHaveLength(plan.steps.length + 1);
    expect(host.said[2]?.text).toBe('Now rub your hands together for 15 seconds. Palms.');
    expect(host.said.at(-1)?.text).toBe('Finished.');
  });
});

describe('announcements', () => {
  test.each(['wash', 'rub'] as const)('are at most five in a %s', (mode) => {
    const world = new FakeWorld();
    const one = planOf(times, mode);
    world.start(one);
    world.pass(60_000);
    const texts = world.shown
      .map((wash) => hearingOf(english, one, wash))
      .filter((text, i, all) => text !== all[i - 1]);
    expect(texts.length).toBeLessThanOrEqual(5);
    expect(texts.at(-1)).toMatch(/^Finished/);
    expect(texts.join(' ')).not.toContain('{{');
  });
});
