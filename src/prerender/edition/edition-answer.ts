import type { Edition } from '../../content/edition.ts';
import { editions } from '../../content/editions/index.ts';
import { releases } from '../../content/release.ts';
import { refuseUnnamed } from './approval.ts';
import { dayAt, momentOfBuild } from '../check/build-day.ts';
import { overdue } from '../check/check-edition.ts';
import { editionCalled } from './edition-called.ts';
import { loadRenderSite } from '../draw/load-render-site.ts';
import { loadLanguage } from '../draw/load-words.ts';
import { changesOf } from '../packs/release.ts';
import { loadSiteWords, type SiteWords } from '../draw/site-words.ts';
import { startEdition } from './start-edition.ts';

const usage = `npm run edition -- new <name>                 starts an edition, such as: new royal-derby
npm run edition -- approve <name> [language]  prints what an approval is bound to, and the line to write
npm run edition -- check <name>               checks its facts and words, and draws it, as a build does`;

/** What `npm run edition` says; throws a sentence for the person who typed it. */
export async function answer(root: string, [task, name, language]: readonly string[]): Promise<string> {
  if (task === 'new' && name) return started(root, name);
  if (task === 'approve' && name) return approval(root, name, language);
  if (task === 'check' && name) return checked(root, name);
  return usage;
}

function started(root: string, name: string): string {
  const { facts, words } = startEdition(root, name);
  return `The edition "${name}" has been started. It builds as it is:  EDITION=${name} npm start

1. ${facts}
   Its facts. Go through the comments from top to bottom.
2. ${words.join(' ')}
   How your place is named in a sentence, and words of your own (see locales/README.md).
3. src/content/sources.ts
   Add the documents that your facts come from.

Then:  npm run edition -- check ${name}`;
}

async function checked(root: string, name: string): Promise<string> {
  const { languages, notes } = read(root, name);
  const edition = editions[name] as Edition;
  const late = overdue(edition);
  if (late.length > 0) throw new Error(late.join('\n'));
  changesOf(releases);
  // Under names that need no build: only what is said along the way counts.
  const assets = { script: 'assets/app.js', icon: 'assets/icon.svg', staffScript: 'assets/staff.js' };
  (await loadRenderSite(root)).renderSite(root, { edition, base: '/', site: '', pseudo: false }, assets);
  return [`The edition "${name}" is whole in ${languages.map(({ english }) => english).join(', ')}.`, ...notes].join('\n');
}

function approval(root: string, name: string, language?: string): string {
  const { languages, reviews, contentHashes } = read(root, name, 'drafts with label');
  const asked = languages.filter(({ tag }) => !language || tag === language);
  if (asked.length === 0) throw new Error(`The edition "${name}" has no language "${language}". Choose one of: ${languages.map(({ tag }) => tag).join(', ')}`);
  refuseUnnamed(editions[name] as Edition, Object.fromEntries(asked.map(({ tag }) => [tag, loadLanguage(`${root}/locales`, tag)])));
  if (editions[name]?.publisher === null) throw new Error(`The text of the edition "${name}" cannot be approved while publisher is null: say in src/content/editions/${name}.ts who publishes it and answers for it. The hash holds it.`);
  const today = dayAt(momentOfBuild(), 0);
  const lines = asked.map(({ tag, english }) => {
    const review = reviews[tag];
    const state = !review || review.state === 'none' ? 'not approved' : review.state === 'approved' ? `approved by ${review.by} on ${review.on}` : `changed since ${review.by} approved it on ${review.on}`;
    return `${english}: ${state}\n    ${tag.includes('-') ? `'${tag}'` : tag}: { by: '<name, role>', on: '${today}', hash: '${contentHashes[tag] ?? ''}' },`;
  });
  return `${lines.join('\n')}

Have a qualified person read the text of that language as it is now (EDITION=${name} npm start). Then write the line into "approvals" of
src/content/editions/${name}.ts with their name and role. After any change of a word or a fact, every page says again that it is a draft.`;
}

/** The words and states of an edition. `publishes`: what is not approved is to be approved, whatever the edition publishes. */
function read(root: string, name: string, publishes?: Edition['publishes']): SiteWords {
  const edition = editionCalled(name);
  if (!edition) throw new Error(`There is no edition "${name}". Choose one of: ${Object.keys(editions).join(', ')}`);
  return loadSiteWords(`${root}/locales`, publishes ? { ...edition, publishes } : edition, false);
}
