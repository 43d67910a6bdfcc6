import { createHash } from 'node:crypto';
import type { Release } from '../../src/sw/release.ts';

/**
 * Reads the release out of the text of a worker, where the build wrote it as a literal. Nothing of the text is run.
 * Undefined where there is none, or where its version is not that of its content.
 */
export function readRelease(worker: string): Release | undefined {
  for (const { index } of worker.matchAll(/\{\s*["'`]?version["'`]?\s*:/g)) {
    const found = attempt(() => readLiteral(worker.slice(index)));
    if (isRelease(found)) return found;
  }
  return undefined;
}

/** As the build makes it: any change to what the worker knows makes another version. */
function isRelease(found: unknown): found is Release {
  const { version, ...content } = Object(found) as Partial<Release>;
  const { base, shell, packs, pages, htmlHeaders } = content;
  const whole = typeof base === 'string' && [shell, packs, pages, htmlHeaders].every((part) => typeof part === 'object');
  return whole && version === createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 8);
}

/** `{`, a string in any quotes, a name or a number, with the white space before. */
const token = /\s*(?:([{}[\]:,])|(["'`])((?:\\.|(?!\2)[^\\])*)\2|([\w$.!+-]+))/y;

/** Reads an object, array, string, number or boolean as a minifier writes them; throws on anything else. */
export function readLiteral(text: string): unknown {
  const tokens = new RegExp(token);
  const next = () => {
    const found = tokens.exec(text);
    if (!found) throw new SyntaxError('not a literal');
    const [, mark, , quoted, word] = found;
    return { mark, quoted, word };
  };

  /** Reads entries until the closing mark; a comma may stand before it. */
  function entries(close: string, read: (first: ReturnType<typeof next>) => void): void {
    for (let first = next(); first.mark !== close; first = next()) {
      read(first);
      const { mark } = next();
      if (mark === close) return;
      if (mark !== ',') throw new SyntaxError('not a list');
    }
  }

  function value({ mark, quoted, word }: ReturnType<typeof next>): unknown {
    if (quoted !== undefined) return plain(quoted);
    if (mark === '[') {
      const list: unknown[] = [];
      entries(']', (first) => void list.push(value(first)));
      return list;
    }
    if (mark === '{') {
      const pairs: [string, unknown][] = [];
      entries('}', ({ quoted: text, word: name }) => {
        const key = text === undefined ? name : plain(text);
        if (key === undefined || next().mark !== ':') throw new SyntaxError('not an object');
        pairs.push([key, value(next())]);
      });
      return Object.fromEntries(pairs);
    }
    return constant(word);
  }
  return value(next());
}

function constant(word: string | undefined): unknown {
  if (word === 'true' || word === '!0') return true;
  if (word === 'false' || word === '!1') return false;
  if (word === 'null') return null;
  const number = Number(word);
  if (word === undefined || Number.isNaN(number)) throw new SyntaxError('not a constant');
  return number;
}

function plain(quoted: string): string {
  if (quoted.includes('${')) throw new SyntaxError('not a plain text');
  return quoted.replace(/\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|([\s\S]))/g, (_, four, two, one: string) =>
    one === undefined ? String.fromCharCode(parseInt(four ?? two, 16)) : ({ n: '\n', r: '\r', t: '\t' }[one] ?? one),
  );
}

function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
