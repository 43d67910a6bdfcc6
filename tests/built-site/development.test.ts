import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createServer, type ViteDevServer } from 'vite';
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { everywhere } from '../../src/site/headers.ts';
import { ask } from '../fixtures/header-scan.ts';
import { objections } from '../fixtures/security-review.ts';
import { shown } from '../fixtures/locale-words.ts';
import { copyRepository, type RepositoryCopy } from '../fixtures/repository-copy.ts';

/** The development server, on a copy of the repository whose words may change. */
let copy: RepositoryCopy;
let server: ViteDevServer;
let url: string;
const sent: unknown[] = [];

async function serve(): Promise<ViteDevServer> {
  const started = await createServer({ root: copy.folder, configFile: join(copy.folder, 'vite.config.ts'), logLevel: 'silent', cacheDir: join(copy.folder, '.vite'), server: { port: 0, strictPort: false, host: '127.0.0.1' } });
  return started.listen();
}

/** The address that the server prints. */
const addressOf = ({ resolvedUrls }: ViteDevServer): string => resolvedUrls?.local[0] ?? '';

beforeAll(async () => {
  copy = await copyRepository();
  server = await serve();
  url = addressOf(server);
  const send = server.ws.send.bind(server.ws);
  server.ws.send = ((...said: unknown[]) => (sent.push(said[0]), (send as (...all: unknown[]) => void)(...said))) as typeof send;
});
afterAll(async () => {
  await server.close();
  await copy.remove();
});

test('a page is drawn, under the headers that a host sends', async () => {
  const answer = await fetch(`${url}ar/home-hygiene/`);
  expect([answer.status, objections(Object.fromEntries(answer.headers))]).toEqual([200, []]);
  expect(await answer.text()).toContain(shown('ar', 'home-hygiene:heading'));
});

test('an address at which nothing stands says so, with 404', async () => {
  const answer = await fetch(`${url}en/no-such-page/`);
  expect([answer.status, await answer.text()]).toEqual([404, expect.stringContaining(shown('en', 'ui:notFound'))]);
  expect(Object.fromEntries(answer.headers)).toMatchObject(everywhere);
});

test.each(['/', '/?src=qr'])('an address that is none beside an origin (/%s) is answered with 404, and the server goes on', async (path) => {
  const { status, headers } = await ask(`${url}${path}`);
  expect(status).toBe(404);
  expect(headers).toMatchObject(everywhere);
  expect((await fetch(`${url}en/`)).status).toBe(200);
});

test('below a folder, the address that is printed leads to the leaflet, and none above it does', async () => {
  vi.stubEnv('BASE', '/cpo/');
  onTestFinished(() => void vi.unstubAllEnvs());
  const below = await serve();
  onTestFinished(() => below.close());
  const address = addressOf(below);
  expect(new URL(address).pathname).toBe('/cpo/');
  const answers = await Promise.all([address, `${address}fr/`, new URL('/fr/', address)].map((each) => fetch(each)));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 404]);
  expect(await answers[1]?.text()).toContain('<script type="module" src="/cpo/@vite/client">');
});

test('what is drawn once is not drawn again while nothing changes', async () => {
  await fetch(`${url}en/`);
  const drawings = vi.spyOn(server, 'ssrLoadModule');
  const answers = await Promise.all(['en/', 'ar/', 'pa/all/'].map((path) => fetch(url + path)));
  expect([answers.map(({ status }) => status), drawings.mock.calls]).toEqual([[200, 200, 200], []]);
  drawings.mockRestore();
});

test('a word that changes is drawn, and open pages are told to come again', async () => {
  const file = join(copy.folder, 'locales/en/home-hygiene.json');
  const words = JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>;
  await fetch(`${url}en/home-hygiene/`);
  await writeFile(file, JSON.stringify({ ...words, heading: 'Another heading for this page' }));
  await expect.poll(() => sent, { timeout: 20_000 }).toContainEqual({ type: 'full-reload' });
  expect(await (await fetch(`${url}en/home-hygiene/`)).text()).toContain('Another heading for this page');
});

test.each([
  ['a style', 'src/styles/blocks.css', (css: string) => `${css}\n.block { --changed: 1 }\n`, '--changed:1'],
  ['a picture', 'src/parts/pictures/topics/home-hygiene.svg', (svg: string) => svg.replace('</svg>', '<path d="M1 2.5"/></svg>'), 'd="M1 2.5"'],
])('%s that changes is drawn, and open pages are told to come again', async (_, path, change, drawn) => {
  const file = join(copy.folder, path);
  const before = await readFile(file, 'utf8');
  onTestFinished(() => writeFile(file, before));
  await fetch(`${url}en/home-hygiene/`);
  sent.length = 0;
  await writeFile(file, change(before));
  await expect.poll(() => sent, { timeout: 20_000 }).toContainEqual({ type: 'full-reload' });
  expect(await (await fetch(`${url}en/home-hygiene/`)).text()).toContain(drawn);
});

test('a fact that changes is drawn by the same server, and open pages are told to come again', async () => {
  const file = join(copy.folder, 'src/content/editions/bc.ts');
  const facts = await readFile(file, 'utf8');
  const restarts = vi.spyOn(server, 'restart');
  onTestFinished(() => writeFile(file, facts));
  await fetch(`${url}en/treatment/`);
  sent.length = 0;
  await writeFile(file, facts.replace("name: 'CPO'", "name: 'CPE'"));
  await expect.poll(() => sent, { timeout: 20_000 }).toContainEqual({ type: 'full-reload' });
  const answer = await fetch(`${url}en/treatment/`);
  expect([answer.status, (await answer.text()).includes('carrying <bdi dir="ltr" translate="no">CPE</bdi> needs no treatment')]).toEqual([200, true]);
  expect(restarts).not.toHaveBeenCalled();
});
