import { answererOf } from '../../../src/sw/answer.ts';
import { openStore } from '../../../src/sw/caches.ts';
import { keeperOf } from '../../../src/sw/keep.ts';
import { filesFor, keyOf, locate, packFile, type KnownFile } from '../../../src/sw/plan.ts';
import { staffPack } from '../../../src/sw/release.ts';
import { statusOf } from '../../../src/sw/tell.ts';
import { login } from './fake-browser.ts';
import type { FastBrowser, Weather } from './fast-browser.ts';
import type { Happening, Kept, Step } from './happenings.ts';
import type { Deployed, Edition, PageId, Tag } from './small-site.ts';
import { pageIds, siteAfter, siteOf, tags } from './small-site.ts';

/** Which file an address is answered from. */
const holder = (tag: Tag, id: PageId): Kept => (id === 'share' ? staffPack : tag);

function claim(holds: boolean, otherwise: string): asserts holds {
  if (!holds) throw new Error(otherwise);
}

/** A worker as `src/sw/sw.ts` puts it together. */
function start({ release }: Deployed, openPages: () => Promise<string[]>) {
  const store = openStore(release.base);
  return { release, store, keeper: keeperOf(release, store, openPages, async () => {}), answerer: answererOf(release, store), othersMended: false };
}

/** How often something worth a claim came about, so that no claim holds for want of cases. */
export const newTally = () => ({ heldPages: 0, heldStaffPages: 0, notKeptPages: 0, wholeAudits: 0, holedAudits: 0, waitingUpdates: 0, refusedUpdates: 0, takenOver: 0, killed: 0 });

