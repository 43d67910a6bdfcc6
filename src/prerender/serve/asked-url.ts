import type { IncomingMessage } from 'node:http';

/** The address that a request asks for. It is written behind an origin, because `//` alone is an address of a host that is missing, and would throw. */
export function askedUrl({ url = '/' }: Pick<IncomingMessage, 'url'>): URL {
  return new URL(`http://localhost${url}`);
}
