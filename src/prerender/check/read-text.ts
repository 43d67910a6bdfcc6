import { readFileSync } from 'node:fs';

/** The text of a file of words or facts, without the byte order mark that some editors put first. Nothing where it is not UTF-8: its letters would be lost. */
export function readText(path: string): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path));
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/** What whoever saved it so has to hear. */
export const notUtf8 = (name: string): string => `${name}: this is not UTF-8, so its letters would be lost. Save it as UTF-8 (the "encoding" of an editor).`;
