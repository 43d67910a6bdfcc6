/**
 * Makes styles smaller that travel in every page: a token that is set once, in `:root`, is written out where it is used; any other
 * gets a short name. `['a{margin:var(--space-1)}', …]` → `['a{margin:.25rem}', …]`
 *
 * @param styles bundled styles that share one set of tokens; the first one sets them
 */
export function shortenTokens(styles: readonly string[]): string[] {
  const all = styles.join('');
  const settings = [...all.matchAll(/(?<=[{;])(--[a-z][\w-]*):([^;{}]*)/g)].map(([, name, value]) => [name ?? '', value ?? ''] as const);
  const inRoot = new Set(/:root\{([^}]*)\}/.exec(styles[0] ?? '')?.[1]?.match(/--[a-z][\w-]*(?=:)/g) ?? []);
  const tokens = [...inRoot].filter((name) => !name.startsWith('--lightningcss'));
  const fixed = new Map(settings.filter(([name]) => tokens.includes(name) && settings.filter(([other]) => other === name).length === 1));
  const short = new Map(tokens.filter((name) => !fixed.has(name)).map((name, index) => [name, `--${index.toString(36)}`]));
  return styles.map((style) => rename(writeOut(withoutFixed(style, fixed), fixed), short));
}

function withoutFixed(style: string, fixed: ReadonlyMap<string, string>): string {
  return style.replace(/(--[a-z][\w-]*):[^;{}]*(?:;|(?=\}))/g, (setting, name: string) => (fixed.has(name) ? '' : setting));
}

/** A value may itself name a token that is written out. */
function writeOut(style: string, fixed: ReadonlyMap<string, string>): string {
  const written = style.replace(/var\((--[\w-]+)\)/g, (use, name: string) => fixed.get(name) ?? use);
  return written === style ? style : writeOut(written, fixed);
}

function rename(style: string, short: ReadonlyMap<string, string>): string {
  return style.replace(/--[a-z][\w-]*/g, (name) => short.get(name) ?? name);
}
