import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Edition } from '../../src/content/edition.ts';
import { bc } from '../../src/content/editions/bc.ts';
import { editions, newEdition } from '../../src/content/editions/index.ts';
import { checkEdition } from '../../src/prerender/check-edition.ts';
import { top } from '../fixtures/source-imports.ts';

const check = (edition: unknown) => checkEdition(edition as Edition, join(top, 'src'));
const ward = (value = { display: '0116 000 0000', dial: '01160000000' }) => ({ id: 'ward-7', name: 'Ward 7', phone: { value, sources: ['leicester-cro'] } });
const look = { light: { action: '#00456b', strong: '#003354' }, dark: { action: '#8fd0f5', strong: '#b5e1fa' } };

describe('the facts of an edition', () => {
  test.each([...Object.values(editions), newEdition].map((edition) => [edition.id, edition] as const))('of %s have nothing to be mended', (_, edition) => {
    expect(check(edition)).toEqual([]);
  });

  test.each<[what: string, change: Record<string, unknown>, sentence: RegExp]>([
    ['a part that is missing', { due: undefined }, /"due" is missing\. Give the day on which that falls due again\./],
    ['an acronym in small letters', { name: 'cpo', acronyms: { cpo: 'cpo' } }, /name is "cpo"\. Write the acronym in two to eight capital letters/],
    ['a name that it does not explain', { name: 'MRO' }, /name is "MRO", but acronyms does not explain it/],
    ['seconds as a word', { handWashing: { ...bc.handWashing, seconds: { value: '20', sources: ['cdc-hands'] } } }, /handWashing\.seconds is "20"\. Give whole seconds, 10 to 120, as a number without quotation marks\./],
    ['too few seconds', { handWashing: { ...bc.handWashing, seconds: { value: 2, sources: ['cdc-hands'] } } }, /handWashing\.seconds is 2\. Give whole seconds/],
    ['a longer time that is not longer', { handWashing: { ...bc.handWashing, longer: [10] } }, /handWashing\.longer is 10\. Give whole seconds, 16 to 120/],
    ['a fact without a source', { handWashing: { ...bc.handWashing, rub: { value: 20, sources: [] } } }, /handWashing\.rub names no source\. Name the document that says it\./],
    ['a source that nobody knows', { handWashing: { ...bc.handWashing, rub: { value: 20, sources: ['a-friend'] } } }, /names the source "a-friend", which is not in src\/content\/sources\.ts/],
    ['a phone that dials something else', { phones: { advice: { value: { display: '0116 111', dial: '0116112' }, sources: ['leicester-cro'] } } }, /phones\.advice shows 0116 111 but dials 0116112/],
    ['a phone that cannot be dialled', { phones: { advice: { value: { display: '0116', dial: 'call us' }, sources: ['leicester-cro'] } } }, /phones\.advice dials "call us"\. Write digits only/],
    ['a ward that dials something else', { wards: [ward({ display: '604 555 0000', dial: '6045559999' })] }, /the phone of the ward "ward-7" shows 604 555 0000 but dials 6045559999/],
    ['a ward without a source', { wards: [{ ...ward(), phone: { ...ward().phone, sources: [] } }] }, /names no source/],
    ['two wards that cannot be told apart', { wards: [ward(), ward()] }, /two wards have the id "ward-7"/],
    ['a ward that a link cannot name', { wards: [{ ...ward(), id: 'Ward 7' }] }, /a ward has the id "Ward 7"\. Use small letters/],
    ['phone lines told, but none known', { phones: {} }, /the block "phones" of "get-help" lists phone lines, but phones gives none of urgent, advice, deaf, interpreter/],
    ['a day that no calendar has', { checked: '2026-02-30' }, /checked is "2026-02-30"\. Write a day of the calendar/],
    ['a next check before the last', { due: '2026-11-19' }, /due \(2026-11-19\) is not after checked/],
    ['a next check after years', { due: '2029-11-20' }, /days after checked .* checked again within a year/],
    ['no English', { languages: ['fr'] }, /languages leaves out "en"\. English is what staff read/],
    ['a language that there is not', { languages: ['en', 'xx'] }, /languages names "xx"\. Choose from en, pa/],
    ['another way of publishing', { publishes: 'all' }, /publishes is "all"\. Write 'drafts with label' or 'reviewed only'/],
    ['an approval of nobody', { approvals: { en: { by: '', on: '2026-11-20', hash: '0123456789abcdef' } } }, /the approval of "en" does not say by whom/],
    ['an approval without a hash', { approvals: { en: { by: 'Dr A', on: '2026-11-20', hash: 'yes' } } }, /Copy the sixteen characters that "npm run edition -- approve" prints/],
    ['a situation without an answer', { telling: {} }, /telling does not answer "admission"/],
    ['a block that there is not', { leaflet: { ...bc.leaflet, treatment: [['prayer', 'healthlinkbc-cpo']] } }, /the block "prayer" of "treatment" does not exist\. Choose from carriers/],
    ['a block told twice', { leaflet: { ...bc.leaflet, treatment: [bc.leaflet.treatment[0], bc.leaflet.treatment[0]] } }, /the block "carriers" of "treatment" is told twice/],
    ['a block without a source', { leaflet: { ...bc.leaflet, treatment: [['carriers']] } }, /the block "carriers" of "treatment" names no source/],
    ['a topic that tells nothing', { leaflet: { ...bc.leaflet, treatment: [] } }, /the topic "treatment" tells nothing\. Take it out/],
    ['no hand washing', { leaflet: { treatment: bc.leaflet.treatment } }, /leaflet leaves out "hand-washing"/],
    ['names that it has no acronym for', { leaflet: { ...bc.leaflet, 'what-it-is': [['names-cro', 'leicester-cro']] } }, /explains "cro", but acronyms does not give it/],
    ['a colour by name', { look: { ...look, light: { ...look.light, action: 'blue' } } }, /look\.light\.action is "blue"\. Write the colour as # and six digits/],
    ['a pale colour', { look: { ...look, light: { ...look.light, action: '#41b6e6' } } }, /look\.light\.action \(#41b6e6\) .* contrast of \d\.\d:1, and people who see badly need 7:1\. Choose a darker colour\./],
    ['a colour too dark at night', { look: { ...look, dark: { ...look.dark, strong: '#003087' } } }, /look\.dark\.strong .* need 7:1\. Choose a lighter colour\./],
    ['a logo that is not there', { look: { ...look, logo: true } }, /look\.logo is true, but there is no src\/parts\/pictures\/editions\/bc\.svg/],
  ])('with %s stop the build, with a sentence that says where and what to do', (_, change, sentence) => {
    const said = check({ ...bc, ...change });
    expect(said.join('\n')).toMatch(sentence);
    for (const each of said) expect(each).toMatch(/^src\/content\/editions\/bc\.ts: .*\.$/);
  });

  test('with colours that can be read are let through', () => {
    expect(check({ ...bc, look })).toEqual([]);
  });
});
