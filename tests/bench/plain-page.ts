import { brotliCompressSync } from 'node:zlib';
import type { Answer } from './secure-server.ts';

const style = ':root{color-scheme:light dark}body{max-width:38rem;margin:0 auto;padding:1rem;font:1.125rem/1.5 system-ui,sans-serif}';
/** What a reader needs of an attribute: where a link leads, which language and direction, what not to translate. */
const meant = ['href', 'id', 'lang', 'dir', 'translate'];

/** The same words as somebody would write them by hand: no script, no worker, no picture, no class. In: a page of the built site. */
export function plainPage(html: string): Answer {
  const [, lang = ''] = /<html lang="([^"]+)"/.exec(html) ?? [];
  const [, dir = ''] = /<html [^>]*dir="([^"]+)"/.exec(html) ?? [];
  const [, title = ''] = /<title>([^<]*)<\/title>/.exec(html) ?? [];
  const [, body = ''] = /<body>(.*)<\/body>/s.exec(html) ?? [];
  const words = body
    .replace(/<(svg|script|style)\b.*?<\/\1>|<link\b[^>]*>/gs, '')
    .replace(/<\/?(?:div|span|section|article|figure)\b(?:"[^"]*"|[^">])*>/g, '')
    .replace(/<(\/?)figcaption\b[^>]*>/g, '<$1p>')
    .replace(/<([a-z]\w*)((?:"[^"]*"|[^">])*)>/g, (_, name: string, attributes: string) => `<${name}${keepMeant(attributes)}>`);
  const text =
    `<!doctype html><html lang="${lang}" dir="${dir}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
    `<title>${title}</title><link rel="icon" href="data:,"><style>${style}</style>${words}`;
  return {
    status: 200,
    headers: { 'content-type': 'text/html; charset=utf-8', 'content-encoding': 'br', 'cache-control': 'no-cache' },
    body: brotliCompressSync(text),
  };
}

function keepMeant(attributes: string): string {
  return [...attributes.matchAll(/\s([\w-]+)="([^"]*)"/g)].flatMap(([whole, name = '']) => (meant.includes(name) ? [whole] : [])).join('');
}
