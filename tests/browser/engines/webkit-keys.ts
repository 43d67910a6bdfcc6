import type { Key } from './engine.ts';

const named: Record<Exclude<Key, 'Shift+Tab'> | 'Shift', string> = {
  Tab: '\uE004', Enter: '\uE007', Space: ' ', Escape: '\uE00C', Backspace: '\uE003', Delete: '\uE017', Home: '\uE011', End: '\uE010',
  PageUp: '\uE00E', PageDown: '\uE00F', ArrowUp: '\uE013', ArrowDown: '\uE015', ArrowLeft: '\uE012', ArrowRight: '\uE014', Shift: '\uE008',
};

/** The key actions of WebDriver for a chord. `'Shift+Tab'` → Shift down, Tab down, Tab up, Shift up */
export function keyActions(key: string): object {
  const chord = key === '+' ? [key] : key.split('+').map((name) => named[name as keyof typeof named] ?? name);
  const odd = chord.find((value) => [...value].length !== 1);
  if (odd) throw new Error(`No key is called ${odd}`);
  const actions = [
    ...chord.map((value) => ({ type: 'keyDown', value })),
    ...chord.toReversed().map((value) => ({ type: 'keyUp', value })),
  ];
  return { actions: [{ type: 'key', id: 'keyboard', actions }] };
}
