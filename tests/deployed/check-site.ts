import { pageIds, pathOf } from '../../src/site/addresses.ts';
import { staffPack } from '../../src/sw/release.ts';
import { checkAddresses } from './check-addresses.ts';
import { checkEveryAnswer, checkOneForAll, checkQuery, checkSlash, checkUnchanged } from './check-answers.ts';
import { checkEncodings } from './check-encodings.ts';
import { checkFiles } from './check-files.ts';
import { checkLinked, linkedIn } from './check-linked.ts';
import { checkMissing } from './check-missing.ts';
import { addressesOf, checkPages, styleHashesOf } from './check-pages.ts';
import { checkUnnamed } from './check-unnamed.ts';
import { checkRelease, checkWorker } from './check-worker.ts';
import { finding, type Finding } from './finding.ts';
import { readRelease } from './read-release.ts';
import { pageWanted, type Visitor } from './visitor.ts';

/** Looks at a live site from outside, at every file in every encoding, beginning with its worker, which knows what the rest must be. Yields each finding as it is made. */
export async function* checkSite(visitor: Visitor): AsyncGenerator<Finding> {
  yield checkScheme(visitor.base);
  const [worker, home] = await Promise.all([visitor.get('sw.js', { accept: '*/*', 'service-worker': 'script' }), visitor.get('', pageWanted)]);
  const release = readRelease(worker.body.toString());
  const files = release && (await checkFiles(visitor, release));
  // Without a release the English pages still tell which styles the policy must let in.
  const tags = release ? Object.keys(release.packs) : ['en'];
  const sent = await Promise.all(
    tags.map(async (tag) => {
      const held = files?.pages.get(tag);
      const addresses = release ? addressesOf(tag, held, release) : pageIds.map((page) => pathOf(tag, page));
      return { tag, held, pages: await Promise.all(addresses.map((path) => (path === '' ? home : visitor.get(path, pageWanted)))) };
    }),
  );
  const once = new Map([home, ...sent.flatMap(({ pages }) => pages)].map((page) => [page.path, page]));
  const all = [...once.values()].map(({ path, body }) => ({ path, html: body.toString() }));
  const texts = all.map(({ html }) => html);
  const packed = [...(files?.pages.values() ?? [])].flatMap((pages) => Object.values(pages));
  const styleHashes = styleHashesOf(packed.length > 0 ? packed : texts);

  yield* checkWorker(worker, styleHashes);
  yield* checkRelease(release, visitor.base);
  if (release && files) {
    yield* files.findings;
    for (const { tag, held, pages } of sent) yield* checkPages(tag, held, pages, release, styleHashes);
    yield* await checkLinked(visitor, texts, release, styleHashes);
    yield* await checkUnnamed(visitor, release, styleHashes);
  }
  yield checkAddresses(all, visitor.base);
  yield* await checkEncodings(visitor, [...visitor.answers], styleHashes);

  const [script = 'sw.js'] = Object.keys(release?.shell ?? {});
  const pack = release?.packs[release.defaultLanguage]?.path;
  const deep = sent.map(({ pages }) => pages.find(({ path, status }) => status === 200 && path.split('/').length > 2)).filter((page) => page !== undefined);
  const [page = home] = deep;
  const kinds = ['', 'sw.js', ...(release ? [script] : []), ...(pack ? [pack] : [])];
  for (const path of kinds) yield await checkUnchanged(visitor, path, styleHashes);
  const linked = new Set([...texts.flatMap(linkedIn), ...Object.keys(release?.shell ?? {}).map((path) => `${release?.base}${path}`)]);
  yield* await checkMissing(visitor, { tags: tags.filter((tag) => tag !== staffPack), styleHashes, linked });
  yield await checkSlash(visitor, [`${release?.defaultLanguage ?? 'en'}/`, ...deep.map(({ path }) => path)]);
  yield await checkQuery(visitor, [worker, page]);
  yield await checkOneForAll(visitor, home, page);
  yield* checkEveryAnswer(visitor);
}

/** Workers are not installed from plain addresses, but for one's own machine. */
function checkScheme(base: string): Finding {
  const { protocol, hostname } = new URL(base);
  if (protocol === 'https:') return finding('https', [], 'yes');
  const own = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname);
  return finding('https', own ? [] : [`${base} is not encrypted: no phone keeps the leaflet from there`], 'not needed on this machine');
}
