import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createSecureServer } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { join, normalize } from 'node:path';
import { styleHashesOf } from '../../src/prerender/hosts/style-hashes.ts';
import { headersOf, missingHeaders, type Headers } from '../../src/site/headers.ts';
import type { Certificate } from './certificate.ts';
import { now } from './now.ts';

/** A request as the server saw it. */
export interface Asked {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly path: string;
  /** Port that its connection came from. */
  readonly from: number | undefined;
  readonly isAnswered: boolean;
}

export interface SecureServer {
  readonly port: number;
  readonly asked: readonly Asked[];
  /** Closes the port; resolves when the last connection has gone. */
  close(): Promise<void>;
}

/** An answer ready to be sent. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Buffer;
}

/**
 * Serves a built folder over TLS and HTTP/2 as its host would: real headers, brotli twins.
 *
 * @param extra what stands at paths that are not in the folder
 * @param only the one path that is ever answered; all are without it
 */
export async function serveSecurely(folder: string, { key, cert }: Certificate, extra: Readonly<Record<string, Answer>>, only?: string): Promise<SecureServer> {
  const styleHashes = styleHashesOf(folder);
  const asked: Asked[] = [];

  function answerTo(path: string): Answer {
    const name = normalize(decodeURIComponent(path.endsWith('/') ? `${path}index.html` : path)).slice(1);
    const file = join(folder, name);
    if (name.startsWith('..') || !existsSync(file)) return { status: 404, headers: missingHeaders, body: Buffer.from('Not found') };
    const isPacked = existsSync(`${file}.br`);
    const body = readFileSync(isPacked ? `${file}.br` : file);
    const encoding: Headers = isPacked ? { 'content-encoding': 'br', vary: 'accept-encoding' } : {};
    const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 16)}"`;
    return { status: 200, headers: { ...headersOf(name, styleHashes), ...encoding, etag }, body };
  }

  const server = createSecureServer({ key, cert, allowHTTP1: true }, (request, response) => {
    const { pathname } = new URL(request.url, 'https://localhost');
    const isAnswered = only === undefined || pathname === only;
    asked.push({ at: now(), path: pathname, from: request.socket.remotePort, isAnswered });
    if (!isAnswered) return;
    const { status, headers, body } = extra[pathname] ?? answerTo(pathname);
    response.writeHead(status, { ...headers, 'content-length': body.length });
    response.end(body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    asked,
    async close() {
      const closed = once(server, 'close');
      server.close();
      await closed;
    },
  };
}
