import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { now } from './now.ts';

/** Of each direction, for all connections together. */
const bytesPerMs = 400_000 / 8 / 1000;
/** How long a segment is on its way, in milliseconds; half a round trip. */
export const oneWay = 200;
/** Largest piece of a TCP segment, and the IP and TCP headers before it; bytes. */
const segment = 1_460;
const segmentHeader = 40;

export interface ThrottledLink {
  readonly port: number;
  /**
   * Bytes on the wire until then (milliseconds since 1970), sent by the browser or arrived at it: TLS and everything in it, and 40 bytes of IP and
   * TCP headers for each segment; bare acknowledgements are left out.
   *
   * @param only the port that the server saw a connection come from; all connections without it
   */
  bytesUntil(then: number, only?: number): number;
  /** The ports that the server saw connections come from. */
  readonly connections: readonly number[];
  /** Breaks every connection and closes the port. */
  close(): Promise<void>;
}

interface Piece {
  readonly at: number;
  /** With headers. */
  readonly bytes: number;
  readonly from: number;
}

/** A port that leads to `serverPort` as over a slow mobile network: 400 kbit/s and 200 ms each way, and one round trip before a connection stands. */
export async function openThrottledLink(serverPort: number): Promise<ThrottledLink> {
  const pieces: Piece[] = [];
  const connections: number[] = [];
  const sockets = new Set<Socket>();
  const [up, down] = [direction(), direction()];

  const server = createServer({ noDelay: true }, (browser) => {
    const site = connect({ port: serverPort, host: '127.0.0.1', noDelay: true });
    for (const socket of [browser, site]) {
      sockets.add(socket);
      socket.on('close', () => sockets.delete(socket));
      socket.on('error', () => [browser, site].forEach((one) => one.destroy()));
    }
    // The kernel has shaken hands at once; the network would have taken a round trip.
    const roundTrip = setTimeout(2 * oneWay);
    site.on('connect', async () => {
      const { localPort = 0 } = site;
      connections.push(localPort);
      const note = (length: number) => void pieces.push({ at: now(), from: localPort, bytes: length + segmentHeader });
      await roundTrip;
      forward(browser, site, up, note, undefined);
      forward(site, browser, down, undefined, note);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    connections,
    bytesUntil: (then, only) => sum(pieces.filter(({ at, from }) => at <= then && (only === undefined || from === only)).map(({ bytes }) => bytes)),
    async close() {
      const closed = once(server, 'close');
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

type Send = (length: number, arrive: () => void) => void;
type Note = ((length: number) => void) | undefined;

function forward(from: Socket, to: Socket, send: Send, sent: Note, arrived: Note): void {
  from.on('data', (data: Buffer) => {
    for (let start = 0; start < data.length; start += segment) {
      const piece = data.subarray(start, start + segment);
      sent?.(piece.length);
      send(piece.length, () => {
        if (to.destroyed) return;
        arrived?.(piece.length);
        to.write(piece);
      });
    }
  });
  from.on('end', () => send(0, () => to.end()));
}

/** One direction of the link: pieces leave one after the other, at its rate, and arrive in the same order. */
function direction(): Send {
  const onTheWay: { due: number; arrive: () => void }[] = [];
  let free = 0;
  let waiting = false;

  async function deliver(): Promise<void> {
    if (waiting) return;
    waiting = true;
    for (let next = onTheWay[0]; next; next = onTheWay[0]) {
      const early = next.due - performance.now();
      if (early > 0) await setTimeout(early);
      else onTheWay.shift()?.arrive();
    }
    waiting = false;
  }
  return (length, arrive) => {
    free = Math.max(free, performance.now()) + (length === 0 ? 0 : length + segmentHeader) / bytesPerMs;
    onTheWay.push({ due: free + oneWay, arrive });
    void deliver();
  };
}

/** Adds up. */
export const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
