import { describe, expect, test } from 'vitest';
import { spoken } from '../fixtures/locale-words.ts';

/** In each language: how the helper says that nobody has to tell, and forms that would forbid it. */
const forms: Readonly<Record<string, { free: RegExp; forbidden: RegExp }>> = {
  en: { free: /do not have to|no need/i, forbidden: /must not|may not|should not|never|do not tell|not allowed/i },
  fr: { free: /pas à le|pas besoin|pas obligatoire|pas nécessaire/i, forbidden: /ne devez pas|ne faut pas|interdi|ne le dites|ne pouvez pas/i },
  pa: { free: /ਜ਼ਰੂਰੀ ਨਹੀਂ|ਲੋੜ ਨਹੀਂ/, forbidden: /ਨਹੀਂ ਦੱਸਣਾ|ਨਾ ਦੱਸ|ਨਹੀਂ ਚਾਹੀਦਾ|ਮਨਾਹੀ/ },
  'zh-Hans': { free: /无需|不必|无须|不用/, forbidden: /不能|不要|不得|不可|不许|不准|禁止|不应|请勿/ },
  ar: { free: /لا يلزم|ليس من الضروري/, forbidden: /لا يجب|يجب ألا|لا ينبغي|لا يجوز|ممنوع|يحظر|عدم إخبار|لا تخبر/ },
};

describe.each(spoken)('the answers of the helper in $tag', ({ tag, sentences }) => {
  const own = forms[tag];
  if (!own) throw new Error(`tests/locales: no forms of "no need to tell" for "${tag}"`);
  const says = (found: RegExp, text: string) => new RegExp(found.source.normalize('NFC'), found.flags).test(text);
  const said = [...sentences].filter(([at]) => /^whom:(answers|why)\./.test(at));
  const free = ['whom:answers.no-need', 'whom:why.not-required', 'whom:why.not-required-at-work'];

  test('say that nobody has to where that is the answer, and nowhere else', () => {
    expect(said.length).toBe(10);
    expect(said.filter(([, text]) => says(own.free, text)).map(([at]) => at)).toEqual(free);
  });

  test('forbid nothing', () => {
    expect(said.filter(([, text]) => says(own.forbidden, text))).toEqual([]);
  });
});
