import type { Choices } from './choices.ts';
import { fill } from '../../parts/fill.ts';
import { spanOf, stepAt, type Plan, type Step, type Wash } from './model.ts';
import type { TimerWords } from './props.ts';
import { voiceFor } from './voice.ts';

/** What the cues may use of a browser; what is missing is done without. */
export interface Host {
  readonly AudioContext?: typeof AudioContext | undefined;
  readonly navigator: { vibrate?: (pattern: number[]) => boolean };
  readonly speechSynthesis?: SpeechSynthesis | undefined;
  readonly SpeechSynthesisUtterance?: typeof SpeechSynthesisUtterance | undefined;
}

/** Sound, buzz and voice of one timer. */
export interface Cues {
  /** Wakes the sound; only works inside a tap. */
  readonly wake: (choices: Choices) => void;
  readonly began: (plan: Plan, step: Step) => void;
  readonly ended: (plan: Plan) => void;
  readonly hush: () => void;
  /** Lets the sound go: the phone may sleep. */
  readonly rest: () => void;
}

/** Gentle notes (hertz) for each kind of moment: up to begin, down to stop rubbing, a chord at the end. */
const NOTES = {
  wet: [392],
  soap: [440],
  scrub: [523.25, 659.25],
  move: [587.33],
  rinse: [659.25, 440],
  dry: [493.88, 392],
  done: [523.25, 659.25, 783.99],
} as const;

const BUZZES = { part: [180], move: [70], done: [180, 120, 180, 120, 360] };

/** What a screen reader or the phone's voice says as a part begins; wetting and taking soap are one saying. */
export function sayingOf(words: TimerWords, plan: Plan, part: Step['part'] | 'done'): string {
  const rub = plan.mode === 'rub';
  if (part === 'done') return rub ? words.say.doneRub : words.say.done;
  if (part === 'wet' || part === 'soap') return rub ? words.say.rub : words.say.wet;
  const { from, to } = spanOf(plan, 'scrub');
  return fill(words.say[part], { seconds: Math.round((to - from) / 1000) });
}

/**
 * What a screen reader says of a wash as it stands: each part, and that it is held. Whoever comes, or goes on, in the middle of one is told
 * its name. The moves are not said: each would cut off the one before.
 */
export function hearingOf(words: TimerWords, plan: Plan, { status, elapsed, since }: Wash): string {
  if (status === 'paused') return words.stop.paused;
  const { id, part } = stepAt(plan, elapsed);
  // The first saying goes on to the soap.
  const isLate = since > (part === 'soap' ? 0 : spanOf(plan, part).from);
  if (isLate && status !== 'done') return words.names[id === 'rub' ? id : part];
  return sayingOf(words, plan, status === 'done' ? status : part);
}

/** Cues in one language for one browser. Nothing here ever throws: a signal that fails is only missing. */
export function createCues(host: Host, lang: string, words: TimerWords): Cues {
  let choices: Choices | undefined;
  let audio: AudioContext | undefined;
  let heardAt = -1;

  // A phone may say that the sound runs while its clock stands still; notes laid there would ring much later.
  function play(on: AudioContext, notes: readonly number[]) {
    if (on.state !== 'running' || on.currentTime === heardAt) return;
    heardAt = on.currentTime;
    notes.forEach((hertz, i) => {
      const at = heardAt + i * 0.2;
      const tone = on.createOscillator();
      const level = on.createGain();
      tone.frequency.value = hertz;
      level.gain.setValueAtTime(0, at);
      level.gain.linearRampToValueAtTime(0.25, at + 0.03);
      level.gain.exponentialRampToValueAtTime(0.001, at + 0.7);
      tone.connect(level).connect(on.destination);
      tone.start(at);
      tone.stop(at + 0.75);
    });
  }

  function ring(notes: readonly number[]) {
    const on = audio;
    if (!on) return;
    if (on.state === 'running') return play(on, notes);
    // Not awake yet, or put to sleep by a call.
    const asked = performance.now();
    void on.resume().then(() => performance.now() - asked < 500 && play(on, notes), () => {});
  }

  function buzz(pattern: number[]) {
    if (choices?.buzz) host.navigator.vibrate?.(pattern);
  }

  function say(text: string) {
    const { speechSynthesis: speech, SpeechSynthesisUtterance: Utterance } = host;
    if (!choices?.speech || !speech || !Utterance) return;
    const voice = voiceFor(lang, speech.getVoices());
    if (voice === undefined) return;
    const utterance = new Utterance(text);
    utterance.voice = voice;
    utterance.lang = voice.lang;
    speech.cancel();
    speech.speak(utterance);
  }

  const safely =
    <A extends unknown[]>(act: (...args: A) => void) =>
    (...args: A) => {
      try {
        act(...args);
      } catch {
        // The screen alone is enough.
      }
    };

  const hush = safely(() => host.speechSynthesis?.cancel());
  const rest = safely(() => {
    const last = audio;
    // Not at once: the last chord may be about to ring.
    if (last) setTimeout(() => void last.close().catch(() => {}), 2500);
  });

  return {
    hush,
    rest,
    wake: safely((picked) => {
      choices = picked;
      heardAt = -1;
      rest();
      // The last one still runs for a moment.
      audio = undefined;
      if (!picked.sound || !host.AudioContext) return;
      audio = new host.AudioContext();
      void audio.resume().catch(() => {});
    }),
    began: safely((plan, step) => {
      const opens = step.from === spanOf(plan, step.part).from;
      ring(NOTES[opens ? step.part : 'move']);
      buzz(opens ? BUZZES.part : BUZZES.move);
      if (!opens) return say(words.names[step.id]);
      if (step.id === 'soap') return say(words.lines.soap);
      const saying = sayingOf(words, plan, step.part);
      say(step.part === 'scrub' ? `${saying} ${words.names[step.id]}.` : saying);
    }),
    ended: safely((plan) => {
      ring(NOTES.done);
      buzz(BUZZES.done);
      say(sayingOf(words, plan, 'done'));
    }),
  };
}
