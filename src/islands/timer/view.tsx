import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { firstChoices, keepChoices, readChoices, type Choices } from './choices.ts';
import { Cover } from './cover.tsx';
import { createDevice, type Device } from './device.ts';
import { IDLE, phaseOf, planOf, type Wash } from './model.ts';
import type { TimerProps } from './props.ts';
import { Settings } from './settings.tsx';
import { Strip } from './strip.tsx';
import { hasVoice } from './voice.ts';

const ADDRESS = '#timer';

/** The hand-washing timer. Drawn at build time it is a list of steps and seconds to read; in the browser it comes alive. */
export function Timer(props: TimerProps) {
  const { words } = props;
  const [wash, setWash] = useState<Wash>(IDLE);
  const [choices, setChoices] = useState(() => firstChoices(props));
  const [live, setLive] = useState(false);
  const [voice, setVoice] = useState(false);
  const [trying, setTrying] = useState(false);
  const device = useRef<Device>(undefined);
  const button = useRef<HTMLButtonElement>(null);
  const plan = planOf(props, choices.mode, choices.seconds);

  useEffect(() => {
    setChoices(readChoices(props, () => localStorage));
    const joined = createDevice(props, setWash);
    device.current = joined;
    setLive(true);
    const look = () => setVoice(hasVoice(props.lang));
    look();
    window.speechSynthesis?.addEventListener?.('voiceschanged', look);
    return () => {
      joined.leave();
      window.speechSynthesis?.removeEventListener?.('voiceschanged', look);
    };
  }, []);

  useEffect(() => {
    const ready = () => {
      if (live && location.hash === ADDRESS) button.current?.focus();
    };
    ready();
    addEventListener('hashchange', ready);
    return () => removeEventListener('hashchange', ready);
  }, [live]);

  const wasOpen = useRef(false);
  const open = wash.status !== 'idle';
  useEffect(() => {
    if (wasOpen.current && !open) button.current?.focus({ preventScroll: true });
    wasOpen.current = open;
  }, [open]);

  function pick(changed: Partial<Choices>) {
    const next = { ...choices, ...changed };
    setChoices(next);
    keepChoices(next, () => localStorage);
  }

  function tryOut() {
    device.current?.trySignals(plan, { ...choices, speech: voice });
    setTrying(true);
    setTimeout(() => setTrying(false), 2000);
  }

  // What lies under the cover is not drawn again with every second.
  const page = useMemo(
    () => (
      <>
        <div class="timer-panel">
          <div class="timer-live">
            {choices.mode === 'rub' && <p class="timer-slip">{words.settings.notDirty}</p>}
            {wash.note === 'again' && (
              <p class="timer-slip" id="timer-note">
                {words.away.again}
              </p>
            )}
            <button
              type="button"
              class="timer-start"
              ref={button}
              disabled={!live}
              aria-describedby={wash.note === 'again' ? 'timer-note' : undefined}
              onClick={() => device.current?.start(plan, { ...choices, speech: choices.speech && voice })}
            >
              {choices.mode === 'rub' ? words.startRub : words.start}
            </button>
            <p class="timer-hint">{words.hint}</p>
          </div>
          <Strip plan={plan} words={words} />
        </div>
        <Settings {...{ props, choices, pick, voice, tryOut }} />
      </>
    ),
    [choices, live, voice, wash.note],
  );

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
      {page}
      {open && device.current && <Cover wash={wash} words={words} big={choices.big} device={device.current} />}
    </div>
  );
}
