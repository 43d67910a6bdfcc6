import { expect } from 'vitest';
import { smallTags } from '../fixtures/small-release.ts';
import type * as keepingModule from '../../src/islands/offline/keeping.ts';
import type { Tab } from './engines/engine.ts';
import { serveReader } from './offline-reader.ts';

type Tag = (typeof smallTags)[number];
declare global {
  interface Window {
    keeping: typeof keepingModule;
    /** The page as it came, before any script of ours has changed it. */
    asItCame?: string;
  }
}

const prelude = 'window.asItCame = document.documentElement.outerHTML;\n';

/** What a browser writes for a page as it came: the same but for the forms that mean the same. */
const written = (html: string) =>
  html.replace('<!doctype html>', '').replaceAll('=""', '').replace(/\n<\/body>/, '</body>').trim();

/** One phone and one site, and the model of what must be on the phone. */
export async function onePhone(home: Tab) {
  const edition: Record<Tag, number> = { en: 0, ar: 0, 'zh-Hans': 0 };
  const words = () => Object.fromEntries(smallTags.map((tag) => [tag, `words of ${edition[tag]}`]));
  const site = await serveReader({ version: '0', prelude, words: words() });
  const tab = await home.newTab();
  const published = new Map<string, Set<string>>();
  const publish = () => {
    for (const [path, html] of site.site().files) {
      if (!path.endsWith('.html')) continue;
      const address = path.replace(/index\.html$/, '');
      published.set(address, (published.get(address) ?? new Set()).add(written(html)));
    }
  };
  publish();
  const held = new Set<Tag>();
  let releases = 0;
  let onPage = false;

  /** Opens an address; `false` where neither phone nor network has it. What is shown must have been published. */
  async function read(tag: Tag, page: string): Promise<boolean> {
    const address = `${tag}/${page}`;
    // A page that a newer version shows again at this moment may come in its place: then once more.
    let came: string | undefined;
    for (let tries = 0; tries < 2 && came === undefined; tries += 1) {
      if (!(await tab.goto(site.server.url + address).then(() => true, () => false))) continue;
      // A phone that has lost the script shows the page all the same, and then it is still as it came.
      const wanted = (url: string) => {
        const { asItCame } = window;
        return location.href !== url ? undefined : (asItCame ?? (document.readyState === 'complete' ? document.documentElement.outerHTML : undefined));
      };
      came = await tab.waitFor(wanted, { what: address, timeoutMs: 5_000 }, site.server.url + address).catch(() => undefined);
    }
    onPage = typeof came === 'string';
    const is = (where: string) => onPage && !!published.get(where)?.has(written(String(came)));
    const right = is(address);
    if (onPage && !right) expect(smallTags.some((other) => is(`${other}/not-kept/`)), `${address} shows ${String(came)}`).toBe(true);
    if (held.has(tag)) expect(right, `${address} was kept`).toBe(true);
    return right;
  }

  const phone = {
    server: site.server,
    async visit({ tag, page }: { tag: Tag; page: string }) {
      if (!(await read(tag, page))) return;
      const said = () => {
        const withoutScript = document.readyState === 'complete' && !window.asItCame;
        return withoutScript ? 'nothing can be said' : document.documentElement.dataset['offline']?.replace('saving', '');
      };
      const verdict = await tab.waitFor(said, { what: 'a word on whether it is saved' });
      if (verdict === 'ready') held.add('en').add(tag);
    },
    async keep(tag: Tag) {
      if (!onPage) return;
      const outcome = await tab.evaluate((wanted: string) => (window as Partial<Window>).keeping?.keep(wanted).catch(() => undefined), tag);
      if (outcome?.ok) held.add(tag);
    },
    async drop(tag: Tag) {
      if (!onPage) return;
      const outcome = await tab.evaluate((wanted: string) => (window as Partial<Window>).keeping?.drop(wanted).catch(() => undefined), tag);
      if (outcome?.ok) held.delete(tag);
    },
    async deploy(changed: readonly Tag[]) {
      for (const tag of changed) edition[tag] += 1;
      await site.deploy({ version: `${(releases += 1)}`, prelude, words: words() });
      publish();
    },
    /** The browser takes one file away. */
    async evict(which: number) {
      if (!onPage) return;
      const gone = await tab.evaluate(async (place: number) => {
        const stores = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
        const all = (await Promise.all(stores.map(async (store) => (await store.keys()).map((key) => ({ store, key }))))).flat();
        const chosen = all[place % all.length];
        await chosen?.store.delete(chosen.key);
        return chosen?.key.url ?? '';
      }, which);
      const tag = smallTags.find((known) => gone.includes(`/packs/${known}.`));
      if (tag) held.delete(tag);
    },
    /** Without a server, everything that is kept is read. */
    async readAllOffline() {
      await site.server.stop();
      for (const tag of held) await read(tag, 'card/');
    },
    async end() {
      await site.end();
      await tab.close();
    },
  };
  return phone;
}
