import { correction, generate, mode } from 'lean-qr';

/** A code as it is drawn: areas (`path`) in a square of `size` modules, its quiet zone of four on each side included. Printers move strokes, not areas. */
export interface Qr {
  readonly size: number;
  readonly path: string;
}

const quiet = 4;
/** In a smaller code the same stain hits more of the words that mend each other. */
const smallestLink = 5;
/** A code of more than 97 modules a side is hard for a phone to read from paper. */
const largestText = 20;
/** What such a code holds with the least to spare: bytes of version 20, level L (ISO/IEC 18004, table 7). */
export const mostTextBytes = 858;

/** The code of a link, with so much to spare that a fold or a stain does no harm. */
export function qrOfLink(link: string): Qr {
  return drawn(generate(mode.ascii(link), { minCorrectionLevel: correction.H, minVersion: smallestLink }));
}

/** What a code of version 20 holds in bytes, the most that mends each other first (ISO/IEC 18004, table 7). */
const textRooms = [
  [382, correction.H],
  [482, correction.Q],
  [666, correction.M],
  [mostTextBytes, correction.L],
] as const;

/**
 * The code of a plain text, with as much to spare as version 20 has room for. That is less than the code of a link: up to 666 bytes
 * bear a stain on a twelfth of the code, more only on a twentieth. UTF-8 without a mark of its encoding: readers guess it, and older ones
 * stumble over the mark.
 *
 * @throws RangeError where the text has more than `mostTextBytes`
 */
export function qrOfText(text: string): Qr {
  const bytes = new TextEncoder().encode(text);
  const room = textRooms.find(([most]) => bytes.length <= most);
  if (!room) throw new RangeError(`${bytes.length} bytes do not fit into one code, which holds ${mostTextBytes}: "${text}"`);
  return drawn(generate(mode.bytes(bytes), { minCorrectionLevel: room[1], maxVersion: largestText }));
}

function drawn({ size, get }: ReturnType<typeof generate>): Qr {
  let path = '';
  for (let y = 0; y < size; y++) {
    let at = -1;
    for (let x = 0; x < size; x++) {
      const from = x;
      while (get(x, y)) x++;
      if (x === from) continue;
      path += `${at < 0 ? `M${from + quiet} ${y + quiet}` : `m${from - at} 0`}h${x - from}v1h-${x - from}z`;
      at = from;
    }
  }
  return { size: size + 2 * quiet, path };
}
