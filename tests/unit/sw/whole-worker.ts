import { vi } from 'vitest';
import type { Ask, Nudge } from '../../../src/sw/messages.ts';
import type { Deployed } from './small-site.ts';

type Heard = (event: object) => void;

/** A page as the worker sees it. */
class Client {
  constructor(readonly id: string) {}
  readonly url = 'https://leaflet.test/ar/';
}

/** Starts `src/sw/sw.ts` itself, in force, with open pages of these ids; stands in for the worker's globals until `vi.unstubAllGlobals`. */
export async function wholeWorker({ release }: Deployed, ...ids: string[]) {
  const listeners = new Map<string, Heard>();
  const open = ids.map((id) => new Client(id));
  const waiting = { postMessage: vi.fn<(message: Ask | Nudge) => void>() };
  vi.stubGlobal('__RELEASE__', release);
  vi.stubGlobal('Client', Client);
  vi.stubGlobal('BroadcastChannel', class { postMessage() {} });
  vi.stubGlobal('self', {
    location: { origin: 'https://leaflet.test' },
    clients: { matchAll: async () => open },
    registration: { waiting, installing: null, addEventListener() {}, unregister: async () => true },
    addEventListener: (type: string, heard: Heard) => listeners.set(type, heard),
  });
  vi.resetModules();
  // Not by its name: it is checked with the worker's own settings.
  const path = '../../../src/sw/sw.ts';
  await import(path);

  /** Posts a message of a page; gives what the worker does for it, and its answer. */
  function post(message: Ask | Nudge, id = ids[0] ?? '') {
    const answers: unknown[] = [];
    let work: unknown;
    const port = { postMessage: (reply: unknown) => answers.push(reply) };
    const source = open.find((page) => page.id === id);
    listeners.get('message')?.({ data: message, ports: [port], source, waitUntil: (promise: unknown) => (work = promise) });
    return { answers, done: Promise.resolve(work) };
  }

  return { post, waiting, openPage: (id: string) => void open.push(new Client(id)) };
}
