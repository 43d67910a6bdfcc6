import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { find, programNames } from './browser/engines/executables.ts';
import { hasOlderChromium, olderChromiumRuns, unpackOlderChromium } from './fixtures/older-chromium.ts';
import { missingServers, serverLibraries, unpackServers } from './fixtures/server-programs.ts';

/** Debian's names for the browsers, the display for the one that needs it, fonts for each script, what reads a PDF, and what loads a server. */
const packages = ['chromium', 'firefox-esr', 'webkit2gtk-driver', 'xvfb', 'fonts-noto-core', 'fonts-noto-cjk', 'poppler-utils', 'wrk', ...serverLibraries];

const fonts = [
  { folder: '/usr/share/fonts/truetype/noto', file: 'NotoSansGurmukhi-Regular.ttf' },
  { folder: '/usr/share/fonts/opentype/noto', file: 'NotoSansCJK-Regular.ttc' },
];

function missing(): string[] {
  const programs = programNames.filter((name) => !find(name));
  const files = fonts.filter(({ folder, file }) => !existsSync(folder) || !readdirSync(folder).includes(file));
  return [...programs, ...files.map(({ file }) => file)];
}

/** The command line that installs, or undefined where this user may not or the system is another one. */
function installer(): string[] | undefined {
  const can = (command: string, ...args: string[]) => spawnSync(command, args, { stdio: 'ignore' }).status === 0;
  if (!can('apt-get', '--version')) return undefined;
  if (process.getuid?.() === 0) return [];
  return can('sudo', '-n', 'true') ? ['sudo', '-n', 'DEBIAN_FRONTEND=noninteractive'] : undefined;
}

function run(line: readonly string[]): void {
  const [command = '', ...args] = line;
  console.log(`$ ${line.join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const { status, error } = spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'], env });
  if (status !== 0) throw new Error(`${line.join(' ')} ended with ${status ?? String(error)}`);
}

async function install(): Promise<void> {
  if (olderChromiumRuns && !hasOlderChromium()) {
    console.log('Fetching Chromium 89 with npm ...');
    await unpackOlderChromium();
  }
  const [before, servers] = [missing(), missingServers()];
  if (before.length + servers.length === 0) return console.log(`Chromium,${olderChromiumRuns ? ' Chromium 89,' : ''} Firefox, WebKitGTK, Xvfb, fonts, pdftotext, wrk, nginx, Apache and Caddy are here.`);
  console.log(`Not found: ${[...before, ...servers].join(', ')}`);

  const prefix = installer();
  if (prefix) {
    run([...prefix, 'apt-get', 'update']);
    run([...prefix, 'apt-get', 'install', '-y', '--no-install-recommends', ...packages]);
  } else if (before.length > 0) {
    const line = `apt-get update && apt-get install -y --no-install-recommends ${packages.join(' ')}`;
    throw new Error(`The tests need Debian's packages, which takes root. As root, type:\n\n  ${line}\n`);
  }
  if (servers.length > 0) unpackServers();
  const after = [...missing(), ...missingServers()];
  if (after.length > 0) throw new Error(`Still not found after installing: ${after.join(', ')}`);
}

try {
  await install();
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
