import { onButtons, say } from './controls.ts';
import { nowAndLater, readOwn, writeOwn } from './own.ts';

const KEY = 'card';

/** Shows on the card what the reader types below it, as text and nowhere else, and keeps it on this phone until it is wiped. */
export function wakeCard(section: HTMLElement): void {
  const all = (selector: string) => [...section.querySelectorAll<HTMLInputElement>(selector)];
  const [typed, ticks, note] = [all('[data-typed]'), all('[type=checkbox]'), section.querySelector<HTMLElement>('[role=status]')];

  /** One line of the card. An empty one is seen on paper alone. */
  function put(line: string | undefined, ...parts: (Node | string)[]): void {
    const place = document.querySelector(`[data-shown="${line}"]`);
    place?.replaceChildren(...parts);
    place?.parentElement?.classList.toggle('given', place.textContent !== '');
  }

  function draw(): void {
    for (const { dataset, value } of typed) put(dataset['typed'], value.trim());
    put('needs', ...ticks.filter(({ checked }) => checked).map((tick) => tick.nextElementSibling?.cloneNode(true) ?? ''));
  }

  function fill(): void {
    const kept = (readOwn(KEY) ?? {}) as Record<string, unknown>;
    for (const field of typed) field.value = String(kept[field.dataset['typed'] ?? ''] ?? '').slice(0, field.maxLength);
    for (const tick of ticks) tick.checked = kept[tick.value] === true;
    draw();
  }

  section.oninput = () => {
    draw();
    const kept = [...typed.filter(({ value }) => value.trim()).map(({ dataset, value }) => [dataset['typed'], value]), ...ticks.filter(({ checked }) => checked).map(({ value }) => [value, true])];
    say(note, writeOwn(KEY, kept.length > 0 ? Object.fromEntries(kept) : null) ? '' : note?.dataset['notKept']);
  };
  onButtons(section, () => {
    writeOwn(KEY, null);
    fill();
    say(note, note?.dataset['wiped']);
  });
  nowAndLater(fill);
  for (const part of section.querySelectorAll<HTMLElement>('[hidden]')) part.hidden = false;
}
