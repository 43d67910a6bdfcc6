/**
 * The whole leaflet of a language as one file, made of its page `/<tag>/all/`: pictures and styles are in it, it has no script and asks for
 * nothing, so that it opens anywhere with no network. Runs at build time and, on the kept page, in the browser: the same bytes from both.
 *
 * @param html the page as it is sent; what it is made of is ours, so patterns are enough and no parser is needed
 * @param site origin for links to pages that are not in the file; where it is empty, such links are only words
 */
export function oneFile(html: string, site: string): string {
  const base = /data-base="([^"]*)"/.exec(html)?.[1] ?? '/';
  const styles = (html.match(/sha256-[\w+/=]+/g) ?? []).map((hash) => `'${hash}'`).join(' ');
  const places = new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
  return html
    .replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src ${styles}; base-uri 'none'; form-action 'none'"/><meta name="referrer" content="no-referrer"/>`)
    .replace(/ data-base="[^"]*"/, '')
    .replace(/<script\b[^>]*>[^<]*<\/script>|<link\b[^>]*>/g, '')
    .replace(/<details class="languages">.*?<\/details>|<ul class="plain-links">.*?<\/ul>|<p>(?:(?!<p>).)*?hreflang=.*?<\/p>|<a class="skip".*?<\/a>/gs, '')
    .replace(/<p\b[^>]*\bdata-(?:news|age-note|offline-note)\b[^>]*><\/p>/g, '')
    .replace(/<a\b([^>]*?) href="([^"]*)"/g, (link, rest: string, address: string) => {
      if (!address.startsWith(base)) return link;
      const [, page = ''] = address.slice(base.length).split('/');
      if (places.has(page)) return `<a${rest} href="#${page}"`;
      return site ? `<a${rest} href="${site}${address}"` : `<a${rest}`;
    });
}

/** The name of that file, which says nothing about health. `'ar'` → `'leaflet-ar.html'` */
export const oneFileName = (tag: string): string => `leaflet-${tag}.html`;
