import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { leaveAlone } from './alone.ts';
import { sayingOf } from './cues.ts';
import type { Device } from './device.ts';
import { secondsLeft, spanOf, stepAt, type Plan, type Wash } from './model.ts';
import { MovingPic } from './pic.tsx';
import type { TimerWords } from './props.ts';

interface Given {
  readonly wash: Wash;
  readonly words: TimerWords;
  readonly big: boolean;
  readonly device: Device;
}

const SURE = 6000;

/** What is on the screen while a wash runs, is held or has ended: it covers the whole page, and one stray touch does nothing. */
export function Cover({ wash, words, big, device }: Given) {
  const cover = useRef<HTMLDivElement>(null);
  const main = useRef<HTMLButtonElement>(null);
  const hands = useRef<HTMLDivElement>(null);
  const [sure, setSure] = useState(false);
  const { status, plan } = wash;

  useEffect(() => {
    const element = cover.current;
    if (element === null) return;
    element.showPopover?.();
    const giveBack = leaveAlone(element);
    const escape = (event: KeyboardEvent) => event.key === 'Escape' && device.stop();
    addEventListener('keydown', escape);
    return () => {
      removeEventListener('keydown', escape);
      giveBack();
    };
  }, []);

  useEffect(() => {
    setSure(false);
    if (status === 'running') cover.current?.focus({ preventScroll: true });
    else main.current?.focus({ preventScroll: true });
  }, [status]);

  useEffect(() => {
    if (!sure) return;
    const timer = setTimeout(() => hands.current?.contains(document.activeElement) || setSure(false), SURE);
    return () => clearTimeout(timer);
  }, [sure]);

  if (plan === undefined) return null;
  const step = stepAt(plan, wash.elapsed);
  const done = status === 'done';
  const id = done ? 'done' : step.id;
  const line = wash.note === 'finished' ? words.away.finished : done && plan.mode === 'rub' ? words.lines.doneRub : words.lines[id];
  const said = done ? sayingOf(words, plan, 'done') : wash.elapsed > 0 ? sayingOf(words, plan, step.part) : '';

  return (
    <div
      class="timer-cover"
      ref={cover}
      tabIndex={-1}
      popover="manual"
      data-step={id}
      data-big={big}
    >
      {step.part === 'scrub' && !done && <Water plan={plan} elapsed={wash.elapsed} />}
      <div class="timer-plate">
        <MovingPic id={id} />
      </div>
      <div class="timer-words">
        {!done && <p class="timer-count">{secondsLeft(plan, wash.elapsed)}</p>}
        <p class="timer-name">{status === 'paused' ? words.stop.paused : words.names[id]}</p>
        {status !== 'paused' && <p class="timer-line">{line}</p>}
      </div>
      <p class="timer-said" aria-live="polite">
        {said}
      </p>
      {status === 'running' && (
        <button type="button" class="timer-stop" aria-expanded={sure} onClick={() => setSure(!sure)}>
          {words.stop.open}
        </button>
      )}
      {(status !== 'running' || sure) && (
        <div class="timer-hands" ref={hands}>
          {done ? (
            <button type="button" ref={main} onClick={device.stop}>
              {words.stop.close}
            </button>
          ) : (
            <>
              <button type="button" ref={main} onClick={status === 'paused' ? device.goOn : device.pause}>
                {status === 'paused' ? words.stop.goOn : words.stop.pause}
              </button>
              <button type="button" onClick={device.stop}>
                {words.stop.stop}
              </button>
            </>
          )}
        </div>
      )}
    </div>
  );
}

/** The water in the basin: one animation that the browser runs by itself for as long as the scrub lasts. */
function Water({ plan, elapsed }: { plan: Plan; elapsed: number }) {
  const water = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const { from, to } = spanOf(plan, 'scrub');
    water.current?.style.setProperty('--lasts', `${to - from}ms`);
    water.current?.style.setProperty('--since', `${from - elapsed}ms`);
  }, []);
  return <div class="timer-water" ref={water} />;
}
