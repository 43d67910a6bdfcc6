import { wordsBroughtBy } from '../../sw/difference.ts';

/** Above this part of them, the characters beyond ASCII are of one script of an alphabet; Chinese ones are spread too widely. */
const most = 0.8;

/**
 * The lines of a difference as bytes, which `decodeDifference` reads: one byte for each character of the language where its script allows.
 *
 * @param opened a page of the language, where what it brings is to be left out
 */
export function encodeDifference(lines: readonly string[], opened = ''): Buffer {
  const above = aboveByte(lines.join(''));
  const brought = new Map(wordsBroughtBy(opened).map((piece, index) => [piece, index]));
  let last = 0;
  const written = lines.map((line) => {
    const index = brought.get(line);
    if (index === undefined) return escape(line, above);
    const step = index - last;
    last = index;
    return `\x02${step}`;
  });
  return Buffer.from([above, ...written].join('\n'), above ? 'latin1' : 'utf8');
}

function escape(line: string, above: number): string {
  return line.replace(above ? /[^\0\x03-\x7f]/g : /[\x01\x02]/g, (character) => {
    const code = character.charCodeAt(0);
    return above && code >= above + 128 && code < above + 256 ? String.fromCharCode(code - above) : `\x01${code.toString(16).padStart(4, '0')}`;
  });
}

/** By how much the script's characters stand above the bytes 128 to 255; 0 where one byte does not do. */
function aboveByte(text: string): number {
  const blocks = new Map<number, number>();
  let all = 0;
  for (let at = 0; at < text.length; at += 1) {
    const block = text.charCodeAt(at) >> 7;
    if (block === 0) continue;
    all += 1;
    blocks.set(block, (blocks.get(block) ?? 0) + 1);
  }
  const [usual] = [...blocks].sort(([, one], [, other]) => other - one);
  // Latin letters stand at their bytes already: 0.
  return usual && usual[1] > most * all ? (usual[0] - 1) * 128 : 0;
}
