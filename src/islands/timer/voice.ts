/** The part of a speech voice that decides whether it may speak. */
export interface Voice {
  readonly lang: string;
  readonly localService: boolean;
}

function tongue(tag: string): string | undefined {
  try {
    const { language, script } = new Intl.Locale(tag.replaceAll('_', '-')).maximize();
    return `${language === 'tl' ? 'fil' : language}-${script}`;
  } catch {
    return undefined;
  }
}

/** The phone's own voice for exactly this language and script ('pa-PK' does not read 'pa'); none if there is no such voice. */
export function voiceFor<V extends Voice>(lang: string, voices: readonly V[]): V | undefined {
  const wanted = tongue(lang);
  return wanted === undefined ? undefined : voices.find((voice) => voice.localService && tongue(voice.lang) === wanted);
}

/** Whether this browser has such a voice now; the list of voices may fill up later. */
export function hasVoice(lang: string): boolean {
  try {
    return voiceFor(lang, window.speechSynthesis?.getVoices() ?? []) !== undefined;
  } catch {
    return false;
  }
}
