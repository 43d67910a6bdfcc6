/** What WebDriver answers when it refuses; `code` is one of its own, such as `no such element`. */
export class WebDriverError extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(`${code}: ${message}`);
    this.code = code;
  }
}

/** A session of one browser, with windows of which only one is listened to at a time: commands are therefore sent one by one. */
export class WebDriverSession {
  private readonly address: string;
  private window: string | undefined;
  private limitMs: number | undefined;
  private last: Promise<unknown> = Promise.resolve();

  private constructor(address: string) {
    this.address = address;
  }

  static async open(driver: string, capabilities: object): Promise<WebDriverSession> {
    const session = await send<{ sessionId: string }>('POST', `${driver}/session`, { capabilities: { alwaysMatch: capabilities } });
    return new WebDriverSession(`${driver}/session/${session.sessionId}`);
  }

  /** How long a script may take to answer, for all windows. */
  async limitScripts(limitMs: number): Promise<void> {
    if (this.limitMs !== limitMs) await this.command(undefined, 'POST', '/timeouts', { script: limitMs });
    this.limitMs = limitMs;
  }

  /** Sends a command to a window, or to the session itself when none is named. */
  command<R>(window: string | undefined, method: 'GET' | 'POST' | 'DELETE', path: string, body: object = {}): Promise<R> {
    const answer = this.last.then(async () => {
      if (window !== undefined && window !== this.window) {
        await send('POST', `${this.address}/window`, { handle: window });
        this.window = window;
      }
      return send<R>(method, this.address + path, method === 'POST' ? body : undefined);
    });
    this.last = answer.catch(() => {});
    return answer;
  }
}

async function send<R>(method: string, url: string, body?: object): Promise<R> {
  const response = await fetch(url, { method, ...(body ? { body: JSON.stringify(body) } : {}) });
  const { value } = (await response.json()) as { value: R & { error?: string; message?: string } };
  if (!response.ok) throw new WebDriverError(value.error ?? String(response.status), value.message || url);
  return value;
}
