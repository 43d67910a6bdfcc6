import { Component, createRef } from 'preact';
import { type BrowserKind, browserKind } from './browser-kind.ts';
import { keepFocus } from './keep-focus.ts';
import type { SavedWords } from './props.ts';

/** The browser's own offer to install, where there is one (Chromium). */
interface InstallOffer extends Event {
  prompt(): Promise<unknown>;
  readonly userChoice: Promise<{ outcome: 'accepted' | 'dismissed' }>;
}

interface State {
  readonly offer: InstallOffer | null;
  readonly installed: boolean;
  /** Not known until the page is awake. */
  readonly kind?: BrowserKind | undefined;
}

/** What the browser has offered: once, long before there is anything to show it in. */
let offered: InstallOffer | null = null;

/** Keeps the browser's offer to install for the page that has a place for it. Call as soon as the page wakes. */
export function keepInstallOffer(): void {
  addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    offered = event as InstallOffer;
  });
}

/** How to put the leaflet on the home screen: the browser's own prompt where it has one, otherwise the steps for each kind of phone. */
export class HomeScreen extends Component<{ words: SavedWords['homeScreen'] }, State> {
  override state: State = { offer: null, installed: false };
  private readonly said = createRef<HTMLParagraphElement>();

  override componentDidMount() {
    this.setState({ offer: offered, kind: browserKind(), installed: matchMedia('(display-mode: standalone)').matches });
    addEventListener('beforeinstallprompt', this.showOffer);
    addEventListener('appinstalled', this.done);
  }

  override componentWillUnmount() {
    removeEventListener('beforeinstallprompt', this.showOffer);
    removeEventListener('appinstalled', this.done);
  }

  private readonly showOffer = () => this.setState({ offer: offered });

  private readonly done = () => this.setState({ installed: true });

  private readonly install = async () => {
    const { offer } = this.state;
    await offer?.prompt();
    if ((await offer?.userChoice)?.outcome === 'accepted') this.done();
    offered = null;
    this.setState({ offer: offered }, () => keepFocus(this.said));
  };

  override render() {
    const { words } = this.props;
    const { offer, installed, kind } = this.state;
    return (
      <section class="block">
        <h2>{words.heading}</h2>
        <p>{words.intro}</p>
        <p role="status" tabIndex={-1} ref={this.said}>{installed && words.installed}</p>
        {installed ? null : offer ? (
          <p class="buttons">
            <button type="button" class="action" onClick={this.install}>
              {words.install}
            </button>
          </p>
        ) : kind === 'inApp' ? (
          <>
            <p>{words.inApp}</p>
            <Steps heading={words.browser.heading} icon="M12 5h.01M12 12h.01M12 19h.01" steps={[words.browser.menu, words.browser.open, words.browser.copy]} />
          </>
        ) : (
          <>
            <Steps heading={words.iphone.heading} icon="M12 15V3m-4 4 4-4 4 4M6 11H4v10h16V11h-2" steps={[words.iphone.share, words.iphone.add, words.iphone.open]} />
            {kind !== 'iphone' && (
              <Steps heading={words.android.heading} icon="M12 5h.01M12 12h.01M12 19h.01" steps={[words.android.menu, words.android.add, words.android.open]} />
            )}
            <p>{words.inApp}</p>
          </>
        )}
      </section>
    );
  }
}

/** Steps with the sign to look for in the browser, drawn. */
function Steps({ heading, icon, steps }: { heading: string; icon: string; steps: readonly string[] }) {
  return (
    <>
      <h3>
        <svg class="pic sign" viewBox="0 0 24 24" aria-hidden="true">
          <path class="l" d={icon} />
        </svg>
        {heading}
      </h3>
      <ol>
        {steps.map((step) => (
          <li>{step}</li>
        ))}
      </ol>
    </>
  );
}
