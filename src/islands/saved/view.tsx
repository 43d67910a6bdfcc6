import { Component, createRef, type RefObject } from 'preact';
import { fill } from '../../parts/fill.ts';
import { workers } from '../offline/ask.ts';
import { askStatus, clearAll, drop, type KeptStatus, NothingKept } from '../offline/keeping.ts';
import { hearNotices } from '../offline/notices.ts';
import { forgetOwn } from '../own/own.ts';
import { HomeScreen } from './home-screen.tsx';
import { keepFocus } from './keep-focus.ts';
import { LanguageRow } from './language-row.tsx';
import type { Outcome } from '../../sw/messages.ts';
import type { SavedLanguage, SavedProps, SavedWords } from './props.ts';
import { Stay } from './stay.tsx';
import { mendAndKeep } from './work.ts';

type Nothing = 'asleep' | 'looking' | 'unsupported' | 'failed' | 'silent' | 'cleared';
type View = { kind: Nothing } | { kind: 'known'; status: KeptStatus };

interface State {
  readonly view: View;
  /** How many languages are done, with a part of one, of how many. */
  readonly work: { done: number; all: number } | null;
  readonly news: string;
  /** How many bytes the phone has no room for, as far as is known. */
  readonly lacking: number;
}

/** What is on this phone, language by language, with proof, and the ways to change it. */
export class Saved extends Component<SavedProps, State> {
  override state: State = { view: { kind: 'asleep' }, work: null, news: '', lacking: 0 };
  private readonly said = createRef<HTMLParagraphElement>();

  override componentDidMount() {
    const root = document.documentElement;
    const follow = () => {
      const { offline } = root.dataset;
      if (offline === 'saving') this.show({ kind: 'looking' });
      else if (offline) void this.look();
      else this.show({ kind: 'cleared' });
    };
    follow();
    new MutationObserver(follow).observe(root, { attributeFilter: ['data-offline'] });
    document.addEventListener('visibilitychange', this.lookAgain);
    hearNotices((notice) => notice.type === 'full' && this.setState({ lacking: notice.bytes }));
  }

  /** What has been removed stays so, whatever was still under way. */
  private show(view: View, done?: () => void) {
    if (this.state.view.kind !== 'cleared' || view.kind === 'cleared') this.setState({ view }, done);
  }

  private readonly keepFocus = () => keepFocus(this.said);

  private readonly look = async () => {
    try {
      this.show({ kind: 'known', status: await askStatus() });
    } catch (error) {
      this.show({ kind: !(error instanceof NothingKept) ? 'silent' : workers() ? 'failed' : 'unsupported' });
    }
  };

  /** Another page may have kept or dropped a language meanwhile. */
  private readonly lookAgain = () => {
    if (!document.hidden && this.state.view.kind === 'known' && !this.state.work) void this.look();
  };

  /** Does one piece of work after the other; what was there stays if it fails. */
  private async run(tags: readonly string[]) {
    if (this.state.work) return;
    const step = (done: number) => this.setState({ work: { done, all: tags.length } });
    this.setState({ news: '', lacking: 0 });
    step(0);
    const outcome = await mendAndKeep(tags, step);
    if (outcome === 'full') this.setState({ lacking: this.lackingOf(tags) });
    await this.tell(outcome === 'full' ? this.full() : this.props.words.list[outcome]);
  }

  private lackingOf(tags: readonly string[]): number {
    const { view } = this.state;
    const states = view.kind === 'known' ? view.status.languages : [];
    return states.filter(({ tag, kept, whole }) => tags.includes(tag) && !(kept && whole)).reduce((sum, { bytes }) => sum + bytes, 0);
  }

  private full(): string {
    return fill(this.props.words.list.full, { kilobytes: Math.ceil(this.state.lacking / 1000) });
  }

  private async tell(news: string) {
    this.setState({ work: null, news });
    await this.look();
    this.setState({}, this.keepFocus);
  }

  private async drop({ tag, autonym }: SavedLanguage) {
    if (this.state.work) return;
    const { list } = this.props.words;
    // The same words are said again only where they were gone.
    this.setState({ news: '', lacking: 0 });
    const { ok, trouble } = await drop(tag).catch((): Outcome => ({ ok: false }));
    await this.tell(ok ? `${autonym}: ${list.notKept}` : trouble === 'in-use' ? fill(list.inUse, { language: autonym }) : list.failed);
  }

