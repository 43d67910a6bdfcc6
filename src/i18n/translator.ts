import { createInstance } from 'i18next';

/** A JSON file of words, as it stands in locales/<tag>/. */
export type Words = { readonly [key: string]: string | readonly string[] | Words };

/** Values that sentences are filled with: facts of the edition, never typed into a sentence. */
export type Values = Readonly<Record<string, string | number>>;

/** Says words of one language. A key that is missing throws and names itself. */
export interface Translator {
  /** The sentence at `file:key.path`, filled in. Data stands between marks that `RichText` draws as isolated runs. */
  (key: string, values?: Values): string;
  /** The same for titles and attributes, where nothing can be drawn: without marks. */
  plain(key: string, values?: Values): string;
  /** All sentences of a list, in order. */
  list(key: string): readonly string[];
  /** Whether there are words at this key. */
  has(key: string): boolean;
}

/** Around data in a sentence (private-use characters, never in words: a check on the files says so). */
export const dataMarks = { open: '\uE000', close: '\uE001' } as const;

/**
 * A translator for one language, from its files. Runs at build time only: i18next is not sent to the phone.
 *
 * @param files words by file name without ending (`ui`, `home-hygiene`)
 * @param defaults values that every sentence may use (`name`, `seconds`)
 */
export function createTranslator(tag: string, files: Readonly<Record<string, Words>>, defaults: Values): Translator {
  let asked = '';
  const i18n = createInstance({
    lng: tag,
    fallbackLng: false,
    load: 'currentOnly',
    supportedLngs: [tag],
    ns: Object.keys(files),
    resources: { [tag]: files },
    initAsync: false,
    interpolation: { escapeValue: false /* Preact escapes what it draws */ },
    missingInterpolationHandler: (sentence: string, [placeholder]: RegExpExecArray) => {
      throw new Error(`locales/${tag}: the sentence "${sentence}" at "${asked}" needs ${placeholder}, and the edition gives no such fact. Give the fact in src/content/editions, or leave its block out.`);
    },
  });
  void i18n.init();

  // `nest`: a sentence takes in no other.
  const options = { lng: tag, returnObjects: true, nest: false } as const;
  const say = (key: string, values: Values): string => {
    if (!i18n.exists(key)) throw new Error(`locales/${tag}: no words for "${key}"`);
    asked = key;
    const found = i18n.t(key, { ...values, ...options }) as unknown;
    if (typeof found !== 'string') throw new Error(`locales/${tag}: expected one sentence at "${key}"`);
    return found;
  };
  const marked = (values: Values): Values =>
    Object.fromEntries(Object.entries(values).map(([key, value]) => [key, isData(value) ? `${dataMarks.open}${value}${dataMarks.close}` : value]));

  const translate = ((key, values = {}) => say(key, marked({ ...defaults, ...values }))) as Translator;
  translate.plain = (key, values = {}) => say(key, { ...defaults, ...values });
  translate.has = (key) => i18n.exists(key);
  translate.list = (key) => {
    asked = key;
    const found = i18n.t(key, { ...marked(defaults), ...options }) as unknown;
    if (!Array.isArray(found)) throw new Error(`locales/${tag}: expected a list of sentences at "${key}"`);
    return found.map(String);
  };
  return translate;
}

function isData(value: string | number): boolean {
  return typeof value === 'number' || /^([A-Z0-9][A-Z0-9-]*|([0-9a-f]{8}){1,2})$/.test(value);
}
