import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Certificate } from './certificate.ts';
import { serveSecurely, type Answer } from './secure-server.ts';
import { openThrottledBrowser } from './throttled-browser.ts';
import { oneWay, openThrottledLink, sum } from './throttled-link.ts';
import type { Sighting } from './watch-page.ts';

/** What it took to get so far. */
export interface Milestone {
  /** Bytes on the wire, both directions, with headers. */
  readonly bytes: number;
  /** Milliseconds since the navigation began. */
  readonly ms: number;
  /** Requests that the server answered, and that reached it early enough for the answer to have come. */
  readonly requests: number;
  /** Of the bytes, those of connections that never carried a request. */
  readonly unused: number;
}

/** Bytes that were of use to the page. */
export const used = ({ bytes, unused }: Milestone): number => Math.round(bytes - unused);

/** What one reader went through; milliseconds. */
export interface Journey {
  readonly readable: Milestone;
  /** When the browser asked for what, since the navigation began. */
  readonly asked: readonly { readonly path: string; readonly ms: number }[];
  /** Until everything is on the phone; then, server stopped and browser started anew, until the same page and another are readable again. */
  readonly kept?: { readonly ready: Milestone; readonly same: number; readonly other: number };
}

export interface Stage {
  readonly folder: string;
  readonly certificate: Certificate;
  /** How many times slower the page runs. */
  readonly slowdown: number;
  /** What stands at paths that the build did not make. */
  readonly extra: Readonly<Record<string, Answer>>;
}

/**
 * Opens `path` with an empty profile on the throttled link, waits until it is readable and, with `other`, a second page, until all is kept;
 * then goes offline.
 *
 * @param only the one path that the server ever answers; all are without it
 */
export async function measureJourney({ folder, certificate, slowdown, extra }: Stage, path: string, { other, only }: { other?: string; only?: string } = {}): Promise<Journey> {
  const profile = await mkdtemp(join(tmpdir(), 'handleaf-bench-profile-'));
  const server = await serveSecurely(folder, certificate, extra, only);
  const link = await openThrottledLink(server.port);
  const site = `https://localhost:${link.port}`;
  const open = () => openThrottledBrowser({ profile, fingerprint: certificate.fingerprint, slowdown });
  let browser = await open();
  let stopped: Promise<unknown> | undefined;
  const stop = () => (stopped ??= Promise.all([link.close(), server.close()]));
  const secondVisit = async (address: string) => {
    const { at, began } = await browser.visit(site + address).readable();
    return at - began;
  };

  try {
    const { readable, ready } = browser.visit(site + path);
    const milestone = ({ at, began }: Sighting): Milestone => {
      const requests = server.asked.filter((one) => one.isAnswered && one.at <= at - oneWay).length;
      const unused = link.connections.filter((port) => server.asked.every(({ from }) => from !== port));
      return { ms: at - began, bytes: link.bytesUntil(at), requests, unused: sum(unused.map((port) => link.bytesUntil(at, port))) };
    };
    const read = await readable();
    if (!other) return { readable: milestone(read), asked: [] };
    const kept = await ready();
    const asked = server.asked.map((one) => ({ path: one.path, ms: one.at - oneWay - read.began }));
    const online = { readable: milestone(read), asked };

    await browser.close();
    await stop();
    browser = await open();
    const [same, another] = [await secondVisit(path), await secondVisit(other)];
    return { ...online, kept: { ready: milestone(kept), same, other: another } };
  } finally {
    await browser.close();
    await stop();
    await rm(profile, { recursive: true, force: true });
  }
}
