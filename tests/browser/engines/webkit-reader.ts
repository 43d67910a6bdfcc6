import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OpenOptions } from './engine.ts';

export interface WebKitReader {
  /** Environment for the driver, which hands it on to the browser. */
  readonly environment: Record<string, string>;
  /** Arguments of MiniBrowser. */
  readonly args: readonly string[];
  forget(): Promise<void>;
}

/** A reader's settings the way WebKitGTK learns of them: GTK settings, a locale and command line options. */
export async function webkitReader(options: OpenOptions): Promise<WebKitReader> {
  const home = await mkdtemp(join(tmpdir(), 'handleaf-webkit-'));
  const gtk = join(home, 'config', 'gtk-3.0');
  await mkdir(gtk, { recursive: true });
  await writeFile(join(gtk, 'settings.ini'), `[Settings]\ngtk-enable-animations=${options.reducedMotion !== true}\n`);
  await writeFile(join(gtk, 'gtk.css'), narrowToolbar);
  return {
    environment: {
      XDG_CONFIG_HOME: join(home, 'config'),
      XDG_DATA_HOME: join(home, 'data'),
      XDG_CACHE_HOME: join(home, 'cache'),
      ...(await localeOf(options.languages?.[0] ?? 'en-US', home)),
    },
    args: [
      '--automation',
      ...(options.dark ? ['--dark-mode'] : []),
      ...(options.javascript === false ? ['--enable-javascript=false'] : []),
    ],
    forget: () => rm(home, { recursive: true, force: true }),
  };
}

/** Without it the buttons of the toolbar hold the window 447 pixels wide, which no phone is. */
const narrowToolbar = 'headerbar, toolbar, headerbar *, toolbar *, entry, button { min-width: 0; padding: 0; margin: 0; border-width: 0; font-size: 1px; }\n';

/** WebKitGTK takes its language from the C library's locale, which has to exist: any name will do for a copy of the plain one. */
async function localeOf(language: string, home: string): Promise<Record<string, string>> {
  const name = `${language.replaceAll('-', '_')}.UTF-8`;
  await symlink('/usr/lib/locale/C.utf8', join(home, name));
  return { LANG: name, LC_ALL: name, LOCPATH: home };
}
