import type { LanguageState } from '../../sw/messages.ts';
import { dayInWords } from '../../parts/day.ts';
import { fill } from '../../parts/fill.ts';
import type { SavedLanguage, SavedWords } from './props.ts';

interface LanguageRowProps {
  language: SavedLanguage;
  state: LanguageState;
  /** A newer version of it waits on this phone. */
  newer: boolean;
  words: SavedWords;
  /** The page's language. */
  lang: string;
  busy: boolean;
  onKeep: () => void;
  onDrop: () => void;
}

/** One language: whether it is kept, how large it is, when it was last found whole, and the button to keep or remove it. */
export function LanguageRow({ language, state, newer, words, lang, busy, onKeep, onDrop }: LanguageRowProps) {
  const { tag, autonym } = language;
  const say = state.kept ? (state.whole ? words.list.kept : words.list.broken) : words.list.notKept;
  const canDrop = state.kept && tag !== 'en' && tag !== lang;
  const named = (sentence: string) => fill(sentence, { language: autonym });
  return (
    <li data-kept={state.kept && state.whole ? 'whole' : state.kept ? 'broken' : 'no'}>
      <strong lang={tag}>
        <bdi>{autonym}</bdi>
      </strong>
      <span>{say}</span>
      {newer && <span class="changed">{words.list.newer}</span>}
      <small>
        {state.kept
          ? fill(words.list.size, { kilobytes: Math.ceil(state.bytes / 1000) })
          : fill(words.list.fetch, { kilobytes: Math.ceil(state.fetchBytes / 1000) })}
        {state.checkedAt !== null && ` · ${fill(words.list.checked, { date: dayInWords(state.checkedAt, lang) })}`}
      </small>
      {!state.kept && (
        <button type="button" aria-disabled={busy} onClick={onKeep}>
          {named(words.list.keep)}
        </button>
      )}
      {canDrop && (
        <button type="button" aria-disabled={busy} onClick={onDrop}>
          {named(words.list.drop)}
        </button>
      )}
    </li>
  );
}
