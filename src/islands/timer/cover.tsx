import { Component, createRef } from 'preact';
import { untranslated } from '../../parts/untranslated.ts';
import { leaveAlone } from './alone.ts';
import { hearingOf } from './cues.ts';
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

/** For so many milliseconds the way to stop stays open after the first tap: long enough for whoever reads slowly, or needs another try. */
const SURE = 20_000;
/** For so many milliseconds after something has begun or ended a tap on what lies there now does nothing: it is a second one of a hand that shakes. */
export const CALM = 500;
/** After so many milliseconds a screen reader knows of a live region. */
const HEARD = 200;

/** What is on the screen while a wash runs, is held or has ended: it covers the whole page, and one stray touch does nothing. */
export class Cover extends Component<Given, { sure: boolean; open: boolean }> {
  override state = { sure: false, open: false };
  private readonly cover = createRef<HTMLDivElement>();
  private readonly main = createRef<HTMLButtonElement>();
  private readonly hands = createRef<HTMLDivElement>();
  private giveBack = () => {};
  private calmAt = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private opening: ReturnType<typeof setTimeout> | undefined;

  override componentDidMount() {
    const cover = this.cover.current;
    if (cover === null) return;
    cover.showPopover?.();
    this.giveBack = leaveAlone(cover);
    addEventListener('keydown', this.escape);
    this.focus();
    // A screen reader says what comes into a live region, not what came with it.
    this.opening = setTimeout(() => this.setState({ open: true }), HEARD);
  }

  override componentDidUpdate({ wash }: Given) {
    if (wash.status === this.props.wash.status) return;
    this.calmAt = performance.now() + CALM;
    this.setSure(false);
    this.focus();
  }

  override componentWillUnmount() {
    clearTimeout(this.timer);
    clearTimeout(this.opening);
    removeEventListener('keydown', this.escape);
    this.giveBack();
  }

  private readonly escape = (event: KeyboardEvent) => {
    if (event.key === 'Escape') this.props.device.stop();
  };

  private focus() {
    const { current } = this.props.wash.status === 'running' ? this.cover : this.main;
    current?.focus({ preventScroll: true });
  }

  /** `byKey`: pressed without a pointer, so that what comes has to be gone to. A pointer never closes it: a hand that shakes taps twice. */
  private setSure(sure: boolean, byKey?: boolean) {
    clearTimeout(this.timer);
    this.setState({ sure }, () => sure && byKey && this.main.current?.focus());
    if (sure) this.timer = setTimeout(() => this.hands.current?.contains(document.activeElement) || this.setSure(false), SURE);
  }

  override render() {
    const { wash, words, big, device } = this.props;
    const { sure, open } = this.state;
    const { status, plan } = wash;
    if (plan === undefined) return null;
    const step = stepAt(plan, wash.elapsed);
    const done = status === 'done';
    const id = done ? 'done' : step.id;
    const line = wash.note === 'finished' ? words.away.finished : done && plan.mode === 'rub' ? words.lines.doneRub : words.lines[id];

    return (
      <div
        class="timer-cover"
        ref={this.cover}
        tabIndex={-1}
        role="group"
        aria-label={words.name}
        popover="manual"
        data-step={id}
        data-big={big}
      >
        {step.part === 'scrub' && !done && <Water key={wash.since} plan={plan} elapsed={wash.elapsed} />}
        <div class="timer-plate">
          <MovingPic id={id} />
        </div>
        <div class="timer-words">
          {!done && (
            <div class="timer-count" {...untranslated}>
              {secondsLeft(plan, wash.elapsed)}
            </div>
          )}
          <div class="timer-name">{status === 'paused' ? words.stop.paused : words.names[id]}</div>
          {status !== 'paused' && !sure && <div class="timer-line">{line}</div>}
        </div>
        <p class="timer-said unseen" aria-live="polite">
          {open && hearingOf(words, plan, wash)}
        </p>
        {status === 'running' && (
          <button type="button" class="timer-stop" aria-expanded={sure} onClick={({ detail }) => this.setSure(!sure || !!detail, !detail)}>
            {words.stop.open}
          </button>
        )}
        {(status !== 'running' || sure) && (
          <div class="timer-hands" ref={this.hands}>
            {done ? (
              <button type="button" ref={this.main} onClick={device.stop}>
                {words.stop.close}
              </button>
            ) : (
              <>
                <button type="button" ref={this.main} onClick={({ timeStamp }) => timeStamp > this.calmAt && (status === 'paused' ? device.goOn() : device.pause())}>
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
}

/** The water in the basin: one animation that the browser runs by itself for as long as the scrub lasts. */
function Water({ plan, elapsed }: { plan: Plan; elapsed: number }) {
  const begin = (water: HTMLDivElement | null) => {
    if (!water || water.style.length > 0) return;
    const { from, to } = spanOf(plan, 'scrub');
    water.style.setProperty('--lasts', `${to - from}ms`);
    water.style.setProperty('--since', `${from - elapsed}ms`);
  };
  return <div class="timer-water" ref={begin} />;
}
