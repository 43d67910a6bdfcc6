import { openable, type Openable } from '../../src/prerender/packs/packs.ts';
import { headersOf } from '../../src/site/headers.ts';
import { decodeDifference, makePack } from '../../src/sw/difference.ts';
import { complete } from '../../src/sw/rest.ts';
import { besidePage, pageName, restBeside, staffPack, type PackEntry, type Release } from '../../src/sw/release.ts';
import { bytesOf, hashOf, headerTroubles, hexOf, nameTroubles, statusTroubles } from './expected.ts';
import { finding, type Finding } from './finding.ts';
import type { Answer, Visitor } from './visitor.ts';

/** Address below the base → HTML. */
export type Pages = Readonly<Record<string, string>>;

/** The shell, every pack and every difference; and the pages of each language whose pack could be had, whole, in one way or the other. */
export async function checkFiles(visitor: Visitor, release: Release): Promise<{ findings: Finding[]; pages: Map<string, Pages> }> {
  const tags = Object.entries(release.packs);
  const [shell, packs] = await Promise.all([
    Promise.all(Object.entries(release.shell).map(async ([path, hash]) => checkFile(await visitor.get(path), hash))),
    Promise.all(tags.map(([, pack]) => visitor.get(pack.path))),
  ]);
  const findings = [...shell];
  const pages = new Map<string, Pages>();
  const source = packs[tags.findIndex(([tag]) => tag === release.defaultLanguage)]?.body.toString() ?? '';

  const differences = await Promise.all(tags.map(([, { difference }]) => difference && visitor.get(difference)));
  tags.forEach(([tag, pack], index) => {
    const [file, steps] = [packs[index], differences[index]];
    if (!file) return;
    findings.push(checkFile(file, pack.hash, pack.bytes));
    const made = steps ? madeBy(steps, source, release.defaultLanguage, tag) : '';
    if (steps) findings.push(checkPart(steps, made, pack));
    const right = [file.body.toString(), made].find((text) => hashOf(text) === pack.hash);
    if (right) pages.set(tag, JSON.parse(right) as Pages);
  });
  const besides = tags.map(([tag, pack], index) => {
    const steps = differences[index];
    return steps && pages.has(tag) ? [checkBesides(visitor, release, pack, { tag, steps, opened: openedIn(tag, pages), source })] : [];
  });
  return { findings: [...findings, ...(await Promise.all(besides.flat())), ...(await checkRests(visitor, release, pages))], pages };
}

/** The pages that a reader of a language may have open, as far as they are known. */
function openedIn(tag: string, pages: ReadonlyMap<string, Pages>): Openable {
  return openable(tag, Object.entries({ ...pages.get(tag), ...pages.get(staffPack) }));
}

/** A language: its difference, the pages that may be open, and the pack that the difference is from. */
interface Differing {
  readonly tag: string;
  readonly steps: Answer;
  readonly opened: Openable;
  readonly source: string;
}

/** What makes a pack for a reader who has opened one page of that language, for each of them. */
async function checkBesides(visitor: Visitor, { defaultLanguage }: Release, pack: PackEntry, { tag, steps, opened, source }: Differing): Promise<Finding> {
  const lines = linesOf(steps, '');
  const troubles = opened.map(async ([address, html]) => {
    const file = await visitor.get(besidePage(pack.difference ?? '', pageName(address)));
    const found = statusTroubles(file);
    if (found.length === 0) {
      found.push(...headerTroubles(file.headers, headersOf(file.path, [])));
      // The same lines make the same pack, and are compared sooner than it is made.
      const same = lines !== '' && linesOf(file, html) === lines;
      if (!same && hashOf(madeBy(file, source, defaultLanguage, tag, html)) !== pack.hash) found.push(`it came as ${bytesOf(file.body)}, which does not make ${pack.path}`);
    }
    return found.map((trouble) => `${file.path}: ${trouble}`);
  });
  return finding(`differences ${tag}`, (await Promise.all(troubles)).flat(), `${troubles.length} beside pages, each makes ${pack.path}`);
}

/** Nothing, where they are none. */
function linesOf({ body }: Answer, opened: string): string {
  try {
    return decodeDifference(new Uint8Array(body).buffer, opened).join('\n');
  } catch {
    return '';
  }
}

/** What is left of the default language's pack beside each page that may be open. */
async function checkRests(visitor: Visitor, release: Release, pages: ReadonlyMap<string, Pages>): Promise<Finding[]> {
  const pack = release.packs[release.defaultLanguage];
  const opened = openedIn(release.defaultLanguage, pages);
  if (!pack?.rest) return [];
  const { rest: pattern } = pack;
  const checks = opened.flatMap(([address, html]) =>
    [...new Set(['', address.split('/')[0]])].map(async (tag) => {
      const rest = await visitor.get(restBeside(pattern, pageName(address), tag));
      return checkPart(rest, complete(rest.body.toString(), html), pack);
    }),
  );
  return Promise.all(checks);
}

function checkFile(file: Answer, hash: string, bytes = file.body.length): Finding {
  const troubles = statusTroubles(file);
  if (troubles.length === 0) {
    troubles.push(...headerTroubles(file.headers, headersOf(file.path, [])));
    if (hashOf(file.body) !== hash) troubles.push(`it came as ${bytesOf(file.body)} instead of ${hexOf(hash)}`);
    else if (file.body.length !== bytes) troubles.push(`${sizeOf(file)} instead of the ${bytes} that the worker expects`);
  }
  return finding(file.path, troubles, `${sizeOf(file)}, those of the release`);
}

/** A file that makes a pack together with another. */
function checkPart(steps: Answer, made: string, pack: PackEntry): Finding {
  const troubles = statusTroubles(steps);
  if (troubles.length === 0) {
    troubles.push(...headerTroubles(steps.headers, headersOf(steps.path, [])), ...(steps.path.includes('/rest-') ? [] : nameTroubles(steps)));
    if (hashOf(made) !== pack.hash) troubles.push(`it came as ${bytesOf(steps.body)}, which does not make ${pack.path}`);
  }
  return finding(steps.path, troubles, `${sizeOf(steps)}, makes ${pack.path}`);
}

/** Nothing, where the steps are none. */
function madeBy({ body }: Answer, source: string, from: string, tag: string, opened = ''): string {
  try {
    return makePack(source, from, tag, new Uint8Array(body).buffer, opened);
  } catch {
    return '';
  }
}

function sizeOf({ body }: Answer): string {
  return `${body.length} bytes`;
}
