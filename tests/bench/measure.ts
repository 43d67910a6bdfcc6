import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Certificate } from './certificate.ts';
import { serveSecurely, type Answer } from './secure-server.ts';
import { openThrottledBrowser } from './throttled-browser.ts';
import { oneWay, openThrottledLink, sum, type Traffic } from './throttled-link.ts';

/** What it took to get so far. */
export interface Milestone extends Traffic {
  /** Milliseconds since the navigation began. */
  readonly ms: number;
  /** Requests that reached the server early enough for an answer to have come. */
  readonly requests: number;
  /** Of the bytes with headers, those of connections that never carried a request. */
  readonly unused: number;
}

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

/** Opens `path` with an empty profile on the throttled link. With `other`, a second page, also waits until all is kept and goes offline. */
export async function measureJourney({ folder, certificate, slowdown, extra }: Stage, path: string, other?: string): Promise<Journey> {
  const profile = await mkdtemp(join(tmpdir(), 'handleaf-bench-profile-'));
  const server = await serveSecurely(folder, certificate, extra);
  const link = await openThrottledLink(server.port);
  const site = `https://localhost:${link.port}`;
  const open = () => openThrottledBrowser({ profile, fingerprint: certificate.fingerprint, slowdown });
  let browser = await open();
  let stopped: Promise<unknown> | undefined;
  const stop = () => (stopped ??= Promise.all([link.close(), server.close()]));
  const secondVisit = async (address: string) => {
    const { began, readable } = await browser.visit(site + address);
    return (await readable()) - began;
  };

  try {
    const { began, readable, ready } = await browser.visit(site + path);
    const milestone = (at: number): Milestone => {
      const requests = server.asked.filter((one) => one.at <= at - oneWay).length;
      const unused = link.connections.filter((port) => server.asked.every(({ from }) => from !== port));
      return { ms: at - began, ...link.trafficUntil(at), requests, unused: sum(unused.map((port) => link.trafficUntil(at, port).ip)) };
    };
    const readableAt = await readable();
    if (!other) return { readable: milestone(readableAt), asked: [] };
    const readyAt = await ready();
    const asked = server.asked.map((one) => ({ path: one.path, ms: one.at - oneWay - began }));
    const online = { readable: milestone(readableAt), asked };

    await browser.close();
    await stop();
    browser = await open();
    const [same, another] = [await secondVisit(path), await secondVisit(other)];
    return { ...online, kept: { ready: milestone(readyAt), same, other: another } };
  } finally {
    await browser.close();
    await stop();
    await rm(profile, { recursive: true, force: true });
  }
}
