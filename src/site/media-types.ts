/** Content types by the ending of a file's name; any other file is bytes. */
export const types: Readonly<Record<string, string>> & { readonly html: string } = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  webmanifest: 'application/manifest+json; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  txt: 'text/plain; charset=utf-8',
};
export const otherType = 'application/octet-stream';
