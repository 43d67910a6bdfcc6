import { useEffect, useState } from 'preact/hooks';
import type { SavedWords } from './props.ts';

/** Whether the phone will keep it, what its limits are, and the way to ask for more. */
export function Stay({ words }: { words: SavedWords['stay'] }) {
  const [granted, setGranted] = useState<boolean | null>(null);
  const [refused, setRefused] = useState(false);
  const storage = typeof navigator === 'undefined' ? undefined : (navigator.storage as StorageManager | undefined);

  useEffect(() => {
    storage?.persisted?.().then(setGranted, () => setGranted(null));
  }, []);

  async function ask() {
    const answer = await storage?.persist?.().catch(() => false);
    setGranted(answer === true);
    setRefused(answer !== true);
  }

  return (
    <section class="block">
      <h2>{words.heading}</h2>
      {words.body.map((text) => (
        <p>{text}</p>
      ))}
      {granted === false && (
        <p class="buttons">
          <button type="button" onClick={ask}>
            {words.ask}
          </button>
        </p>
      )}
      <p role="status">{granted ? words.granted : refused ? words.refused : ''}</p>
    </section>
  );
}
