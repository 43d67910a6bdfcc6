import { spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import { need } from './executables.ts';

export interface Display {
  /** For the environment variable DISPLAY, such as `:7`. */
  readonly name: string;
  stop(): void;
}

/** A screen for a browser that cannot do without one. The server picks a free number itself and tells it. */
export async function startDisplay(): Promise<Display> {
  const server = spawn(need('xvfb'), ['-displayfd', '3', '-screen', '0', '2000x2600x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const stop = () => {
    process.off('exit', stop);
    server.kill();
  };
  process.once('exit', stop);
  const number = await new Promise<string>((resolve, reject) => {
    (server.stdio[3] as Readable).once('data', (said: Buffer) => resolve(said.toString().trim()));
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`Xvfb ended with ${code} before it had a display`)));
  });
  return { name: `:${number}`, stop };
}