  private readonly clear = async () => {
    forgetOwn();
    const cleared = await clearAll().then(({ ok }) => ok, () => false);
    this.show({ kind: cleared ? 'cleared' : 'silent' }, this.keepFocus);
  };

  override render() {
    const { lang, languages, words } = this.props;
    const { view, work, news, lacking } = this.state;
    if (view.kind !== 'known') return <NothingToShow kind={view.kind} failed={lacking ? this.full() : words.list.failed} words={words} said={this.said} onRetry={this.look} onClear={this.clear} />;
    const { status } = view;
    const kept = status.languages.filter((state) => state.kept).map(({ tag }) => tag);
    return (
      <>
        <section class="block kept" aria-labelledby="kept">
          <h2 id="kept">{words.list.heading}</h2>
          {lacking > 0 && !work && !news && <p class="slip">{this.full()}</p>}
          <ul>
            {languages.map((language) => {
              const state = status.languages.find(({ tag }) => tag === language.tag);
              return state && <LanguageRow language={language} state={state} newer={status.newer.includes(language.tag)} words={words} lang={lang} busy={work !== null} onKeep={() => this.run([language.tag])} onDrop={() => this.drop(language)} />;
            })}
          </ul>
          <p>{words.list.always}</p>
          <p class="buttons">
            <button type="button" class="action" aria-disabled={work !== null} onClick={() => this.run(kept)}>
              {words.list.check}
            </button>
            {kept.length < status.languages.length && (
              <button type="button" aria-disabled={work !== null} onClick={() => this.run(status.languages.map(({ tag }) => tag))}>
                {words.list.keepAll}
              </button>
            )}
          </p>
          {work && <progress max={work.all} value={work.done} aria-label={words.list.heading} />}
          <p role="status" tabIndex={-1} ref={this.said}>{work ? fill(words.list.working, { ...work, done: Math.floor(work.done) }) : news}</p>
        </section>
        <Stay words={words.stay} />
        <HomeScreen words={words.homeScreen} />
        <ClearAll words={words.clear} onClear={this.clear} />
      </>
    );
  }
}

interface NothingProps {
  readonly kind: Nothing;
  /** Why nothing could be kept. */
  readonly failed: string;
  readonly words: SavedWords;
  readonly said: RefObject<HTMLParagraphElement | null>;
  readonly onRetry: () => void;
  readonly onClear: () => void;
}

function NothingToShow({ kind, failed, words, said: spoken, onRetry, onClear }: NothingProps) {
  if (kind === 'asleep') return <p class="needs-script">{words.noScript}</p>;
  const said = { looking: words.looking, unsupported: words.unsupported, failed, silent: words.noAnswer, cleared: words.clear.done }[kind];
  return (
    <div class="slip">
      <p role="status" tabIndex={-1} ref={spoken}>
        {said}
      </p>
      {kind === 'silent' && (
        <button type="button" onClick={onRetry}>
          {words.tryAgain}
        </button>
      )}
      {kind === 'unsupported' && <HomeScreen words={words.homeScreen} />}
      {(kind === 'silent' || kind === 'unsupported' || kind === 'failed') && <ClearAll words={words.clear} onClear={onClear} />}
    </div>
  );
}

class ClearAll extends Component<{ words: SavedWords['clear']; onClear: () => void }, { asked: boolean }> {
  override state = { asked: false };
  private readonly safe = createRef<HTMLButtonElement>();

  private ask(asked: boolean) {
    this.setState({ asked }, () => this.safe.current?.focus());
  }

  override render() {
    const { words, onClear } = this.props;
    const { asked } = this.state;
    return (
      <section class="block">
        <h2>{words.heading}</h2>
        <p>{words.body}</p>
        <p class="buttons" role={asked ? 'group' : undefined} aria-label={asked ? words.heading : undefined}>
          {asked ? (
            <>
              <button type="button" class="warn" onClick={onClear}>
                {words.sure}
              </button>
              <button type="button" ref={this.safe} onClick={() => this.ask(false)}>
                {words.cancel}
              </button>
            </>
          ) : (
            <button type="button" ref={this.safe} onClick={() => this.ask(true)}>
              {words.button}
            </button>
          )}
        </p>
      </section>
    );
  }
}
