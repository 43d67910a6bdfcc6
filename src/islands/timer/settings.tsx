import type { Choices } from './choices.ts';
import { fill } from '../../parts/fill.ts';
import { untranslated } from '../../parts/untranslated.ts';
import { planOf, type Mode } from './model.ts';
import type { TimerProps } from './props.ts';

interface Given {
  readonly props: TimerProps;
  readonly choices: Choices;
  readonly pick: (changed: Partial<Choices>) => void;
  /** Before it is, what is picked would be lost. */
  readonly live: boolean;
  readonly voice: boolean;
  readonly tryOut: () => void;
}

const MODES: readonly Mode[] = ['wash', 'rub'];

/** What can be changed: soap or sanitiser, how long, one big picture, and which signals can be noticed. */
export function Settings({ props, choices, pick, live, voice, tryOut }: Given) {
  const { settings, signals } = props.words;
  const tick = (name: 'big' | 'sound' | 'buzz' | 'speech', label: string, more?: string) => (
    <label class="timer-tick">
      <input type="checkbox" checked={choices[name]} onChange={(event) => pick({ [name]: event.currentTarget.checked })} />
      <span>
        {label}
        {more && <small>{more}</small>}
      </span>
    </label>
  );
  return (
    <details class="timer-settings timer-live" inert={!live}>
      <summary>{settings.title}</summary>
      <fieldset class="timer-row">
        <legend>{settings.mode}</legend>
        {MODES.map((mode) => (
          <label key={mode} class="timer-option">
            <input type="radio" name="timer-mode" checked={choices.mode === mode} onChange={() => pick({ mode })} />
            <span>{settings[mode]}</span>
          </label>
        ))}
      </fieldset>
      {choices.mode === 'wash' && (
        <>
          <fieldset class="timer-row">
            <legend>{settings.seconds}</legend>
            {props.choices.map((seconds) => (
              <label key={seconds} class="timer-option">
                <input type="radio" name="timer-seconds" checked={choices.seconds === seconds} onChange={() => pick({ seconds })} />
                <span {...untranslated}>
                  {fill(props.words.shownSeconds, { seconds })}
                  <small>{fill(settings.inAll, { total: Math.round(planOf(props, 'wash', seconds).total / 1000) })}</small>
                </span>
              </label>
            ))}
          </fieldset>
          <p class="timer-why">
            <strong>{settings.why}</strong> {settings.whyText}
          </p>
        </>
      )}
      {tick('big', settings.big, settings.bigText)}
      <fieldset class="timer-signals">
        <legend>{signals.title}</legend>
        <button type="button" class="timer-try" onClick={tryOut}>
          {signals.try}
        </button>
        <p class="timer-see">{signals.see}</p>
        <p>{signals.keep}</p>
        {tick('sound', signals.sound, signals.silent)}
        {tick('buzz', signals.buzz)}
        {voice && tick('speech', signals.speech, signals.voice)}
      </fieldset>
    </details>
  );
}
