import { Component, createRef } from 'preact';
import { keepFocus } from './keep-focus.ts';
import type { SavedWords } from './props.ts';

interface State {
  /** `null` where the browser does not say. */
  readonly granted: boolean | null;
  readonly refused: boolean;
}

/** Whether the phone will keep it, what its limits are, and the way to ask for more. */
export class Stay extends Component<{ words: SavedWords['stay'] }, State> {
  override state: State = { granted: null, refused: false };

  private readonly said = createRef<HTMLParagraphElement>();

  override componentDidMount() {
    storage()?.persisted?.().then((granted) => this.setState({ granted }), () => {});
  }

  private readonly ask = async () => {
    const granted = (await storage()?.persist?.().catch(() => false)) === true;
    this.setState({ granted, refused: !granted }, () => keepFocus(this.said));
  };

  override render() {
    const { words } = this.props;
    const { granted, refused } = this.state;
    return (
      <section class="block">
        <h2>{words.heading}</h2>
        {words.body.map((text) => (
          <p>{text}</p>
        ))}
        {granted === false && (
          <p class="buttons">
            <button type="button" onClick={this.ask}>
              {words.ask}
            </button>
          </p>
        )}
        <p role="status" tabIndex={-1} ref={this.said}>{granted ? words.granted : refused ? words.refused : ''}</p>
      </section>
    );
  }
}

/** Not in every browser, nor over plain HTTP. */
const storage = () => navigator.storage as StorageManager | undefined;
