import type { Language } from './languages.ts';

/**
 * The offered languages that a reader's preferences ask for, best first. A language is offered only in the script that
 * its reader reads: `pa-PK` is written in Arabic letters and does not get Gurmukhi.
 *
 * `(['zh-CN', 'fr-CA'], all)` → `['zh-Hans', 'fr']` · `(['pa-PK'], all)` → `[]`
 */
export function matchLanguages(preferences: readonly string[], offered: readonly Pick<Language, 'tag'>[]): string[] {
  const found = new Set<string>();
  for (const preference of preferences) {
    const wanted = scriptOf(preference);
    if (!wanted) continue;
    for (const language of offered) {
      const has = scriptOf(language.tag);
      if (has?.language === wanted.language && has.script === wanted.script) found.add(language.tag);
    }
  }
  return [...found];
}

function scriptOf(tag: string): { language: string; script: string | undefined } | undefined {
  try {
    const { language, script } = new Intl.Locale(tag).maximize();
    return { language, script };
  } catch {
    return undefined;
  }
}
