import { checkSite } from './check-site.ts';
import { lineOf } from './finding.ts';
import { gentle, visitorTo } from './visitor.ts';

const [address = ''] = process.argv.slice(2);
process.exitCode = await main();

/** Checks the site at the address of the command; 0 when all is well. */
async function main(): Promise<number> {
  if (!URL.canParse(address) || !/^https?:$/.test(new URL(address).protocol)) {
    console.error('Say which site: npm run deployed -- https://leaflet.example/');
    return 1;
  }
  const { origin, pathname } = new URL(address);
  const base = origin + pathname.replace(/\/?$/, '/');
  const visitor = visitorTo(base);
  const { failure } = await visitor.get('sw.js');
  if (failure) {
    console.error(`Nothing answers at ${base} (${failure}). Is the address right, and is the server running?`);
    return 1;
  }
  // Most answers are waited for before the first line can be said.
  const progress = setInterval(() => console.error(`… ${visitor.answers.length} answers so far`), 5_000);
  let [all, bad] = [0, 0];
  for await (const found of checkSite(visitor)) {
    console.log(lineOf(found));
    all += 1;
    if (!found.ok) bad += 1;
  }
  clearInterval(progress);
  console.log(bad > 0 ? `\n${bad} of ${all} checks of ${base} are bad.` : `\nAll ${all} checks of ${base} are ok.`);
  console.log(`${visitor.answers.length} requests in ${Math.ceil(performance.now() / 1000)} s, ${gentle.atOnce} at once. Addresses are told below ${base}`);
  return bad > 0 ? 1 : 0;
}
