/** As much of the browser's sound as the cues use; writes down the notes that ring. */
export class FakeAudio {
  static made: FakeAudio[] = [];
  state = 'suspended';
  currentTime = 0;
  destination = {};
  notes: number[] = [];
  constructor() {
    FakeAudio.made.push(this);
  }
  resume() {
    return Promise.resolve();
  }
  close() {
    return Promise.resolve();
  }
  createOscillator() {
    const node = { frequency: { value: 0 }, connect: () => node, start: () => this.notes.push(node.frequency.value), stop: () => {} };
    return node;
  }
  createGain() {
    const level = { setValueAtTime() {}, linearRampToValueAtTime() {}, exponentialRampToValueAtTime() {} };
    return { gain: level, connect: () => ({}) };
  }
}

/** A phone that sounds, buzzes and speaks with these voices, and what it did. */
export function fakeHost(voices: { lang: string; localService: boolean }[] = []) {
  const said: { text: string; lang: string }[] = [];
  const buzzes: number[][] = [];
  FakeAudio.made = [];
  return {
    said,
    buzzes,
    AudioContext: FakeAudio as unknown as typeof AudioContext,
    navigator: { vibrate: (pattern: number[]) => buzzes.push(pattern) > 0 },
    speechSynthesis: {
      getVoices: () => voices,
      speak: ({ text, lang }: { text: string; lang: string }) => said.push({ text, lang }),
      cancel() {},
    } as unknown as SpeechSynthesis,
    SpeechSynthesisUtterance: class {
      lang = '';
      text: string;
      constructor(text: string) {
        this.text = text;
      }
    } as unknown as typeof SpeechSynthesisUtterance,
  };
}
