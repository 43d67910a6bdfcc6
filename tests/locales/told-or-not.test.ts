import { describe, expect, test } from 'vitest';
import { bc } from '../../src/content/editions/bc.ts';
import { speak } from '../fixtures/locale-words.ts';

/** In each language: how "you do not have to" is said, and the forms that say "you must not". */
const forms: Readonly<Record<string, { free: RegExp; forbidden: RegExp; asked: RegExp; refused: RegExp }>> = {
  en: {
    free: /do not have to/i,
    forbidden: /must not|may not|should not|cannot|\bnever\b|do not tell|don.t tell|not allowed|forbid/i,
    asked: /^Tell /,
    refused: /^Do not /,
  },
  fr: {
    free: /n[’']avez pas (à|besoin de (le )?(leur )?dire)|rien ne vous oblige|pas nécessaire|pas obligé/i,
    forbidden: /ne devez pas|ne faut pas|interdi|ne dites pas|ne le dites|défen[sd]|devez (le )?taire|ne pouvez pas/i,
    asked: /\bdites\b/i,
    refused: /^Ne .+ pas/,
  },
  pa: {
    free: /ਜ਼ਰੂਰੀ ਨਹੀਂ|ਲੋੜ ਨਹੀਂ/,
    forbidden: /ਨਹੀਂ ਦੱਸਣਾ|ਨਾ ਦੱਸ|ਨਹੀਂ ਚਾਹੀਦਾ|ਚਾਹੀਦਾ ਨਹੀਂ|ਮਨ੍ਹਾ|ਮਨਾਹੀ|ਨਹੀਂ ਦੱਸ ਸਕਦੇ/,
    asked: /ਦੱਸੋ/,
    refused: /ਨਾ ਕਰੋ/,
  },
  'zh-Hans': {
    free: /无需|不必|无须|不用/,
    forbidden: /不能|不要|不得|不可|不许|不准|禁止|不应|切勿|请勿/,
    asked: /告诉/,
    refused: /不要/,
  },
  ar: {
    free: /لا يلزم|غير ملزم|ليس من الضروري/,
    forbidden: /لا يجب|يجب ألا|يجب أن لا|لا ينبغي|ينبغي ألا|لا يجوز|ممنوع|يُ?منع|يُ?حظر|عدم إخبار|لا تخبر/,
    asked: /إخبار|إبلاغ/,
    refused: /عدم|لا تشارك/,
  },
};

const pattern = (found: RegExp) => new RegExp(found.source.normalize('NFC'), found.flags);

// Only the sources of British Columbia say whom nobody has to tell.
describe.each(speak(bc))('whom to tell, in $tag', ({ tag, sentences }) => {
  const own = forms[tag];
  if (!own) throw new Error(`tests/locales: no forms of "you do not have to" for "${tag}"`);
  const say = (at: string) => sentences.get(at) ?? `nothing at ${at}`;
  const free = ['telling-others:short[1]', 'telling-others:blocks.no-need.heading', 'telling-others:blocks.no-need.intro', 'daily-life:short[1]', 'daily-life:blocks.work-school.body[0]'];

  test.each(free)('%s says that nobody has to, and forbids nothing', (at) => {
    expect(say(at)).toMatch(pattern(own.free));
    expect(say(at)).not.toMatch(pattern(own.forbidden));
  });

  test('whoever gives care is to be told, and that is not left free', () => {
    for (const at of ['telling-others:short[0]', 'telling-others:blocks.tell.intro', 'hospital-visits:short[0]']) {
      expect(say(at)).toMatch(pattern(own.asked));
      expect(say(at)).not.toMatch(pattern(own.free));
    }
  });

  test('what is not to be shared is refused, and not left free', () => {
    expect(say('home-hygiene:blocks.own-things.intro')).toMatch(pattern(own.refused));
    expect(say('home-hygiene:blocks.own-things.intro')).not.toMatch(pattern(own.free));
  });

  test('nobody is forbidden to tell family, friends or a partner', () => {
    const yours = [...sentences].filter(([at]) => at === 'telling-others:short[2]' || at.startsWith('telling-others:blocks.your-choice.'));
    expect(yours.length).toBe(6);
    expect(yours.filter(([, text]) => pattern(own.forbidden).test(text))).toEqual([]);
  });
});

test('the guard finds the forms that say the opposite', () => {
  const wrong = { en: 'You must not tell your work.', fr: 'Vous ne devez pas le dire au travail.', pa: 'ਤੁਹਾਨੂੰ ਕੰਮ ਉੱਤੇ ਨਹੀਂ ਦੱਸਣਾ ਚਾਹੀਦਾ।', 'zh-Hans': '您不能告诉工作单位。', ar: 'لا يجب إخبار جهة العمل.' };
  for (const [tag, text] of Object.entries(wrong)) expect([tag, pattern(forms[tag]?.forbidden ?? /^$/).test(text.normalize('NFC'))]).toEqual([tag, true]);
});

test('who need not be told stands on the same page as who is to be told, and after it', () => {
  const told = bc.leaflet['telling-others'].map(([block]) => block);
  expect(told.indexOf('tell')).toBe(0);
  expect(told.indexOf('no-need')).toBeGreaterThan(0);
});
