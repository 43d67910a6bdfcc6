import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { freePort } from '../../fixtures/free-port.ts';
import type { Engine, OpenOptions, Tab } from './engine.ts';
import { need } from './executables.ts';
import { signalTree } from './process-tree.ts';
import { startDisplay, type Display } from './virtual-display.ts';
import { poll } from './waiting.ts';
import { WebDriverSession } from './webdriver.ts';
import { webkitReader } from './webkit-reader.ts';
import { webkitTab, type Around } from './webkit-tab.ts';

/** WebKitGTK's MiniBrowser, through WebDriver, on a display that nobody sees. Each reader is a browser of their own. */
export function webkit(): Engine {
  let display: Promise<Display> | undefined;
  const readers = new Set<() => Promise<void>>();
  return {
    name: 'webkit',
    async open(options = {}) {
      if (options.forcedColors) throw new Error('WebKitGTK has no forced colours.');
      display ??= startDisplay();
      return openReader(options, (await display).name, readers);
    },
    async close() {
      for (const end of readers) await end();
      (await display)?.stop();
      display = undefined;
    },
  };
}

async function openReader(options: OpenOptions, display: string, readers: Set<() => Promise<void>>): Promise<Tab> {
  const reader = await webkitReader(options);
  const port = await freePort();
  const driver = spawn(need('webkitDriver'), [`--port=${port}`], {
    env: { ...process.env, DISPLAY: display, ...reader.environment },
    stdio: 'ignore',
  });
  const signal = (name: NodeJS.Signals) => signalTree(driver.pid ?? 0, name);
  const kill = () => signal('SIGKILL');
  process.once('exit', kill);
  const end = async () => {
    readers.delete(end);
    process.off('exit', kill);
    const ended = once(driver, 'exit');
    kill();
    await ended;
    await reader.forget();
  };
  readers.add(end);

  const address = `http://127.0.0.1:${port}`;
  await ready(address);
  const session = await WebDriverSession.open(address, {
    timeouts: { pageLoad: 60_000 },
    'webkitgtk:browserOptions': { binary: need('miniBrowser'), args: reader.args },
  });
  const windows = new Set<string>();
  const around: Around = {
    session,
    viewport: options.viewport ?? { width: 390, height: 844 },
    async newTab() {
      // Asked of a window that is still open: the one spoken to last may have been closed.
      const [open] = windows;
      const { handle } = await session.command<{ handle: string }>(open, 'POST', '/window/new', { type: 'window' });
      return tabIn(handle);
    },
    async closed(window) {
      windows.delete(window);
      if (windows.size === 0) return end();
      await session.command(window, 'DELETE', '/window');
    },
    signal,
  };
  const tabIn = (handle: string) => {
    windows.add(handle);
    return webkitTab(handle, around);
  };
  return tabIn(await session.command<string>(undefined, 'GET', '/window'));
}

async function ready(address: string): Promise<void> {
  const nobody = { engine: 'webkit', problems: [], evaluate: () => Promise.reject(new Error('no page yet')) } as const;
  await poll(nobody, async () => (await fetch(`${address}/status`)).ok, { what: 'WebKitWebDriver to listen' });
}
