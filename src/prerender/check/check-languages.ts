import { languages, type Language } from '../../i18n/languages.ts';
import { choice, group, text } from './check-shape.ts';

const file = 'src/i18n/languages.ts';
const directions: readonly string[] = ['ltr', 'rtl'] satisfies Language['dir'][];

const languageShape = group(
  { tag: text, autonym: text, english: text, dir: text, script: text },
  {
    noun: 'part',
    like: "{ tag: 'fr', autonym: 'Français', english: 'French', dir: 'ltr', script: 'Latn' }",
    needed: {
      tag: 'its tag, such as fr, which is the name of its folder too',
      autonym: 'its name as its readers write it',
      english: 'its name in English',
      dir: "'ltr' or 'rtl'",
      script: 'the code of its script, such as Latn',
    },
  },
);

/** Scripts that are written from right to left today. */
const fromTheRight: readonly string[] = ['Adlm', 'Arab', 'Aran', 'Hebr', 'Mand', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa'];

/** What is wrong with the register of languages, one sentence each, for the person who adds to it; empty when nothing is. */
export function checkLanguages(register: readonly unknown[] = languages): string[] {
  return register.flatMap((language, index) => {
    const tag = (language as Partial<Language> | null)?.tag;
    const at = typeof tag === 'string' ? `the language "${tag}"` : `the language on place ${index + 1}`;
    const misshapen = languageShape(at, language);
    const twice = register.slice(0, index).some((other) => (other as Partial<Language> | null)?.tag === tag) && tag !== undefined;
    return [...(misshapen.length > 0 ? misshapen : checkLanguage(at, language as Language)), ...(twice ? [`${at} stands there twice. Take one out.`] : [])].map((problem) => `${file}: ${problem}`);
  });
}

function checkLanguage(at: string, { tag, autonym, english, dir, script }: Language): string[] {
  const written = canonical(tag);
  if (written !== tag) return [`tag "${tag}". ${written ? `Write ${written}.` : 'Write one such as fr or pt-BR.'}`];
  const usual = new Intl.Locale(tag).maximize().script;
  return [
    ...Object.entries({ autonym, english }).filter(([, name]) => !name.trim()).map(([key]) => `${at} has an empty ${key}.`),
    ...(directions.includes(dir) ? [] : [`${at} has the direction "${dir}". ${choice(dir, directions)}`]),
    ...(usual !== undefined && script !== usual ? [`${at} has the script "${script}". Write ${usual}, or a tag that names another script.`] : againstScript(dir, script) ? [`${at} has the direction "${dir}", but "${script}" is written the other way. Write ${dir === 'rtl' ? 'ltr' : 'rtl'}.`] : []),
  ];
}

function againstScript(dir: string, script: string): boolean {
  return directions.includes(dir) && (dir === 'rtl') !== fromTheRight.includes(script);
}

/** A tag as it has to be written, where it can be told. */
function canonical(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag.trim().replaceAll('_', '-'))[0];
  } catch {
    return undefined;
  }
}
