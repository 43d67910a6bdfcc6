import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Certificate } from './certificate.ts';
import { serveSecurely, type Answer } from './secure-server.ts';
import { openThrottledBrowser } from './throttled-browser.ts';
import { oneWay, openThrottledLink, type Traffic } from './throttled-link.ts';

/** What it took to get so far. */
export interface Milestone extends Traffic {
  /** Milliseconds since the navigation began. */
  readonly ms: number;
  /** Requests that reached the server early enough for an answer to have come. */
  readonly requests: number;
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
  /** What stands at paths that the build did not make. */
  readonly extra: Readonly<Record<string, Answer>>;
}

/** Opens `path` with an empty profile on the throttled link. With `other`, a second page, also waits until all is kept and goes offline. */
export async function measureJourney({ folder, certificate, extra }: Stage, path: string, other?: string): Promise<Journey> {
  const profile = await mkdtemp(join(tmpdir(), 'handleaf-bench-profile-'));
  const server = await serveSecurely(folder, certificate, extra);
  const link = await openThrottledLink(server.port);
  const site = `https://localhost:${link.port}`;
  let browser = await openThrottledBrowser(profile, certificate.fingerprint);
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
      return { ms: at - began, ...link.trafficUntil(at), requests };
    };
    const readableAt = await readable();
    if (!other) return { readable: milestone(readableAt), asked: [] };
    const readyAt = await ready();
    const asked = server.asked.map((one) => ({ path: one.path, ms: one.at - oneWay - began }));
    const online = { readable: milestone(readableAt), asked };

    await browser.close();
    await stop();
    browser = await openThrottledBrowser(profile, certificate.fingerprint);
    const [same, another] = [await secondVisit(path), await secondVisit(other)];
    return { ...online, kept: { ready: milestone(readyAt), same, other: another } };
  } finally {
    await browser.close();
    await stop();
    await rm(profile, { recursive: true, force: true });
  }
}
