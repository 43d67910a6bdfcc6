import { headersOf, policy, type Headers } from '../../site/headers.ts';
import type { HostedSite } from './host-files.ts';

/** What GitHub Pages cannot do, for who must decide whether that is enough. It takes no configuration: the files of dist/ are all there is to give. */
export function githubPagesNotes({ base, styleHashes }: HostedSite): string {
  const sent: Headers = headersOf('index.html', styleHashes);
  const inPage = policy(styleHashes, 'meta').split('; ');
  const lost = policy(styleHashes, 'header').split('; ').filter((directive) => !inPage.includes(directive));
  const absent = Object.keys(sent).filter((name) => !['content-type', 'cache-control', 'content-security-policy'].includes(name));
  return `Handleaf on GitHub Pages
========================

Publish the folder dist/ as it is${base === '/' ? ' (the site must then have a host name of its own; for a project page build with BASE=/<repository>/)' : `, so that it is served at ${base}`}.
Put an empty file named .nojekyll at the top if a branch is published.

GitHub Pages sends headers of its own and takes none from anybody. It works: pages carry their policy, and the worker checks every byte it keeps.
These promises of other hosts it does not keep:

- Not sent, or not as here:
${absent.map((name) => `    ${name}: ${sent[name]}`).join('\n')}
- Of the content-security-policy, pages carry all but what browsers only take from a header:
${lost.map((directive) => `    ${directive}`).join('\n')}
  and the worker has none of its own, so that nothing but its own code keeps it to its own host.
- Nothing is kept for ever and nothing is asked for anew each time: every file may be ten minutes old. Phones still look past that for the worker,
  and a page and a worker of different releases do not mix, because the worker knows the hashes of what it keeps.
- A missing script is answered with a page (404.html), under 404.
- gzip only: the twins in brotli are not used, and a language to keep takes more than twice the bytes.
- Who reads what is seen, and perhaps kept, by the company that runs it. For patients, a host that keeps no logs is better.

"npm run deployed" names on the live site what of these can be seen from outside.
`;
}
