import { editions } from '../content/editions/index.ts';
import { loadSiteWords } from './site-words.ts';
import { startEdition } from './start-edition.ts';

const usage = `npm run edition -- new <name>                 starts an edition, such as: new royal-derby
npm run edition -- approve <name> [language]  prints what an approval is bound to, and the line to write
npm run edition -- check <name>               checks its facts and words, as a build does`;

/** What the command says; throws a sentence for the person who typed it. */
function answer(root: string, [task, name, language]: readonly string[]): string {
  if (task === 'new' && name) return started(root, name);
  if (task === 'approve' && name) return approval(root, name, language);
  if (task === 'check' && name) {
    const { languages } = read(root, name);
    return `The edition "${name}" is whole in ${languages.map(({ english }) => english).join(', ')}.`;
  }
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

function approval(root: string, name: string, language?: string): string {
  const { languages, reviews, contentHashes } = read(root, name);
  const asked = languages.filter(({ tag }) => !language || tag === language);
  if (asked.length === 0) throw new Error(`The edition "${name}" has no language "${language}". Choose one of: ${languages.map(({ tag }) => tag).join(', ')}`);
  const today = new Date().toISOString().slice(0, 10);
  const lines = asked.map(({ tag, english }) => {
    const review = reviews[tag];
    const state = !review || review.state === 'none' ? 'not approved' : review.state === 'approved' ? `approved by ${review.by} on ${review.on}` : `changed since ${review.by} approved it on ${review.on}`;
    return `${english}: ${state}\n    ${tag.includes('-') ? `'${tag}'` : tag}: { by: '<name, role>', on: '${today}', hash: '${contentHashes[tag] ?? ''}' },`;
  });
  return `${lines.join('\n')}

Have a qualified person read the text of that language as it is now (EDITION=${name} npm start). Then write the line into "approvals" of
src/content/editions/${name}.ts with their name and role. After any change of a word or a fact, every page says again that it is a draft.`;
}

/** The words and states of an edition, whatever it publishes: what is not approved is to be approved here. */
function read(root: string, name: string): ReturnType<typeof loadSiteWords> {
  const edition = Object.hasOwn(editions, name) ? editions[name] : undefined;
  if (!edition) throw new Error(`There is no edition "${name}". Choose one of: ${Object.keys(editions).join(', ')}`);
  return loadSiteWords(`${root}/locales`, { ...edition, publishes: 'drafts with label' }, false);
}

try {
  console.log(answer(process.cwd(), process.argv.slice(2)));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
