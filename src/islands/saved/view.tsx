import { Component } from 'preact';
import { fill } from '../../parts/fill.ts';
import { askStatus, clearAll, type KeptStatus, NothingKept } from '../offline/keeping.ts';
import { forgetOwn } from '../own/own.ts';
import { HomeScreen } from './home-screen.tsx';
import { LanguageRow } from './language-row.tsx';
import type { SavedProps, SavedWords } from './props.ts';
import { Stay } from './stay.tsx';
import { mendAndKeep } from './work.ts';

type Nothing = 'asleep' | 'looking' | 'unsupported' | 'silent' | 'cleared';
type View = { kind: Nothing } | { kind: 'known'; status: KeptStatus };

interface State {
  readonly view: View;
  /** How many languages are done of how many. */
  readonly work: { done: number; all: number } | null;
  readonly news: string;
}

/** What is on this phone, language by language, with proof, and the ways to change it. */
export class Saved extends Component<SavedProps, State> {
  override state: State = { view: { kind: 'asleep' }, work: null, news: '' };
  private watcher: MutationObserver | undefined;

  override componentDidMount() {
    const root = document.documentElement;
    const follow = () => {
      if (root.dataset['offline'] === 'saving') this.show({ kind: 'looking' });
      else void this.look();
    };
    follow();
    this.watcher = new MutationObserver(follow);
    this.watcher.observe(root, { attributeFilter: ['data-offline'] });
  }

  override componentWillUnmount() {
    this.watcher?.disconnect();
  }

  private show(view: View) {
    this.setState({ view });
  }

  private readonly look = async () => {
    try {
      this.show({ kind: 'known', status: await askStatus() });
    } catch (error) {
      this.show({ kind: error instanceof NothingKept ? 'unsupported' : 'silent' });
    }
  };

  /** Does one piece of work after the other; what was there stays if it fails. */
  private async run(tags: readonly string[]) {
    const step = (done: number) => this.setState({ work: { done, all: tags.length } });
    this.setState({ news: '' });
    step(0);
    const outcome = await mendAndKeep(tags, step);
    this.setState({ work: null, news: this.props.words.list[outcome] });
    await this.look();
  }

  private readonly clear = async () => {
    await clearAll().catch(() => undefined);
    forgetOwn();
    this.show({ kind: 'cleared' });
  };

  override render() {
    const { lang, languages, words } = this.props;
    const { view, work, news } = this.state;
    if (view.kind !== 'known') return <NothingToShow kind={view.kind} words={words} onRetry={this.look} />;
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
              return state && <LanguageRow language={language} state={state} words={words} lang={lang} busy={work !== null} onKeep={(tag) => this.run([tag])} onChange={this.look} />;
            })}
          </ul>
          <p>{words.list.always}</p>
          <p class="buttons">
            <button type="button" class="action" disabled={work !== null} onClick={() => this.run(kept)}>
              {words.list.check}
            </button>
            {languages.some(({ tag }) => !kept.includes(tag)) && (
              <button type="button" disabled={work !== null} onClick={() => this.run(languages.map(({ tag }) => tag))}>
                {words.list.keepAll}
              </button>
            )}
          </p>
          {work && <progress max={work.all} value={work.done} aria-label={words.list.heading} />}
          <p role="status">{work ? fill(words.list.working, work) : news}</p>
        </section>
        <Stay words={words.stay} />
        <HomeScreen words={words.homeScreen} />
        <ClearAll words={words.clear} onClear={this.clear} />
      </>
    );
  }
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

class ClearAll extends Component<{ words: SavedWords['clear']; onClear: () => void }, { asked: boolean }> {
  override state = { asked: false };

  private ask(asked: boolean) {
    this.setState({ asked });
  }

  override render() {
    const { words, onClear } = this.props;
    const { asked } = this.state;
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
              <button type="button" onClick={() => this.ask(false)}>
                {words.cancel}
              </button>
            </>
          ) : (
            <button type="button" onClick={() => this.ask(true)}>
              {words.button}
            </button>
          )}
        </p>
      </section>
    );
  }
}
