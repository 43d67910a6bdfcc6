/** A body as text, or as bytes. */
export type Content = string | ArrayBuffer;
/** What a browser says of a request that the network breaks. */
export const broken = new TypeError('Failed to fetch');

const encoder = new TextEncoder();
const encoded = new Map<string, ArrayBuffer>();
/** The same content is the same bytes, so that what is known of them need not be found again. */
export function bytesOf(content: Content): ArrayBuffer {
  if (typeof content !== 'string') return content;
  const bytes = encoded.get(content) ?? encoder.encode(content).buffer;
  encoded.set(content, bytes);
  return bytes;
}

const decoded = new WeakMap<ArrayBuffer, string>();
/** Knows the texts that it has decoded. */
export class FastDecoder {
  decode(bytes: ArrayBuffer): string {
    const text = decoded.get(bytes) ?? Buffer.from(bytes).toString();
    decoded.set(bytes, text);
    return text;
  }
}
const decoder = new FastDecoder();

/** As much of headers as the worker uses. */
export class FastHeaders extends Map<string, string> {
  constructor(entries: Record<string, string>) {
    super(Object.entries(entries));
  }
  append(name: string, value: string): void {
    this.set(name, [this.get(name), value].filter(Boolean).join(', '));
  }
}

/** As much of a response as the worker uses, at a hundredth of the cost. */
export class FastResponse {
  readonly status: number;
  constructor(
    readonly content: Content,
    { status = 200 }: ResponseInit = {},
    readonly type: ResponseType = 'default',
    readonly cut = false,
  ) {
    this.status = status;
  }
  static error() {
    return new FastResponse('', { status: 0 }, 'error');
  }
  static redirect(_: string, status: number) {
    return new FastResponse('', { status });
  }
  async arrayBuffer() {
    return bytesOf(this.content);
  }
  async text() {
    return typeof this.content === 'string' ? this.content : decoder.decode(this.content);
  }
  async json() {
    return JSON.parse(await this.text()) as unknown;
  }
  get body() {
    const whole = new Uint8Array(bytesOf(this.content));
    let reads = 0;
    const read = async () => {
      if ((reads += 1) === 1) return { done: false, value: this.cut ? whole.slice(0, whole.length >> 1) : whole };
      if (this.cut) throw broken;
      return { done: true };
    };
    return { getReader: () => ({ read }) };
  }
}

/** As much of a blob as the worker uses: one chunk. */
export class FastBlob {
  constructor(readonly chunks: readonly Uint8Array<ArrayBuffer>[]) {}
  async arrayBuffer() {
    return this.chunks[0]?.buffer ?? new ArrayBuffer(0);
  }
}
