const configuration = 'load the file of this build for your server again (nginx.conf, apache.conf or Caddyfile of dist-host/, dist/_headers), and see that nothing in front of the server changes headers';
const copy = 'copy it out of dist/ again with its twins (.br, .gz), all of one build, and empty caches in front of the server';

/** What to do about a finding, by how it is called: the first that fits. */
const remedies: readonly (readonly [RegExp, string])[] = [
  [/^https$/, 'serve the site over TLS, and give this command its https:// address'],
  [/^sw\.js status$/, `give this command the address that SITE and BASE say, or ${copy}`],
  [/^sw\.js whole$/, `${copy}; it comes last, after all other files`],
  [/^release$/, 'build with BASE set to the path of this address, copy all of dist/, sw.js last, and see that nothing rewrites it on its way; with kill/sw.js in its place the leaflet is withdrawn, and there is nothing to mend'],
  [/^offline headers$/, 'check with the same version of the project as was built, or build and deploy again'],
  [/^(sw\.js|page|twin) (type|caching|policy|headers)\b/, `${configuration}; pages that carry another policy in themselves are of another build, or are rewritten on their way`],
  [/^pages /, 'copy these pages and sw.js, which names the packs and comes last, out of one dist/, with their twins (.br, .gz); turn off whatever rewrites pages (minifiers, injected scripts, login pages), and empty caches in front of the server'],
  [/^missing (assets|packs)/, 'have a missing file answered with 404 and plain text: no start page, listing or login in its place'],
  [/^missing page$/, 'have a missing page answered with 404.html of this build under the status 404 (its twins are of the same build too), and with no start page in its place'],
  [/^unchanged /, 'have the server send an ETag or Last-Modified, answer 304 to who has that copy, and send its headers with it'],
  [/^slash$/, 'lead from an address without its last slash to that with it, on the same host, and keep what stands behind the question mark'],
  [/^query$/, 'have what stands behind a question mark ignored, by the server and by caches in front of it'],
  [/^one for all$/, 'turn off whatever picks a page by the language or the kind of a request'],
  [/^twins$/, 'copy each of these files out of one dist/ together with its .br and .gz: a twin of an older release goes on being sent to those who ask for it; then empty caches in front of the server'],
  [/^compression$/, 'have the server send the twins (.br, .gz) that lie beside each file (gzip_static, precompressed), or compress text, and send it plain to who asks for no encoding'],
  [/^brotli$/, 'have the server send the .br twins (brotli_static, precompressed br), or compress with brotli at the edge: a language to keep is more than twice as long in gzip'],
  [/^vary$/, 'send "Vary: Accept-Encoding" with what is packed, and no other Vary'],
  [/^(cookies|unwanted headers)$/, 'take it out of the server, or of what stands in front of it: a load balancer, a firewall, an analysis of visits'],
  [/^addresses$/, 'build with SITE set to the address that readers use, and give that address to this command'],
];

/** What whoever runs the host can do about a finding. What is called by a file is about that file. */
export function remedyOf(what: string): string {
  return remedies.find(([pattern]) => pattern.test(what))?.[1] ?? `${copy}; for a header, ${configuration}`;
}
