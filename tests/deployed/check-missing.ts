import { headersOf, missingHeaders } from '../../src/site/headers.ts';
import { ways } from './check-encodings.ts';
import { linkedIn } from './check-linked.ts';
import { metaTroubles, stylesIn } from './check-pages.ts';
import { bytesOf, hashOf, headerTroubles, only, statusTroubles } from './expected.ts';
import { finding, type Finding } from './finding.ts';
import { pageWanted, type Answer, type Visitor } from './visitor.ts';

const files = ['assets/missing.00000000.js', 'packs/missing.00000000.json'];

/** What the rest of the site is made of. */
interface Known {
  readonly tags: readonly string[];
  readonly styleHashes: readonly string[];
  /** Addresses of the files that pages load. */
  readonly linked: ReadonlySet<string>;
}

/** Addresses that nothing stands at, in every encoding. A page in place of a missing script would be kept by phones as the script. */
export async function checkMissing(visitor: Visitor, known: Known): Promise<Finding[]> {
  const missing = async (path: string, headers = {}) =>
    Promise.all(ways.map(async ({ way, accept }) => ({ name: `${path} asked for ${way}`, answer: await visitor.get(path, { ...headers, 'accept-encoding': accept }) })));
  const about = (asked: Awaited<ReturnType<typeof missing>>, check: (answer: Answer) => string[]) =>
    asked.flatMap(({ name, answer }) => {
      const status = statusTroubles(answer, 404);
      return (status.length > 0 ? status : check(answer)).map((trouble) => `${name}: ${trouble}`);
    });

  const found = files.map(async (path) => finding(`missing ${path}`, about(await missing(path), ({ headers }) => headerTroubles(headers, missingHeaders)), '404, plain text that nobody keeps'));
  const pages = (await Promise.all(['', ...known.tags.map((tag) => `${tag}/`)].map((folder) => missing(`${folder}missing-page/`, pageWanted)))).flat();
  const first = pages.find(({ answer }) => answer.status === 404);
  const troubles = about(pages, (answer) => [...missingPageTroubles(answer, known), ...otherTroubles(answer, first)]);
  return [...(await Promise.all(found)), finding('missing page', troubles, `404 in every language and encoding, the page that says so`)];
}

function missingPageTroubles({ headers, body }: Answer, { styleHashes, linked }: Known): string[] {
  const html = body.toString();
  const kept = /^no-(store|cache)$/.test(headers.get('cache-control') ?? '') ? [] : ['it may be kept: cache-control is neither no-store nor no-cache'];
  const old = linkedIn(html).filter((address) => !linked.has(address)).map((address) => `it names ${address}, which no page of this release does`);
  const styles = stylesIn(html).every((style) => styleHashes.includes(hashOf(style))) ? [] : ['it carries styles that no page of this release does'];
  return [
    ...headerTroubles(headers, only(headersOf('404.html', styleHashes), (name) => name !== 'cache-control')),
    ...metaTroubles(html).map((trouble) => `it ${trouble}`),
    ...kept,
    ...old,
    ...styles,
  ];
}

function otherTroubles({ body }: Answer, first: { name: string; answer: Answer } | undefined): string[] {
  return !first || body.equals(first.answer.body) ? [] : [`another page, of ${bytesOf(body)}, than ${first.name}, of ${bytesOf(first.answer.body)}`];
}
