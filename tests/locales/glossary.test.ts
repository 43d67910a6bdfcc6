import { describe, expect, test } from 'vitest';
import { spokenIn, translated } from '../fixtures/locale-words.ts';

/** Words that a language must not use of people who carry bacteria, with an example that the test must find. */
const banned: readonly [tag: string, what: string, found: RegExp, example: string][] = [
  ['ar', 'حامل alone, which means pregnant', /حامل(?!ي? ?ًا?\s*(ل|هذه ال|ال)?بكتيريا)/, 'أنت حامل'],
  ['ar', 'ناقل, one who transmits', /ناقل/, 'ناقل للبكتيريا'],
  ['ar', 'ملوث, polluted', /ملوّ?ث/, 'شخص ملوث'],
  ['ar', 'مصاب, infected, of carrying', /مصاب(ًا|ة)? ب(ال)?(بكتيريا|\{\{name)/, 'مصاب ببكتيريا'],
  ['zh-Hans', '超级细菌, a superbug', /超级细菌|超級/, '超级细菌'],
  ['zh-Hans', '传染源, a source of contagion', /传染源|传染病|恶菌|中招/, '您是传染源'],
  ['zh-Hans', '带菌者 as a name for a person', /带菌者/, '带菌者'],
  ['pa', 'ਛੂਤ, which also means untouchability', /ਛੂਤ/, 'ਛੂਤ ਦੀ ਬਿਮਾਰੀ'],
  ['pa', 'ਵਾਹਕ, one who transmits', /ਵਾਹਕ/, 'ਵਾਹਕ'],
  ['fr', 'contaminé', /contamin/i, 'personne contaminée'],
  ['fr', 'infecté or positif, of a person', /(êtes|personne|vous|patient)s? (infecté|positi)/i, 'vous êtes infecté'],
  ['fr', 'contagieux', /contagi/i, 'contagieux'],
];

describe('a person who carries bacteria is never called', () => {
  test.each(banned)('%s: %s', (tag, _, found, example) => {
    const pattern = new RegExp(found.source.normalize('NFC'), found.flags);
    expect(example.normalize('NFC')).toMatch(pattern);
    expect([...spokenIn(tag).sentences].filter(([, text]) => pattern.test(text))).toEqual([]);
  });
});

/** The word that a language has agreed on, wherever English uses the one on the left. */
const agreed: readonly [english: RegExp, own: Readonly<Record<string, RegExp>>][] = [
  [/\bcarbapenems\b/i, { fr: /carbapénèmes/i, pa: /ਕਾਰਬਾਪੇਨੇਮ/, 'zh-Hans': /碳青霉烯/, ar: /كاربابينيم/ }],
  [/\bantibiotics?\b/i, { fr: /antibioti/i, pa: /ਐਂਟੀਬਾਇਓਟਿਕ/, 'zh-Hans': /抗生素/, ar: /مضاد(ات|ًا|اتك)?/ }],
  [/\binfections?\b(?!-control)/i, { fr: /infecti/i, pa: /ਇਨਫੈਕਸ਼ਨ|ਲਾਗ/, 'zh-Hans': /感染/, ar: /عدوى|العدوى/ }],
  [/\bsoap\b/i, { fr: /savon/i, pa: /ਸਾਬਣ/, 'zh-Hans': /皂|洗手液/, ar: /صابون/ }],
  [/\bvaccine\b/i, { fr: /vaccin/i, pa: /ਟੀਕਾ|ਵੈਕਸੀਨ/, 'zh-Hans': /疫苗/, ar: /لقاح/ }],
  [/\binterpreter\b/i, { fr: /interpr/i, pa: /ਦੁਭਾਸ਼ੀ/, 'zh-Hans': /口译/, ar: /مترجم|ترجمة/ }],
];

describe.each(translated)('the agreed words of $tag', ({ tag }) => {
  test.each(agreed)('for %s', (source, own) => {
    const pattern = own[tag];
    if (!pattern) throw new Error(`tests/locales: no word for ${source} in "${tag}"`);
    const wanted = [...spokenIn('en').sentences].filter(([, text]) => source.test(text)).map(([at]) => at);
    expect(wanted.length).toBeGreaterThan(0);
    expect(wanted.filter((at) => !new RegExp(pattern.source.normalize('NFC'), pattern.flags).test(spokenIn(tag).sentences.get(at) ?? '')).map((at) => `${at}: ${spokenIn('en').sentences.get(at)} → ${spokenIn(tag).sentences.get(at)}`)).toEqual([]);
  });
});
