import { Component, createRef, type ComponentChild } from 'preact';
import { firstChoices, keepChoices, readChoices, type Choices } from './choices.ts';
import { CALM, Cover } from './cover.tsx';
import { createDevice, type Device } from './device.ts';
import { IDLE, phaseOf, planOf, type Wash } from './model.ts';
import type { TimerProps } from './props.ts';
import { Settings } from './settings.tsx';
import { Strip } from './strip.tsx';
import { hasVoice } from './voice.ts';

const ADDRESS = '#timer';

interface State {
  readonly wash: Wash;
  readonly choices: Choices;
  readonly live: boolean;
  readonly voice: boolean;
  readonly trying: boolean;
}

/** The hand-washing timer. Drawn at build time it is a list of steps and seconds to read; in the browser it comes alive. */
export class Timer extends Component<TimerProps, State> {
  override state: State = { wash: IDLE, choices: firstChoices(this.props), live: false, voice: false, trying: false };
  private device: Device | undefined;
  private calmAt = 0;
  private readonly button = createRef<HTMLButtonElement>();
  /** What lies under the cover, and what it was drawn for: it is not drawn again with every second. */
  private page: ComponentChild;
  private drawnFor: readonly unknown[] = [];

  override componentDidMount() {
    this.device = createDevice(this.props, (wash) => this.setState({ wash }));
    this.setState({ choices: readChoices(this.props), live: true }, this.readySoon);
    this.findVoice();
    window.speechSynthesis?.addEventListener?.('voiceschanged', this.findVoice);
    addEventListener('hashchange', this.ready);
  }

  override componentDidUpdate(_: TimerProps, { wash }: State) {
    if (wash.status === 'idle' || this.state.wash.status !== 'idle') return;
    this.calmAt = performance.now() + CALM;
    this.button.current?.focus({ preventScroll: true });
  }

  private readonly ready = () => {
    if (location.hash === ADDRESS) this.button.current?.focus();
  };

  /**
   * Chromium takes the focus to the fragment of an address when it has drawn the page: later than a script runs. A reader who has gone
   * elsewhere before a script that came late is left there.
   */
  private readonly readySoon = () => void requestAnimationFrame(() => setTimeout(() => this.isThere() && this.ready()));

  private isThere(): boolean {
    const { top, bottom } = this.button.current?.getBoundingClientRect() ?? { top: 0, bottom: 0 };
    return document.activeElement === document.body && bottom > 0 && top < innerHeight;
  }

  private readonly findVoice = () => this.setState({ voice: hasVoice(this.props.lang) });

  private readonly pick = (changed: Partial<Choices>) => {
    const choices = { ...this.state.choices, ...changed };
    this.setState({ choices });
    keepChoices(choices);
  };

  private readonly tryOut = () => {
    const { choices, voice } = this.state;
    this.device?.trySignals(this.plan(), { ...choices, speech: voice });
    this.setState({ trying: true });
    setTimeout(() => this.setState({ trying: false }), 2000);
  };

  private plan() {
    const { mode, seconds } = this.state.choices;
    return planOf(this.props, mode, seconds);
  }

  private underCover({ choices, live, voice, wash: { note } }: State): ComponentChild {
    const { words } = this.props;
    const plan = this.plan();
    return (
      <>
        <div class="timer-panel">
          <div class="timer-live">
            {choices.mode === 'rub' && (
              <p class="timer-slip" id="timer-rub">
                {words.settings.notDirty}
              </p>
            )}
            {note === 'again' && (
              <p class="timer-slip" id="timer-note">
                {words.away.again}
              </p>
            )}
            <button
              type="button"
              class="timer-start"
              ref={this.button}
              disabled={!live}
              aria-describedby={[choices.mode === 'rub' && 'timer-rub', note === 'again' && 'timer-note'].filter(Boolean).join(' ') || undefined}
              onClick={({ timeStamp }) => timeStamp > this.calmAt && this.device?.start(plan, { ...choices, speech: choices.speech && voice })}
            >
              {choices.mode === 'rub' ? words.startRub : words.start}
            </button>
            <p class="timer-hint">{words.hint}</p>
          </div>
          <Strip plan={plan} words={words} />
        </div>
        <Settings props={this.props} choices={choices} pick={this.pick} live={live} voice={voice} tryOut={this.tryOut} />
      </>
    );
  }

  override render() {
    const { words } = this.props;
    const { wash, choices, live, voice, trying } = this.state;
    const drawnFor = [choices, live, voice, wash.note];
    if (drawnFor.some((part, index) => part !== this.drawnFor[index]) || !this.page) this.page = this.underCover(this.state);
    this.drawnFor = drawnFor;
    return (
      <div
        class="timer"
        id={ADDRESS.slice(1)}
        role="timer"
        aria-label={words.name}
        data-phase={phaseOf(wash)}
        data-live={live}
        data-trying={trying}
      >
        {this.page}
        {wash.status !== 'idle' && this.device && <Cover wash={wash} words={words} big={choices.big} device={this.device} />}
      </div>
    );
  }
}
