/** What came back for one address. A request that failed has the status 0. */
export interface Answer {
  /** Relative to the base: `en/about/`. */
  readonly path: string;
  readonly status: number;
  readonly headers: Headers;
  /** With which headers it was asked for. */
  readonly asked: Readonly<Record<string, string>>;
  /** Decompressed. */
  readonly body: Buffer;
  /** Why there is no answer. */
  readonly failure?: string;
}

/** What a browser says it wants, where a reader opens a page. */
export const pageWanted = { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' } as const;

/** Asks one site, and no other. */
export interface Visitor {
  /** The address of the site, with a slash at its end. */
  readonly base: string;
  /** Never rejects, never follows a redirect, never leaves the base, which may be asked for without its slash. */
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  /** All answers so far. */
  readonly answers: readonly Answer[];
}

export interface Limits {
  /** Requests under way at one time. */
  readonly atOnce: number;
  /** How long one answer may take to arrive whole, in milliseconds. */
  readonly patience: number;
  /** How many requests in a row may come to nothing before no more are made: who is down, or turns visitors away, is left in peace. */
  readonly attempts: number;
}

/** Too many requests, or too few hands. */
const turnedAway = [429, 503];

/** Gentle enough for a small server; connections are used again. */
export const gentle: Limits = { atOnce: 6, patience: 20_000, attempts: 12 };

/** A visitor to the site at `base`. */
export function visitorTo(base: string, { atOnce, patience, attempts }: Limits = gentle): Visitor {
  const answers: Answer[] = [];
  const waiting: (() => void)[] = [];
  let free = atOnce;
  let inVain = 0;

  async function ask(path: string, headers: Readonly<Record<string, string>>): Promise<Answer> {
    const none = (failure: string): Answer => ({ path, status: 0, headers: new Headers(), asked: headers, body: Buffer.alloc(0), failure });
    const url = URL.canParse(path, base) ? new URL(path, base).href : '';
    const bare = base.slice(0, -1);
    if (!url.startsWith(base) && url !== bare && !url.startsWith(`${bare}?`)) return none(`lies outside ${base}`);
    if (inVain >= attempts) return none(`not asked for: ${attempts} requests in a row had come to nothing`);
    try {
      const signal = AbortSignal.timeout(patience);
      const response = await fetch(url, { headers: { 'accept-encoding': 'br, gzip', ...headers }, redirect: 'manual', signal });
      const body = Buffer.from(await response.arrayBuffer());
      inVain = turnedAway.includes(response.status) ? inVain + 1 : 0;
      return { path, status: response.status, headers: response.headers, asked: headers, body };
    } catch (error) {
      inVain += 1;
      return none(reasonOf(error, patience));
    }
  }

  return {
    base,
    answers,
    async get(path, headers = {}) {
      if (free > 0) free -= 1;
      else await new Promise<void>((resolve) => waiting.push(resolve));
      const answer = await ask(path, headers);
      const next = waiting.shift();
      if (next) next();
      else free += 1;
      answers.push(answer);
      return answer;
    },
  };
}

/** Node wraps the reason of a failed request in a `fetch failed`. */
function reasonOf(error: unknown, patience: number): string {
  const { name, message, cause } = error as Error & { cause?: { code?: string; message?: string } };
  if (name === 'TimeoutError') return `no whole answer within ${patience / 1000} seconds`;
  return cause?.message || cause?.code || message;
}