/** A phone, a site, and the model: what must be on the phone whatever happened. */
export function phoneOn(tally: ReturnType<typeof newTally>, { state, settle, rest, aside, reset, nextWeather, bytesOf, has }: FastBrowser) {
  reset();
  const deployed = [siteOf({ en: 0, ar: 0, pa: 0, shell: 0 })];
  let server = deployed[0] as Deployed;
  let active: { site: Deployed; worker: ReturnType<typeof start> } | undefined;
  let waiting: typeof active;
  let open: string[] = [];
  /** What was kept and whole, and neither given up nor taken away by the browser since. */
  const held = new Set<Kept>();
  /** Only one thing is under way, so what is found cannot have changed since. */
  let alone = true;
  let looks = 0;
  let lastSeen = '';
  state.served = (path) => server.files.get(path);
  state.stale = (path) => deployed.find(({ files }) => files.has(path))?.files.get(path);

  const begin = (site: Deployed) => ({ site, worker: start(site, async () => open) });
  const published = (address: string, text: string) => deployed.some(({ files }) => files.get(address) === text);
  const intact = (file: KnownFile | undefined) => file !== undefined && has(keyOf('/', file), file.hash);
  const packs = (tag: Kept) => deployed.map(({ release }) => packFile(tag, release));
  const lose = () => {
    for (const tag of held) if (!packs(tag).some(intact)) held.delete(tag);
  };

  /** Claims that an answer out of what is kept is a page of the site, whole, or the page that says that it is not kept. */
  async function prove(response: Response, address: string, fromNetwork: boolean): Promise<void> {
    if (fromNetwork || response.type === 'error') return;
    const text = await response.text();
    if (response.status === 200 && published(address, text)) return;
    const notKept = response.status === 503 && tags.some((tag) => published(`${tag}/not-kept/`, text));
    tally.notKeptPages += Number(notKept);
    claim(notKept || published('', text), `${address} was answered with ${response.status} ${text}`);
  }

  async function audit(tag: Tag, mend: boolean, { worker } = active ?? begin(server), staff = false): Promise<boolean> {
    const { whole, kept } = await worker.keeper.audit(tag, mend, staff);
    const all = filesFor(worker.release, ['en', tag, ...(staff ? [staffPack] : [])]).every(intact);
    claim(!alone || whole === all, `the audit of ${tag} says ${whole ? 'whole' : 'not whole'}`);
    tally[whole ? 'wholeAudits' : 'holedAudits'] += 1;
    if (whole && kept && mend) {
      held.add('en').add(tag);
      if (staff) held.add(staffPack);
    }
    return whole;
  }

  const happen = {
    async visit({ tag, id }: { tag: Tag; id: PageId }) {
      const address = id ? `${tag}/${id}/` : `${tag}/`;
      if (!active) {
        if (nextWeather() !== 'good') return;
        open = [`https://leaflet.test/${address}`];
        await happen.update();
        return;
      }
      const { worker } = active;
      const before = state.requests;
      const response = await worker.answerer.navigation({ url: `https://leaflet.test/${address}` } as Request, locate(`/${address}`, worker.release));
      const asked = state.requests > before;
      claim(!alone || !asked || !held.has(holder(tag, id)), `${address} was asked of the network though it is kept`);
      await prove(response, address, asked && response.status !== 503);
      if (response.type === 'error') return;
      open = [`https://leaflet.test/${address}`];
      await worker.answerer.note(tag);
      await audit(tag, true, active, id === 'share');
      await waiting?.worker.keeper.keep(tag, false);
      if (!worker.othersMended) await worker.keeper.mendAll(looks % 2 === 0);
      worker.othersMended = true;
    },
    async keep({ tag }: { tag: Kept }) {
      if (!active) return;
      const [{ ok }] = await Promise.all([active.worker.keeper.keep(tag, true), waiting?.worker.keeper.keep(tag, false)]);
      claim(!ok || !alone || intact(packFile(tag, active.worker.release)), `${tag} is said to be kept and is not`);
      if (ok) held.add(tag);
    },
    async drop({ tag }: { tag: Kept }) {
      if (!active) return;
      if (tag !== 'en' && !open.some((href) => href.includes(`/${tag}/`))) held.delete(tag);
      waiting?.worker.answerer.forget();
      active.worker.answerer.forget();
      const [{ ok }] = await Promise.all([active.worker.keeper.drop(tag, true), waiting?.worker.keeper.drop(tag, false)]);
      claim(!ok || !alone || !packs(tag).some(intact), `${tag} is said to be given up and is still there`);
    },
    async update() {
      const newest = waiting ?? active;
      // The worker's own file is not the workers' to prove: it comes whenever anything does.
      if (!state.weather.some((sort) => sort !== 'offline') || newest?.site === server) return;
      const next = begin(server);
      const wanted = [...held].filter((tag) => tag !== staffPack);
      const installed = await next.worker.keeper.install().then(() => true, () => false);
      tally[installed ? 'waitingUpdates' : 'refusedUpdates'] += 1;
      if (!installed) return;
      claim(!alone || filesFor(next.worker.release, wanted).every(intact), 'an update waits that is not whole');
      waiting = next;
      if (!active) await happen['take over']();
    },
    async 'take over'() {
      if (!waiting) return;
      active = waiting;
      waiting = undefined;
      tally.takenOver += 1;
      await active.worker.keeper.takeOver().catch(() => {});
    },
    async close() {
      open = [];
    },
    async restart() {
      active &&= begin(active.site);
      waiting &&= begin(waiting.site);
    },
    async network({ weather }: { weather: readonly Weather[] }) {
      state.weather = weather;
    },
    async deploy({ changed }: { changed: readonly (keyof Edition)[] }) {
      deployed.push((server = siteAfter(server, changed)));
    },
    async 'roll back'({ to }: { to: number }) {
      server = deployed[to % deployed.length] ?? server;
    },
    async evict({ which }: { which: readonly number[] | 'all' }) {
      state.writes += 1;
      if (which === 'all') state.stores.clear();
      else for (const [entries, key] of chosen(which)) entries.delete(key);
      lose();
    },
    async poison({ which, by }: { which: readonly number[]; by: 'login' | 'cut' | 'other' }) {
      state.writes += 1;
      for (const [entries, key] of chosen(which)) {
        const right = entries.get(key);
        const other = [...entries.values()].find((bytes) => bytes !== right);
        if (right) entries.set(key, by === 'cut' ? right.slice(0, right.byteLength >> 1) : by === 'other' && other ? other : bytesOf(login));
      }
      lose();
    },
  };

  function chosen(which: readonly number[]) {
    const all = [...state.stores.values()].flatMap((entries) => [...entries.keys()].map((key) => [entries, key] as const));
    return all.length === 0 ? [] : which.flatMap((place) => [all[place % all.length] as (typeof all)[number]]);
  }

  const begun = (happening: Happening): Promise<unknown> => happen[happening.do](happening as never);

  /** What a worker that is started now, without network, makes of what is on the phone. */
  async function look(): Promise<void> {
    const seen = `${state.writes} ${active?.site.release.version} ${[...held].join()}`;
    if (!active || seen === lastSeen) return;
    lastSeen = seen;
    const { site, worker } = begin(active.site);
    looks += 1;
    const turn = tags[looks % tags.length];
    const id = pageIds[looks % pageIds.length] ?? '';
    for (const tag of tags) {
      // What is held, always; of what is not, one language in turn.
      if (tag !== turn && !held.has(holder(tag, id))) continue;
      const address = id ? `${tag}/${id}/` : `${tag}/`;
      const response = await worker.answerer.navigation({ url: `https://leaflet.test/${address}` } as Request, locate(`/${address}`, site.release));
      tally.heldPages += Number(held.has(holder(tag, id)));
      tally.heldStaffPages += Number(id === 'share' && held.has(staffPack));
      claim(!held.has(holder(tag, id)) || response.status === 200, `${address} was kept and is not there`);
      await prove(response, address, false);
    }
    if (turn && looks % 2) return void (await audit(turn, false, { site, worker }));
    const { languages } = await statusOf(worker.release, worker.store);
    for (const { tag, whole } of languages) claim(whole === intact(packFile(tag, site.release)), `${tag} is said to be ${whole ? 'whole' : 'not whole'}`);
  }

  async function take({ first, second, uses = 0 }: Step): Promise<void> {
    state.now += 2_000;
    alone = !second;
    let other: Promise<unknown> | undefined;
    const join = () => (other ??= second && begun(second));
    let left = uses;
    state.onUse = () => void (left-- === 0 && join());
    if (!second && uses > 0) state.usesLeft = uses;
    await settle(begun(first).then(join));
    state.onUse = () => {};
    if (state.usesLeft !== Infinity) {
      tally.killed += Number(state.usesLeft < 0);
      state.usesLeft = Infinity;
      await happen.restart();
    }
    // What two things at once came to is known only where no one of them took something away.
    for (const happening of second ? [first, second] : []) {
      if (happening.do === 'drop') held.delete(happening.tag);
      if (happening.do === 'evict' || happening.do === 'poison') lose();
    }
    alone = true;
    await aside(look);
  }

  /** With a network that works, a language is as it should be again, and so are English and the shell. */
  async function repair(tag: Tag): Promise<void> {
    state.weather = ['good'];
    // Who asks for a file whose download hangs waits for that download, and has to ask again.
    await rest();
    state.now += 5_000;
    const mend = async () => {
      if (!active) await happen.visit({ tag: 'en', id: '' });
      await happen.update();
      await happen['take over']();
      claim(await audit(tag, true, active), `${tag} is not whole after a repair`);
    };
    await settle(mend());
  }

  return { take, repair };
}
