import { hash as digestOf } from 'node:crypto';
import { vi } from 'vitest';
import { login } from './fake-browser.ts';
import { broken, bytesOf, FastBlob, FastDecoder, FastHeaders, FastResponse, type Content } from './fast-response.ts';

const origin = 'https://leaflet.test';
/** What a network does with one request; `stale`: a file of an earlier release, as a slow copy of the site has it. */
export type Weather = 'good' | 'offline' | 'cut' | 'login' | 'hang' | 'missing' | 'stale';
/** After this time (ms) a browser itself gives up the request of a page that nothing answers; on nothing else may the worker rely. */
const browserPatience = 300_000;

type Stores = Map<string, Map<string, ArrayBuffer>>;

/**
 * A browser with its own clock: stores in memory, a network that does to each request what `weather` says in turn, and a worker
 * that can be killed in the middle of anything. Quick enough for a hundred thousand steps; stands in for the globals until `vi.unstubAllGlobals`.
 */
export function fastBrowser() {
  const digests = new WeakMap<ArrayBuffer, Buffer>();
  const state = {
    stores: new Map() as Stores,
    /** Content at a path (relative to the base) now, and before. */
    served: (_path: string): Content | undefined => undefined,
    stale: (_path: string): Content | undefined => undefined,
    weather: ['good'] as readonly Weather[],
    requests: 0,
    writes: 0,
    now: 0,
    /** Told before each use of the stores. */
    onUse: () => {},
    /** After so many uses of the stores the workers are dead, and get no answer any more. */
    usesLeft: Infinity,
    timers: new Map<number, { due: number; ring: () => void }>(),
  };
  let lastTimer = 0;
  const after = (ms: number, ring: () => void) => (state.timers.set((lastTimer += 1), { due: state.now + ms, ring }), lastTimer);
  const never = new Promise<never>(() => {});
  function use<T>(effect: () => T): Promise<T> {
    state.onUse();
    return state.usesLeft-- > 0 ? Promise.resolve(effect()) : never;
  }

  const digest = (bytes: ArrayBuffer) => {
    const known = digests.get(bytes) ?? digestOf('sha256', new Uint8Array(bytes), 'buffer');
    digests.set(bytes, known);
    return known;
  };
  /** Whether the stores have these bytes, right to the last, under this key. */
  function has(key: string, hash: string): boolean {
    for (const entries of state.stores.values()) {
      const bytes = entries.get(key);
      if (bytes && digest(bytes).toString('base64') === hash) return true;
    }
    return false;
  }

  const opened = new Map<string, ReturnType<typeof openStore>>();
  const openStore = (name: string) => ({
    match: (key: string) => use(() => {
      const found = state.stores.get(name)?.get(key);
      return found && new FastResponse(found);
    }),
    delete: (key: string) => use(() => {
      const found = !!state.stores.get(name)?.delete(key);
      state.writes += Number(found);
      return found;
    }),
    keys: () => use(() => [...(state.stores.get(name)?.keys() ?? [])].map((key) => ({ url: origin + key }))),
    put: async (key: string, response: FastResponse) => {
      const bytes = await response.arrayBuffer();
      return use(() => {
        const entries = state.stores.get(name) ?? new Map<string, ArrayBuffer>();
        state.stores.set(name, entries.set(key, bytes));
        state.writes += 1;
      });
    },
  });

  function hang(signal?: AbortSignal): Promise<never> {
    return new Promise((_, reject) => {
      const stop = () => reject(broken);
      if (signal) signal.addEventListener('abort', stop);
      else after(browserPatience, stop);
    });
  }

  function answer(path: string, weather: Weather, signal?: AbortSignal): FastResponse | Promise<never> {
    if (weather === 'offline' || signal?.aborted) throw broken;
    if (weather === 'hang') return hang(signal);
    if (weather === 'login') return new FastResponse(login, {}, 'basic');
    const content = (weather === 'stale' ? state.stale(path) : undefined) ?? state.served(path);
    if (weather === 'missing' || content === undefined) return new FastResponse('not found', { status: 404 }, 'basic');
    return new FastResponse(content, {}, 'basic', weather === 'cut');
  }

  vi.stubGlobal('Response', FastResponse);
  vi.stubGlobal('Blob', FastBlob);
  vi.stubGlobal('Headers', FastHeaders);
  vi.stubGlobal('TextDecoder', FastDecoder);
  vi.stubGlobal('crypto', { subtle: { digest: async (_: string, bytes: ArrayBuffer) => digest(bytes) } });
  vi.stubGlobal('performance', { now: () => state.now });
  vi.stubGlobal('setTimeout', (ring: (value: unknown) => void, ms: number, value: unknown) => after(ms, () => ring(value)));
  vi.stubGlobal('clearTimeout', (timer: number) => void state.timers.delete(timer));
  vi.stubGlobal('AbortSignal', { timeout: (ms: number) => {
    const control = new AbortController();
    after(ms, () => control.abort());
    return control.signal;
  } });
  vi.stubGlobal('caches', {
    open: async (name: string) => {
      const store = opened.get(name) ?? openStore(name);
      opened.set(name, store);
      return store;
    },
    keys: () => use(() => [...state.stores.keys()]),
    delete: (name: string) => use(() => state.stores.delete(name)),
  });
  vi.stubGlobal('fetch', async (target: string | Request, init?: RequestInit) => {
    const path = (typeof target === 'string' ? target : new URL(target.url).pathname).slice(1);
    return answer(path, nextWeather(), init?.signal ?? undefined);
  });

  const nextWeather = () => state.weather[(state.requests += 1) % state.weather.length] ?? 'good';

  /** Lets time pass until some work is done; `undefined` if the worker was killed over it. Fails if nothing is left that could end it. */
  async function settle<T>(work: Promise<T>): Promise<T | undefined> {
    let done = false;
    const end = () => void (done = true);
    work.then(end, end);
    for (;;) {
      await new Promise(setImmediate);
      if (done) return work;
      if (state.usesLeft < 0) return void state.timers.clear();
      if (!passTime()) throw new Error('Waits for ever');
    }
  }

  /** Lets time pass until whatever is still under way, unasked for, has come to its end. */
  async function rest(): Promise<void> {
    do await new Promise(setImmediate);
    while (passTime());
  }

  /** To the next timer, if there is one. */
  function passTime(): boolean {
    const [next] = [...state.timers].toSorted(([, a], [, b]) => a.due - b.due);
    if (!next) return false;
    state.timers.delete(next[0]);
    state.now = Math.max(state.now, next[1].due);
    next[1].ring();
    return true;
  }

  /** Does something without network, and undoes what it did to the stores. */
  async function aside<T>(look: () => Promise<T>): Promise<T | undefined> {
    const { stores, weather, now, writes } = state;
    state.stores = new Map([...stores].map(([name, entries]) => [name, new Map(entries)]));
    state.weather = ['offline'];
    try {
      return await settle(look());
    } finally {
      Object.assign(state, { stores, weather, now, writes });
    }
  }

  function reset(): void {
    Object.assign(state, { stores: new Map(), weather: ['good'], requests: 0, writes: 0, now: 0, onUse: () => {}, usesLeft: Infinity, timers: new Map() });
  }

  return { state, settle, rest, aside, reset, nextWeather, bytesOf, has };
}

/** What `fastBrowser` gives. */
export type FastBrowser = ReturnType<typeof fastBrowser>;
