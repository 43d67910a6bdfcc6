/**
 * The whole leaflet of a language as one file, made of its page `/<tag>/all/` and of the list of sources on `/<tag>/about/`: pictures and styles are in it, it
 * has no script and asks for nothing, so that it opens anywhere with no network. Runs at build time and, on the kept page, in the browser: the same bytes from both.
 *
 * @param html the page as it is sent; what it is made of is ours, so patterns are enough and no parser is needed
 * @param about the page that lists the sources
 * @param site origin for links to pages that are not in the file; where it is empty, such links are only words, and what only leads away is left out
 */
export function oneFile(html: string, about: string, site: string): string {
  const base = /data-base="([^"]*)"/.exec(html)?.[1] ?? '/';
  const styles = (html.match(/sha256-[\w+/=]+/g) ?? []).map((hash) => `'${hash}'`).join(' ');
  const [sources = ''] = /<section class="block" id="sources">.*?<\/section>/s.exec(about) ?? [];
  const whole = html.replace('</main>', () => `${sources}</main>`);
  const places = new Set([...whole.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
  return whole
    .replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src ${styles}; base-uri 'none'; form-action 'none'"/><meta name="referrer" content="no-referrer"/>`)
    .replace(/ data-base="[^"]*"/, '')
    .replace(/<script\b[^>]*>[^<]*<\/script>|<link\b[^>]*>/g, '')
    .replace(/<details class="languages">.*?<\/details>|<ul class="plain-links">.*?<\/ul>|<p>(?:(?!<p>).)*?hreflang=.*?<\/p>|<a class="skip".*?<\/a>/gs, '')
    .replace(site ? '' : /<a class="(?:to-card|action)".*?<\/a>/gs, '')
    .replace(/<p\b[^>]*\bdata-(?:news|age-note|offline-note)\b[^>]*><\/p>/g, '')
    .replace(/<a\b([^>]*?) href="([^"]*)"([^>]*)>(.*?)<\/a>/gs, (link, before: string, address: string, after: string, words: string) => {
      if (!address.startsWith(base)) return link;
      const [page = '', place = ''] = address.slice(base.length).split(/[/#]+/).slice(1);
      const here = [place, page].find((id) => places.has(id));
      if (here) return `<a${before} href="#${here}"${after}>${words}</a>`;
      return site ? `<a${before} href="${site}${address}"${after}>${words}</a>` : `<span${before}${after}>${words}</span>`;
    });
}

/** The name of that file, which says nothing about health. `'ar'` → `'leaflet-ar.html'` */
export const oneFileName = (tag: string): string => `leaflet-${tag}.html`;
