import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { STATUS_CODES } from 'node:http';
import { cpus, loadavg } from 'node:os';
import { dirname } from 'node:path';
import { need } from '../browser/engines/executables.ts';
import { filesIn } from '../fixtures/built-files.ts';
import { ask } from '../fixtures/header-scan.ts';
import { runNginx } from '../fixtures/host-server.ts';
import { buildOnce } from './build-once.ts';

/** Seconds that each measurement lasts, and connections that ask at the same time: little enough for a shared machine. */
const [seconds, connections] = [5, 64];

/** Prints what one nginx with its generated file answers on this machine, asked from the same machine over 127.0.0.1 without TLS. */
const folder = await buildOnce();
try {
  const server = await runNginx({ folder, base: '/', config: readFileSync(`${folder}-host/nginx.conf`, 'utf8'), workers: cpus().length });
  try {
    const pack = filesIn(folder).find((path) => /^packs\/en\..*\.json$/.test(path)) ?? '';
    const { headers } = await ask(`${server.url}sw.js`, 'GET', { 'accept-encoding': 'br' });
    const rows = [
      ['look for a newer version: `sw.js`, 304', 'sw.js', ['accept-encoding: br', `if-none-match: ${headers.etag ?? ''}`]],
      ['`sw.js`, whole', 'sw.js', ['accept-encoding: br']],
      ['a page', 'en/home-hygiene/', ['accept-encoding: br']],
      ['the English pack', pack, ['accept-encoding: br']],
    ] as const;
    console.log(`nginx on ${cpus().length} cores of ${cpus()[0]?.model}, load ${loadavg()[0]?.toFixed(1)} before; wrk on the same cores, ${connections} connections, ${seconds} s each.\n`);
    console.log('| asked for | bytes of an answer, headers too | answers a second | p50 | p99 |\n|---|---|---|---|---|');
    for (const [name, path, send] of rows) {
      const one = await ask(server.url + path, 'GET', Object.fromEntries(send.map((header) => header.split(': ') as [string, string])));
      const head = [`HTTP/1.1 ${one.status} ${STATUS_CODES[one.status]}`, ...Object.entries(one.headers).map(([key, value]) => `${key}: ${value}`), '', ''].join('\r\n');
      const bytes = one.body.length + head.length;
      const { stdout, status } = spawnSync(need('wrk'), ['-t1', `-c${connections}`, `-d${seconds}s`, '--latency', ...send.flatMap((header) => ['-H', header]), server.url + path], { encoding: 'utf8' });
      const found = (pattern: RegExp) => pattern.exec(stdout)?.[1];
      const [rate, p50, p99] = [found(/Requests\/sec:\s+([\d.]+)/), found(/ 50%\s+(\S+)/), found(/ 99%\s+(\S+)/)];
      if (status !== 0 || !rate || !p50 || !p99 || /Non-2xx/.test(stdout) || /Socket errors/.test(stdout)) throw new Error(`wrk on ${path}: ${stdout}`);
      console.log(`| ${name} | ${bytes} | ${Math.round(Number(rate))} | ${p50} | ${p99} |`);
    }
  } finally {
    await server.close();
  }
} finally {
  await rm(dirname(folder), { recursive: true, force: true });
}
