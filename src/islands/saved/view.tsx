import { useEffect, useState } from 'preact/hooks';
import { fill } from '../../parts/fill.ts';
import { askStatus, clearAll, type KeptStatus, NothingKept } from '../offline/keeping.ts';
import { HomeScreen } from './home-screen.tsx';
import { LanguageRow } from './language-row.tsx';
import type { SavedProps, SavedWords } from './props.ts';
import { Stay } from './stay.tsx';
import { mendAndKeep } from './work.ts';

type Nothing = 'asleep' | 'looking' | 'unsupported' | 'silent' | 'cleared';
type View = { kind: Nothing } | { kind: 'known'; status: KeptStatus };

/** What is on this phone, language by language, with proof, and the ways to change it. */
export function Saved({ lang, languages, words }: SavedProps) {
  const [view, setView] = useState<View>({ kind: 'asleep' });
  const [work, setWork] = useState<{ done: number; all: number } | null>(null);
  const [news, setNews] = useState('');

  async function look() {
    try {
      setView({ kind: 'known', status: await askStatus() });
    } catch (error) {
      setView({ kind: error instanceof NothingKept ? 'unsupported' : 'silent' });
    }
  }

  useEffect(() => {
    const root = document.documentElement;
    const follow = () => {
      if (root.dataset['offline'] === 'saving') setView({ kind: 'looking' });
      else void look();
    };
    follow();
    const watcher = new MutationObserver(follow);
    watcher.observe(root, { attributeFilter: ['data-offline'] });
    return () => watcher.disconnect();
  }, []);

  /** Does one piece of work after the other; what was there stays if it fails. */
  async function run(tags: readonly string[]) {
    setNews('');
    setWork({ done: 0, all: tags.length });
    const outcome = await mendAndKeep(tags, (done) => setWork({ done, all: tags.length }));
    setWork(null);
    setNews(words.list[outcome]);
    await look();
  }

  async function clear() {
    await clearAll().catch(() => undefined);
    try {
      localStorage.clear();
      sessionStorage.clear();
    } catch {
      // Without storage there is nothing to remove.
    }
    setView({ kind: 'cleared' });
  }

  if (view.kind !== 'known') return <NothingToShow kind={view.kind} words={words} onRetry={look} />;
  const { status } = view;
  const kept = status.languages.filter((state) => state.kept).map(({ tag }) => tag);
  return (
    <>
      <section class="block kept" aria-labelledby="kept">
        <h2 id="kept">{words.list.heading}</h2>
        {status.waitingVersion && <p class="slip">{words.list.newer}</p>}
        <ul>
          {languages.map((language) => {
            const state = status.languages.find(({ tag }) => tag === language.tag);
            return state && <LanguageRow language={language} state={state} words={words} lang={lang} busy={work !== null} onKeep={(tag) => run([tag])} onChange={look} />;
          })}
        </ul>
        <p>{words.list.always}</p>
        <p class="buttons">
          <button type="button" class="action" disabled={work !== null} onClick={() => run(kept)}>
            {words.list.check}
          </button>
          {kept.length < languages.length && (
            <button type="button" disabled={work !== null} onClick={() => run(languages.map(({ tag }) => tag))}>
              {words.list.keepAll}
            </button>
          )}
        </p>
        {work && <progress max={work.all} value={work.done} aria-label={words.list.heading} />}
        <p role="status">{work ? fill(words.list.working, work) : news}</p>
      </section>
      <Stay words={words.stay} />
      <HomeScreen words={words.homeScreen} />
      <ClearAll words={words.clear} onClear={clear} />
    </>
  );
}

function NothingToShow({ kind, words, onRetry }: { kind: Nothing; words: SavedWords; onRetry: () => void }) {
  if (kind === 'asleep') return <p class="needs-script">{words.noScript}</p>;
  const said = { looking: words.looking, unsupported: words.unsupported, silent: words.noAnswer, cleared: words.clear.done }[kind];
  return (
    <div class="slip">
      <p role="status">{said}</p>
      {kind === 'silent' && (
        <button type="button" onClick={onRetry}>
          {words.tryAgain}
        </button>
      )}
      {kind === 'unsupported' && <HomeScreen words={words.homeScreen} />}
    </div>
  );
}

function ClearAll({ words, onClear }: { words: SavedWords['clear']; onClear: () => void }) {
  const [asked, setAsked] = useState(false);
  return (
    <section class="block">
      <h2>{words.heading}</h2>
      <p>{words.body}</p>
      <p class="buttons">
        {asked ? (
          <>
            <button type="button" class="warn" onClick={onClear}>
              {words.sure}
            </button>
            <button type="button" onClick={() => setAsked(false)}>
              {words.cancel}
            </button>
          </>
        ) : (
          <button type="button" onClick={() => setAsked(true)}>
            {words.button}
          </button>
        )}
      </p>
    </section>
  );
}
