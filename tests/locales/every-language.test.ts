import { describe, expect, test } from 'vitest';
import { english, spoken, translated, withoutPlaceholders } from '../fixtures/locale-words.ts';
import { speaking } from '../fixtures/speaker.ts';

/** The letters of the scripts that mix several; any other has those of its own name (ISO 15924, as Unicode calls them too). */
const mixed: Readonly<Record<string, RegExp>> = {
  Hans: /\p{Script=Han}/u,
  Hant: /\p{Script=Han}/u,
  Jpan: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/u,
  Kore: /[\p{Script=Hangul}\p{Script=Han}]/u,
};

/** Names that are written in Latin letters in every language. */
const names = /Handleaf|iPhone|iPad|Android|JavaScript|Install app|Open in browser|Add to Home [Ss]creen|\b[kK]B\b|\bCP[OE]\b|\bCRE\b|\bQR\b/g;

/** Characters that simplified Chinese has replaced. */
const traditional = /[們個這來時國說會對學開關門間車長見現為無與後從過還進運動電話醫藥葉請讓點錢難題裡應該嗎麼樣實際區證術產經給總線練紅細組織結統綠續體發頭臺灣雙節聽讀寫買賣護檢驗傳衛腸類]/u;

describe.each(spoken)('$tag', ({ script, sentences }) => {
  const all = [...sentences];
  const is = (found: (text: string) => boolean) => all.filter(([, text]) => found(text)).map(([at, text]) => `${at}: ${text}`);

  test('is written in its own letters', () => {
    const own = mixed[script] ?? new RegExp(`\\p{Script=${script}}`, 'u');
    const foreign = (text: string) => [...withoutPlaceholders(text).replace(names, '')].filter((character) => /\p{L}/u.test(character) && !own.test(character));
    expect(is((text) => foreign(text).length > 0)).toEqual([]);
    expect(all.filter(([, text]) => own.test(text)).length).toBeGreaterThan(400);
  });

  test('has no space where none belongs', () => {
    expect(is((text) => text !== text.trim() || / {2}|[\n\t]/.test(text))).toEqual([]);
  });

  test('has no plural forms, which nothing chooses from', () => {
    expect(all.map(([at]) => at).filter((at) => /_(zero|one|two|few|many|other|plural|ordinal)\b/.test(at))).toEqual([]);
  });

  test('has brackets and quotation marks in pairs', () => {
    const count = (text: string, signs: RegExp) => text.match(signs)?.length ?? 0;
    for (const [open, close] of [[/\(/g, /\)/g], [/（/g, /）/g], [/“/g, /”/g], [/«/g, /»/g], [/「/g, /」/g]] as const) expect(is((text) => count(text, open) !== count(text, close))).toEqual([]);
  });

  test('spells the name of the leaflet in one way', () => {
    expect(is((text) => /hand[- ]?leaf/i.test(text) && !/Handleaf/.test(text))).toEqual([]);
  });
});

describe.each(translated)('$tag', ({ sentences, tag }) => {
  test('leaves no sentence of twelve letters or more in English', () => {
    const same = [...sentences].filter(([at, text]) => text === english.sentences.get(at) && withoutPlaceholders(text).trim().length >= 12);
    expect(same).toEqual([]);
  });

  test('leaves no English word between its own', () => {
    const left = [...sentences].filter(([, text]) => /\b(the|and|with|your|you|hands?|wash|from|this)\b/i.test(text.replace(names, '')));
    expect(left).toEqual([]);
  });

  test('ends a sentence where English does, with its own mark', () => {
    const own = speaking(tag).marks;
    const wrong = [...sentences].flatMap(([at, text]) => {
      const source = english.sentences.get(at) ?? '';
      const expected = own[source.at(-1) ?? ''];
      // A short name that English begins with a question word is a question in some languages.
      const asks = /^(what|whom?|how|where|why|when)\b/i.test(source);
      const right = expected ? expected.test(text) : !Object.entries(own).some(([sign, mark]) => mark.test(text) && !(asks && sign === '?'));
      return right ? [] : [`${at}: ${source} → ${text}`];
    });
    expect(wrong).toEqual([]);
  });
});

describe('letters of a neighbour', () => {
  const holds = (tag: string, found: RegExp) => [...(spoken.find((language) => language.tag === tag)?.sentences ?? [])].filter(([, text]) => found.test(text));

  test('no Persian or Urdu letter stands in Arabic', () => {
    expect(holds('ar', /[کیہھےگچپژۂ]/u)).toEqual([]);
    expect(holds('ar', /[كي]/u).length).toBeGreaterThan(300);
  });

  test('no Latin comma or question mark stands in Arabic', () => {
    expect(holds('ar', /[,?;]/)).toEqual([]);
  });

  test('no traditional character stands in simplified Chinese', () => {
    expect(holds('zh-Hans', traditional)).toEqual([]);
    expect(traditional.test('請告訴醫護人員')).toBe(true);
    expect(traditional.test('请告诉医护人员')).toBe(false);
  });

  test('no Latin comma, stop or question mark stands in Chinese', () => {
    expect(holds('zh-Hans', /[,;?!]|\.(?!\w)|:/)).toEqual([]);
  });

  test('no Latin full stop ends a sentence in Punjabi', () => {
    expect(holds('pa', /\.(\s|$)/)).toEqual([]);
  });

  test('a space that does not break stands before the double marks of French', () => {
    expect(holds('fr', /[^\u00a0\u202f][:;?!»]|«[^\u00a0\u202f]/)).toEqual([]);
  });

  test('French has the curved apostrophe', () => {
    expect(holds('fr', /'/)).toEqual([]);
  });
});
