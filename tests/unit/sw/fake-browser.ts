import { vi } from 'vitest';

const origin = 'https://leaflet.test';
/** What a captive network gives in place of anything. */
export const login = '<!doctype html><title>Sign in to the Wi-Fi</title>';

export interface Faults {
  /** Stores (by name) that say "put" and have nothing. */
  forgetful: (name: string) => boolean;
  /** Every put fails, as on a full phone; what it fails with is no `Error`, as in Firefox. */
  full: boolean;
  /** A phone that was full has room again as soon as one file is gone. */
  makesRoom: boolean;
}

/** What the network does with one request. */
export type Served = string | ((request: { url: string; init: RequestInit }) => Promise<Response> | Response);

/** A response as a browser gives it for the site's own files. */
export function basic(body: BodyInit | null, init: ResponseInit = {}, type: ResponseType = 'basic'): Response {
  return Object.defineProperty(new Response(body, init), 'type', { value: type });
}

/** Puts a small `caches` and `fetch` in place of the browser's; `served` maps a path to what the network does. */
export function fakeBrowser(served: Record<string, Served>) {
  const faults: Faults = { forgetful: () => false, full: false, makesRoom: false };
  const stores = new Map<string, Map<string, Response>>();
  const requests: { path: string; cache: RequestCache | undefined }[] = [];
  const absolute = (key: RequestInfo | URL) => new URL(key instanceof Request ? key.url : key, origin).href;

  const open = async (name: string) => {
    const entries = stores.get(name) ?? new Map<string, Response>();
    stores.set(name, entries);
    return {
      match: async (key: string) => entries.get(absolute(key))?.clone(),
      delete: async (key: string) => {
        const isGone = entries.delete(absolute(key));
        if (isGone && faults.makesRoom) faults.full = false;
        return isGone;
      },
      keys: async () => [...entries.keys()].map((url) => new Request(url)),
      put: async (key: string, response: Response) => {
        if (faults.full) throw 'no room';
        const body = await response.arrayBuffer();
        if (!faults.forgetful(name)) entries.set(absolute(key), new Response(body, { headers: response.headers }));
      },
    };
  };
  vi.stubGlobal('caches', {
    open,
    keys: async () => [...stores.keys()],
    delete: async (name: string) => stores.delete(name),
  });
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    requests.push({ path: url, cache: init.cache });
    const answer = served[url];
    if (answer === undefined) return basic('not found', { status: 404 });
    return typeof answer === 'string' ? basic(answer) : answer({ url, init });
  });
  return { faults, stores, requests, served };
}
