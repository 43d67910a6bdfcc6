import { headersOf } from '../../src/site/headers.ts';
import { fileOf, headerTroubles, only, statusTroubles } from './expected.ts';
import { finding, type Finding } from './finding.ts';
import { pageWanted, type Answer, type Visitor } from './visitor.ts';

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

/**
 * An address without its last slash leads to the page, on the same host and under the same scheme. So does that of the site, and what stands
 * behind a question mark stays.
 */
export async function checkSlash(visitor: Visitor, pages: readonly string[]): Promise<Finding> {
  const folder = new URL(visitor.base).pathname.split('/').at(-2);
  const asked = [...(folder ? [''] : []), ...pages].flatMap((page) =>
    ['', '?src=qr'].map((mark) => ({ wanted: visitor.base + page + mark, path: (page ? page.slice(0, -1) : `../${folder}`) + mark })),
  );
  const troubles = asked.map(async ({ wanted, path }) => {
    const { status, headers, failure } = await visitor.get(path, pageWanted);
    const location = headers.get('location');
    const to = location && URL.canParse(location, visitor.base + path) ? new URL(location, visitor.base + path).href : undefined;
    const right = [301, 302, 307, 308].includes(status) && to === wanted;
    return right ? [] : [failure ?? `${path} is answered with ${status}${to ? ` to ${to}` : ''} instead of a redirect to ${wanted}`];
  });
  return finding('slash', (await Promise.all(troubles)).flat(), `${troubles.length} addresses without one lead to the page`);
}

/** No reader is led elsewhere for the language of the browser, and a page is the same whether a reader opens it or a script asks. */
export async function checkOneForAll(visitor: Visitor, home: Answer, page: Answer): Promise<Finding> {
  const asked = [
    { known: home, as: { ...pageWanted, 'accept-language': 'ar' } },
    { known: page, as: { accept: '*/*' } },
  ];
  const troubles = asked.map(async ({ known, as }) => {
    const answer = await visitor.get(known.path, as);
    const status = statusTroubles(answer);
    const other = answer.body.equals(known.body) ? [] : ['it is another file than to other readers'];
    return (status.length > 0 ? status : other).map((trouble) => `${known.path || '/'} asked with ${Object.entries(as).at(-1)?.join(': ')}: ${trouble}`);
  });
  return finding('one for all', (await Promise.all(troubles)).flat(), 'the same page whatever the browser prefers');
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

/** What would empty the phone, lead readers away or tell others who reads. */
const unwanted = ['clear-site-data', 'refresh', 'nel', 'report-to', 'reporting-endpoints', 'content-security-policy-report-only'];

/**
 * On whatever was answered: no cookie, none of the unwanted headers, and nothing that makes caches (above all the browser's, of the worker)
 * keep a copy per header.
 */
export function checkEveryAnswer({ answers, base }: Visitor): Finding[] {
  const about = (check: (answer: Answer) => string | undefined) => [
    ...new Set(answers.flatMap((answer) => check(answer)?.concat(` on ${answer.path || '/'}`) ?? [])),
  ];
  const vary = about(({ headers }) => {
    const names = (headers.get('vary') ?? '').toLowerCase().split(',').map((name) => name.trim());
    if (!names.every((name) => name === '' || name === 'accept-encoding')) return `"${headers.get('vary')}"`;
    return headers.has('content-encoding') && names.every((name) => name === '') ? `none, though it is packed as it was asked for,` : undefined;
  });
  const cookies = about(({ headers }) => (headers.getSetCookie().length > 0 ? 'a cookie is set' : undefined));
  const others = unwanted.flatMap((name) => about(({ headers }) => (headers.has(name) ? `${name} is sent` : undefined)));
  const links = about(({ path, headers }) => {
    const away = [...(headers.get('link') ?? '').matchAll(/<([^>]*)>/g)].map(([, to = '']) => to).find((to) => !URL.canParse(to, base + path) || new URL(to, base + path).origin !== new URL(base).origin);
    return away === undefined ? undefined : `link names ${away}`;
  });
  return [
    finding('vary', vary, `${answers.length} answers vary by Accept-Encoding at most, and all that are packed do`),
    finding('cookies', cookies, `${answers.length} answers set none`),
    finding('unwanted headers', [...others, ...links], `${answers.length} answers send none`),
  ];
}
