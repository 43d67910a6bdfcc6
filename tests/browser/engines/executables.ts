import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

interface Program {
  /** Environment variable that names another executable. */
  readonly variable: string;
  /** Names looked for on the path, then whole paths. */
  readonly names: readonly string[];
  readonly paths: readonly string[];
}

const programs = {
  chromium: { variable: 'CHROMIUM', names: ['chromium', 'chromium-browser', 'google-chrome'], paths: ['/usr/bin/chromium'] },
  firefox: { variable: 'FIREFOX', names: ['firefox-esr', 'firefox'], paths: ['/usr/bin/firefox-esr'] },
  webkitDriver: { variable: 'WEBKIT_DRIVER', names: ['WebKitWebDriver'], paths: ['/usr/bin/WebKitWebDriver'] },
  miniBrowser: {
    variable: 'MINIBROWSER',
    names: ['MiniBrowser'],
    paths: ['x86_64', 'aarch64'].flatMap((machine) =>
      ['4.1', '6.0', '4.0'].map((api) => `/usr/lib/${machine}-linux-gnu/webkit2gtk-${api}/MiniBrowser`),
    ),
  },
  xvfb: { variable: 'XVFB', names: ['Xvfb'], paths: ['/usr/bin/Xvfb'] },
  wrk: { variable: 'WRK', names: ['wrk'], paths: ['/usr/bin/wrk'] },
  pdftotext: { variable: 'PDFTOTEXT', names: ['pdftotext'], paths: ['/usr/bin/pdftotext'] },
} as const satisfies Record<string, Program>;

export type ProgramName = keyof typeof programs;
export const programNames = Object.keys(programs) as ProgramName[];

/** Where a program that the tests drive is, or undefined. */
export function find(name: ProgramName): string | undefined {
  const { variable, names, paths }: Program = programs[name];
  const chosen = process.env[variable];
  if (chosen) return chosen;
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  return [...names.flatMap((file) => folders.map((folder) => join(folder, file))), ...paths].find(canRun);
}

/** Where a program is; the error says how to get it. */
export function need(name: ProgramName): string {
  const path = find(name);
  if (path) return path;
  throw new Error(`No ${name} found. Run: node tests/install-programs.ts (or name one in ${programs[name].variable})`);
}

function canRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
