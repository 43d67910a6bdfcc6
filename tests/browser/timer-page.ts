import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { build, createServer as createVite } from 'vite';
import { languages } from '../../src/i18n/languages.ts';
import type { TimerProps } from '../../src/islands/timer/props.ts';
import { islandRenderer } from '../../src/prerender/island-renderer.ts';
import english from '../../locales/en/timer.json' with { type: 'json' };
import ui from '../../locales/en/ui.json' with { type: 'json' };

const root = new URL('../..', import.meta.url).pathname;

/** A wash with the British Columbian seconds and the English words. */
export const usual: TimerProps = {
  lang: 'en',
  seconds: 15,
  choices: [15, 20, 30],
  rubSeconds: 20,
  leadIn: { wet: 3, soap: 5 },
  after: { rinse: 8, dry: 10 },
  words: { ...english, ...ui.timer },
};

const pictures = ['wet', 'soap', 'palms', 'backs', 'between', 'finger-backs', 'thumbs', 'fingertips', 'rinse', 'dry', 'tap-off', 'rub', 'done'];

/** The code and the style of the island as a phone gets them. */
export interface Island {
  readonly script: string;
  readonly style: string;
}

/** Builds the island with the renderer of all islands in, to run, or out, to weigh. */
export async function buildIsland(renderer: 'in' | 'out'): Promise<Island> {
  const entry = '\0timer-entry';
  const result = await build({
    root,
    configFile: false,
    logLevel: 'silent',
    // A test's build would write into each element where it comes from.
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact', development: false } },
    plugins: [
      ...(renderer === 'in' ? [islandRenderer()] : []),
      {
        name: 'timer-entry',
        resolveId: (id) => (id === 'timer-entry' ? entry : undefined),
        load: (id) =>
          id === entry
            ? `import { mountTimer } from '${root}src/islands/timer/mount.tsx'; mountTimer(document.querySelector('[data-island=timer]'));`
            : undefined,
      },
    ],
    build: {
      write: false,
      rolldownOptions: { input: 'timer-entry', ...(renderer === 'out' ? { external: /^preact/ } : {}) },
    },
  });
  const { output } = Array.isArray(result) ? result[0]! : (result as Extract<typeof result, { output: unknown }>);
  const script = output.flatMap((file) => (file.type === 'chunk' ? [file.code] : [])).join('\n');
  return { script, style: ['panel', 'cover', 'tones', 'cover-layouts', 'motion'].map((name) => readFileSync(`${root}src/islands/timer/${name}.css`, 'utf8')).join('') };
}

/** Draws the timer's HTML as the build does, with no browser about. */
async function drawTimer(props: TimerProps): Promise<string> {
  const vite = await createVite({ root, configFile: false, logLevel: 'silent', server: { middlewareMode: true }, appType: 'custom', ssr: { noExternal: [/preact/] } });
  try {
    const { Timer } = await vite.ssrLoadModule('/src/islands/timer/view.tsx');
    const { h } = await vite.ssrLoadModule('preact');
    const { renderToString } = await vite.ssrLoadModule('preact-render-to-string');
    return renderToString(h(Timer, props));
  } finally {
    await vite.close();
  }
}

/** A page with nothing but the timer on it, and a server that shows it. */
export interface TimerSite {
  readonly address: string;
  /** From now on the page has these props. */
  show(props: TimerProps): Promise<string>;
  close(): void;
}

/** Serves the timer with the strict policy of the real site. */
export async function serveTimer(extra = ''): Promise<TimerSite> {
  const { script, style } = await buildIsland('in');
  const sheet = (name: string) => readFileSync(`${root}src/styles/${name}.css`, 'utf8');
  const styles = sheet('tokens') + sheet('base') + style;
  let page = '';
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://timer').pathname;
    const send = (type: string, body: string) => response.setHeader('content-type', type).end(body);
    if (path === '/timer.js') return send('text/javascript', script);
    if (path === '/timer.css') return send('text/css', styles + extra);
    if (path === '/icon.ico') return response.writeHead(204).end();
    response.setHeader(
      'content-security-policy',
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types",
    );
    return send('text/html; charset=utf-8', page);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return {
    address,
    async show(props) {
      page = pageWith(props, await drawTimer(props));
      return address;
    },
    close: () => server.close(),
  };
}

function pageWith(props: TimerProps, drawn: string): string {
  const symbols = pictures.map((name) => {
    const svg = readFileSync(`${root}src/parts/pictures/hands/${name}.svg`, 'utf8');
    return `<symbol id="hand-${name}" viewBox="0 0 96 96">${svg.replace(/^<svg[^>]*>|<\/svg>\s*$/g, '')}</symbol>`;
  });
  const data = JSON.stringify(props).replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
  return `<!doctype html><html lang="${props.lang}" dir="${languages.find(({ tag }) => tag === props.lang)?.dir}"><head><meta charset="utf-8"><title>Timer</title>
<meta name="viewport" content="width=device-width"><link rel="icon" href="/icon.ico"><link rel="stylesheet" href="/timer.css"><script type="module" src="/timer.js"></script></head>
<body><svg class="sprite" aria-hidden="true">${symbols.join('')}</svg><main><h1>${props.words.name}</h1><a href="#timer">${props.words.start}</a>
<div data-island="timer" data-props="${data}">${drawn}</div></main></body></html>`;
}
