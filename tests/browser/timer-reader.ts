import type { Engine, Tab } from './engines/engine.ts';
import { usual, type TimerSite } from './timer-page.ts';

/** A wash short enough to wait for: 2 s of lead-in, 6 s of scrub, 4 s after it. */
export const short = { ...usual, seconds: 6, choices: [6, 12], leadIn: { wet: 1, soap: 1 }, after: { rinse: 1, dry: 3 } };

/** What the page wrote down about the timer since the tap, in milliseconds of its own steady clock. */
export interface Diary {
  readonly phases: readonly (readonly [phase: string, at: number])[];
  readonly said: readonly string[];
  /** What the live region held when it came: a screen reader says only what comes into one later. */
  readonly cameWith?: string;
  readonly taps: number;
  /** Each number on the screen in the last part, and when it came. */
  readonly last: readonly (readonly [number: number, at: number])[];
}

/** Opens the page of the timer with these props, and waits until it can be started. */
export async function openTimer(site: TimerSite, engine: Engine, props = usual, options: Parameters<Engine['open']>[0] = {}): Promise<Tab> {
  const address = await site.show(props);
  const tab = await engine.open(options);
  await tab.goto(address);
  await tab.waitFor('!!document.querySelector(".timer-start:enabled")', { what: 'the start button' });
  return tab;
}

/** Writes down each phase, each announcement and each tap from the first tap on. */
export async function keepDiary(tab: Tab): Promise<void> {
  await tab.evaluate(() => {
    const diary = { phases: [] as [string, number][], said: [] as string[], cameWith: undefined as string | undefined, taps: 0, last: [] as [number, number][] };
    const timer = document.querySelector<HTMLElement>('[role=timer]');
    let start = 0;
    const look = () => {
      const phase = timer?.dataset['phase'] ?? '';
      if (diary.phases.at(-1)?.[0] !== phase) diary.phases.push([phase, performance.now() - start]);
      const count = Number(document.querySelector('.timer-count')?.textContent ?? 0);
      if (phase === 'dry' && diary.last.at(-1)?.[0] !== count) diary.last.push([count, performance.now() - start]);
      const said = document.querySelector('[aria-live]')?.textContent?.trim() ?? '';
      if (document.querySelector('[aria-live]')) diary.cameWith ??= said;
      if (said !== '' && diary.said.at(-1) !== said) diary.said.push(said);
    };
    addEventListener(
      'click',
      () => {
        diary.taps += 1;
        start ||= performance.now();
      },
      true,
    );
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
    Object.assign(window, { diary });
  });
}

/** What has been written down so far. */
export const diaryOf = (tab: Tab) => tab.evaluate<Diary>('window.diary');
/** Waits until the timer says that it is in this phase. */
export const phaseIs = (tab: Tab, phase: string, timeoutMs = 20_000) =>
  tab.waitFor(`document.querySelector('[role=timer]').dataset.phase === '${phase}'`, { what: `the phase ${phase}`, timeoutMs });
/** Has the page believe that it is out of sight, or in sight again. */
export const pretendHidden = (tab: Tab, hidden: boolean) =>
  tab.evaluate((now: boolean) => {
    Object.defineProperty(document, 'hidden', { configurable: true, value: now });
    document.dispatchEvent(new Event('visibilitychange'));
  }, hidden);

/** Ends of the wash in a diary. */
export const ends = ({ phases }: Diary) => phases.filter(([phase]) => phase === 'done');
