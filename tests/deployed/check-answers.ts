import { headersOf, missingHeaders } from '../../src/site/headers.ts';
import { headerTroubles, only, statusTroubles } from './expected.ts';
import { finding, type Finding } from './finding.ts';
import { metaTroubles } from './check-pages.ts';
import type { Answer, Visitor } from './visitor.ts';

const pageWanted = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };
const fileOf = (path: string) => (path === '' || path.endsWith('/') ? `${path}index.html` : path);

/** A copy that is still right is not sent again, and "not changed" comes under the same headers, so that none is lost. */
export async function checkUnchanged(visitor: Visitor, path: string, styleHashes: readonly string[]): Promise<Finding> {
  const name = `unchanged ${path || '/'}`;
  const { headers } = await visitor.get(path);
  const [tag, date] = [headers.get('etag'), headers.get('last-modified')];
  if (!tag && !date) return finding(name, ['sent with neither etag nor last-modified: it is fetched whole each time'], '');
  const again = await visitor.get(path, tag ? { 'if-none-match': tag } : { 'if-modified-since': date ?? '' });
  const troubles = statusTroubles(again, 304);
  // RFC 9110, 15.4.5: what describes the content stays out of an answer without any.
  if (troubles.length === 0) troubles.push(...headerTroubles(again.headers, only(headersOf(fileOf(path), styleHashes), (header) => header !== 'content-type')));
  return finding(name, troubles, '304 with its headers');
}

/** Addresses that nothing stands at. A page in place of a missing script would be kept by phones as the script. */
export async function checkMissing(visitor: Visitor, styleHashes: readonly string[]): Promise<Finding[]> {
  const files = ['assets/missing.00000000.js', 'packs/missing.00000000.json'].map(async (path) => {
    const answer = await visitor.get(path);
    const status = statusTroubles(answer, 404);
    return finding(`missing ${path}`, status.length > 0 ? status : headerTroubles(answer.headers, missingHeaders), '404, plain text that nobody keeps');
  });
  return Promise.all([...files, checkMissingPage(visitor, styleHashes)]);
}

async function checkMissingPage(visitor: Visitor, styleHashes: readonly string[]): Promise<Finding> {
  const answer = await visitor.get('missing-page/', pageWanted);
  const troubles = statusTroubles(answer, 404);
  if (troubles.length === 0) {
    troubles.push(...headerTroubles(answer.headers, only(headersOf('404.html', styleHashes), (name) => name !== 'cache-control')));
    troubles.push(...metaTroubles(answer.body.toString()).map((trouble) => `it ${trouble}`));
    if (!/^no-(store|cache)$/.test(answer.headers.get('cache-control') ?? '')) troubles.push('it may be kept: cache-control is neither no-store nor no-cache');
  }
  return finding('missing page', troubles, '404, the page that says so');
}

/** An address without its last slash leads to the page, on the same host and under the same scheme. */
export async function checkSlash(visitor: Visitor, page: string): Promise<Finding> {
  const path = page.slice(0, -1);
  const { status, headers, failure } = await visitor.get(path, pageWanted);
  const wanted = visitor.base + page;
  const location = headers.get('location');
  const to = location && URL.canParse(location, visitor.base + path) ? new URL(location, visitor.base + path).href : undefined;
  const right = [301, 302, 307, 308].includes(status) && to === wanted;
  return finding('slash', right ? [] : [failure ?? `${path} is answered with ${status}${to ? ` to ${to}` : ''} instead of a redirect to ${wanted}`], `${path} leads to ${page}`);
}

/** What stands behind a question mark, such as the mark of a code on a poster, changes nothing. */
export async function checkQuery(visitor: Visitor, plain: readonly Answer[]): Promise<Finding> {
  const troubles = plain.map(async ({ path, body }) => {
    const answer = await visitor.get(`${path}?src=qr`);
    const status = statusTroubles(answer);
    return status.length > 0 ? status.map((trouble) => `${path}?src=qr: ${trouble}`) : answer.body.equals(body) ? [] : [`${path}?src=qr is another file than ${path}`];
  });
  return finding('query', (await Promise.all(troubles)).flat(), 'changes nothing');
}

/** Text travels compressed to whoever can read that, and plain to others. */
export async function checkCompression(visitor: Visitor, paths: readonly string[]): Promise<Finding> {
  const troubles = paths.map(async (path) => {
    const [asked, plain] = [await visitor.get(path), await visitor.get(path, { 'accept-encoding': 'identity' })];
    const given = asked.headers.get('content-encoding');
    const forced = plain.headers.get('content-encoding');
    return [
      ...(given === 'br' || given === 'gzip' ? [] : [`${path || '/'} comes uncompressed`]),
      ...(forced === null || forced === 'identity' ? [] : [`${path || '/'} comes in ${forced} to who cannot read it`]),
    ];
  });
  return finding('compression', (await Promise.all(troubles)).flat(), `brotli or gzip for ${paths.length} files, when asked for`);
}

/** On whatever was answered: no cookie, and nothing that makes caches (above all the browser's, of the worker) keep a copy per header. */
export function checkEveryAnswer({ answers }: Visitor): Finding[] {
  const about = (check: (answer: Answer) => string | undefined) => [
    ...new Set(answers.flatMap((answer) => check(answer)?.concat(` on ${answer.path || '/'}`) ?? [])),
  ];
  const vary = about(({ headers }) => {
    const names = (headers.get('vary') ?? '').toLowerCase().split(',').map((name) => name.trim());
    return names.every((name) => name === '' || name === 'accept-encoding') ? undefined : `"${headers.get('vary')}"`;
  });
  const cookies = about(({ headers }) => (headers.getSetCookie().length > 0 ? 'a cookie is set' : undefined));
  return [
    finding('vary', vary, `${answers.length} answers vary by Accept-Encoding at most`),
    finding('cookies', cookies, `${answers.length} answers set none`),
  ];
}
