import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Edition } from '../../src/content/edition.ts';
import { bc } from '../../src/content/editions/bc.ts';
import { editions, newEdition } from '../../src/content/editions/index.ts';
import { checkEdition, overdue } from '../../src/prerender/check/check-edition.ts';
import { ownLook as look } from '../fixtures/edition.ts';
import { top } from '../fixtures/source-imports.ts';

const today = Date.parse('2026-12-01T12:00:00Z');
const check = (edition: unknown) => checkEdition(edition as Edition, join(top, 'src'), today);
const approval = { by: 'Dr A. Name, consultant', on: '2026-11-20', hash: '0123456789abcdef' };
const telling = (changes: object) => ({ telling: { ...bc.telling, work: changes } });
const ward = (value = { display: '0116 000 0000', dial: '01160000000' }) => ({ id: 'ward-7', name: 'Ward 7', phone: { value, sources: ['leicester-cro'] } });

describe('the facts of an edition', () => {
  test.each([...Object.values(editions), newEdition].map((edition) => [edition.id, edition] as const))('of %s have nothing to be mended', (_, edition) => {
    expect(check(edition)).toEqual([]);
  });

  test.each<[what: string, change: Record<string, unknown>, sentence: RegExp]>([
    ['a part that is missing', { due: undefined }, /"due" is missing\. Give the day on which that falls due again\./],
    ['an acronym in small letters', { name: 'cpo', acronyms: { cpo: 'cpo' } }, /name is "cpo"\. Write the acronym in two to eight capital letters/],
    ['a name that it does not explain', { name: 'MRO' }, /name is "MRO", but acronyms does not explain it/],
    ['seconds as a word', { handWashing: { ...bc.handWashing, seconds: { value: '20', sources: ['cdc-hands'] } } }, /handWashing\.seconds is "20"\. Give whole seconds, 15 to 120, as a number without quotation marks\./],
    ['fewer seconds than any authority asks for', { handWashing: { ...bc.handWashing, rub: { value: 14, sources: ['cdc-hands'] } } }, /handWashing\.rub is 14\. Give whole seconds, 15 to 120/],
    ['too few seconds', { handWashing: { ...bc.handWashing, seconds: { value: 2, sources: ['cdc-hands'] } } }, /handWashing\.seconds is 2\. Give whole seconds/],
    ['more seconds than anybody washes', { handWashing: { ...bc.handWashing, longer: [121] } }, /handWashing\.longer is 121\. Give whole seconds, 16 to 120/],
    ['a longer time that is not longer', { handWashing: { ...bc.handWashing, longer: [10] } }, /handWashing\.longer is 10\. Give whole seconds, 16 to 120/],
    ['a longer time given twice', { handWashing: { ...bc.handWashing, longer: [30, 30] } }, /handWashing\.longer is \[30,30\]\. Give each time once, the shortest first\./],
    ['longer times out of order', { handWashing: { ...bc.handWashing, longer: [30, 20, 40] } }, /handWashing\.longer is \[30,20,40\]\. Give each time once, the shortest first\./],
    ['a fact without a source', { handWashing: { ...bc.handWashing, rub: { value: 20, sources: [] } } }, /handWashing\.rub names no source\. Name the document that says it\./],
    ['a phone that is no fact', { phones: { ...bc.phones, urgent: { display: '111', dial: '111' } } }, /phones\.urgent is not a fact\. Write \{ value: \{ display/],
    ['a phone without the word sources', { phones: { ...bc.phones, advice: { value: { display: '8-1-1', dial: '811' } } } }, /phones\.advice names no source\. Name the document that says it\./],
    ['a ward without the word sources', { wards: [{ ...ward(), phone: { value: ward().phone.value } }] }, /wards\[0\]\.phone names no source/],
    ['a ward whose phone is no fact', { wards: [{ ...ward(), phone: '0116 000 0000' }] }, /wards\[0\]\.phone is not a fact/],
    ['a number without the word sources', { numbers: { months: { value: 12 } } }, /numbers\.months names no source/],
    ['a number that is no fact', { numbers: { months: 12 } }, /numbers\.months is not a fact\. Write \{ value: 12, sources: \['your-source'\] \}\./],
    ['a number as a word', { numbers: { months: { value: '12', sources: ['leicester-cro'] } } }, /numbers\.months is "12"\. Give a whole number without quotation marks\./],
    ['a number below nothing', { numbers: { months: { value: -1, sources: ['leicester-cro'] } } }, /numbers\.months is -1\. Give a whole number/],
    ['a number that no sentence can name', { numbers: { 'in-months': { value: 12, sources: ['leicester-cro'] } } }, /numbers has the name "in-months"\. Use letters only/],
    ['sources that are no list', { handWashing: { ...bc.handWashing, rub: { value: 20, sources: 'ni-hands' } } }, /handWashing\.rub has the sources "ni-hands"\. Write a list/],
    ['no longer times', { handWashing: { ...bc.handWashing, longer: undefined } }, /handWashing\.longer is missing\. Give other times that a reader may choose/],
    ['times of others, which belong to no place', { handWashing: { ...bc.handWashing, elsewhere: { cdcSeconds: 20 } } }, /handWashing has no part "elsewhere"/],
    ['a kind of phone misspelt', { phones: { advise: bc.phones.advice } }, /phones has no kind "advise"\. Did you mean "advice"\?/],
    ['a part misspelt', { ward: [ward()] }, /the edition has no part "ward"\. Did you mean "wards"\?/],
    ['a colour set misspelt', { lok: look }, /the edition has no part "lok"\. Did you mean "look"\?/],
    ['a situation that there is not', { telling: { ...bc.telling, gym: bc.telling.work } }, /telling has no situation "gym"\. Choose from admission, clinic/],
    ['an acronym that there is not', { acronyms: { ...bc.acronyms, crab: 'CRAB' } }, /acronyms has no acronym "crab"\. Choose from cpo, cpe, cre, cro\./],
    ['a part of a fact misspelt', { handWashing: { ...bc.handWashing, rub: { value: 20, source: ['ni-hands'] } } }, /handWashing\.rub has no part "source"\. Did you mean "sources"\?/],
    ['a phone line that no page shows', { leaflet: { ...bc.leaflet, 'get-help': [['more', 'healthlinkbc-cpo']] } }, /phones gives advice, deaf, but no page would show it\. Tell the block 'phones' in 'get-help'/],
    ['one language in place of a list', { languages: 'en' }, /languages is "en"\. Write a list, such as \['en', 'fr'\], or 'all' without brackets\./],
    ['an answer without sources', telling({ answer: 'no-need', why: 'not-required' }), /telling\.work\.sources is missing\. Give the documents that say so/],
    ['an answer that rests on no source', telling({ answer: 'no-need', why: 'not-required', sources: [] }), /telling\.work names no source\. Name the document that says it\./],
    ['an answer that there is not', telling({ answer: 'yes', why: 'protects', sources: ['healthlinkbc-cpo'] }), /telling\.work\.answer is "yes"\. Choose from tell, choice, no-need, not-known\./],
    ['a reason misspelt', telling({ answer: 'no-need', why: 'not-requird', sources: ['healthlinkbc-cpo'] }), /telling\.work\.why is "not-requird", which is no reason for "no-need"\. Did you mean "not-required"\?/],
    ['a reason of another answer', telling({ answer: 'no-need', why: 'protects', sources: ['healthlinkbc-cpo'] }), /telling\.work\.why is "protects", which is no reason for "no-need"\. Choose from not-required, not-required-at-work\./],
    ['blocks that are no list', { leaflet: { ...bc.leaflet, treatment: { carriers: ['healthlinkbc-cpo'] } } }, /leaflet\.treatment is \{"carriers":\["healthlinkbc-cpo"\]\}\. Write a list/],
    ['a publisher without a name', { publisher: ' ' }, /publisher is empty\. Write a name, or null while there is none\./],
    ['a contact that is none', { contact: '' }, /contact is empty\. Write a name, or null while there is none\./],
    ['a day that is no text', { due: 20270520 }, /due is 20270520\. Write it between quotation marks\./],
    ['a check that is yet to come', { checked: '2026-12-03' }, /checked is 2026-12-03, which is yet to come/],
    ['an approval that is yet to come', { publisher: 'A hospital', approvals: { en: { ...approval, on: '2026-12-03' } } }, /the approval of "en" is dated 2026-12-03, which is yet to come/],
    ['an approval as it was printed', { publisher: 'A hospital', approvals: { en: { ...approval, by: '<name, role>' } } }, /the approval of "en" is by "<name, role>"\. Write the name and the role of the person in place of it\./],
    ['an approval while nobody publishes', { approvals: { en: approval } }, /approvals names who approved a text, but publisher is null/],
    ['a script for a page to read', { reading: [{ value: { title: 'A page', url: 'javascript:alert(1)' }, sources: ['healthlinkbc-cpo'] }] }, /reading\[0\] has the address "javascript:alert\(1\)"\. Write one that begins with https:\/\/\./],
    ['no ward in the list of wards', { wards: [] }, /wards is an empty list/],
    ['a source that nobody knows', { handWashing: { ...bc.handWashing, rub: { value: 20, sources: ['a-friend'] } } }, /names the source "a-friend", which is not in src\/content\/sources\.ts/],
    ['a phone that dials something else', { phones: { advice: { value: { display: '0116 111', dial: '0116112' }, sources: ['leicester-cro'] } } }, /phones\.advice shows 0116 111 but dials 0116112/],
    ['a phone that cannot be dialled', { phones: { advice: { value: { display: '0116', dial: 'call us' }, sources: ['leicester-cro'] } } }, /phones\.advice dials "call us"\. Write digits only/],
    ['a ward that dials something else', { wards: [ward({ display: '604 555 0000', dial: '6045559999' })] }, /the phone of the ward "ward-7" shows 604 555 0000 but dials 6045559999/],
    ['a ward without a source', { wards: [{ ...ward(), phone: { ...ward().phone, sources: [] } }] }, /names no source/],
    ['a ward without a name', { wards: [{ ...ward(), name: ' ' }] }, /the ward "ward-7" has no name\. Write it as it stands at the door\./],
    ['two wards that cannot be told apart', { wards: [ward(), ward()] }, /two wards have the id "ward-7"/],
    ['a ward that a link cannot name', { wards: [{ ...ward(), id: 'Ward 7' }] }, /a ward has the id "Ward 7"\. Use small letters/],
    ['phone lines told, but none known', { phones: {} }, /the block "phones" of "get-help" lists phone lines, but phones gives none of urgent, advice, deaf, interpreter/],
    ['a day that no calendar has', { checked: '2026-02-30' }, /checked is "2026-02-30"\. Write a day of the calendar/],
    ['a next check before the last', { due: '2026-11-19' }, /due \(2026-11-19\) is not after checked/],
    ['a next check after more than a year', { checked: '2026-11-20', due: '2027-11-22' }, /due \(2027-11-22\) is 367 days after checked \(2026-11-20\)\. A text about health is checked again within a year\./],
    ['a clinic whose language is left out', { languages: ['en'], clinicLanguage: 'fr' }, /clinicLanguage is "fr", which is not among the languages of this edition\./],
    ['a language named twice', { languages: ['en', 'fr', 'en'] }, /languages names a language twice\./],
    ['no English', { languages: ['fr'] }, /languages leaves out "en"\. English is what staff read/],
    ['a language that there is not', { languages: ['en', 'xx'] }, /languages names "xx"\. Choose from en, pa/],
    ['another way of publishing', { publishes: 'all' }, /publishes is "all"\. Write 'drafts with label' or 'reviewed only'/],
    ['an approval of nobody', { approvals: { en: { by: '', on: '2026-11-20', hash: '0123456789abcdef' } } }, /the approval of "en" does not say by whom/],
    ['an approval without a hash', { approvals: { en: { by: 'Dr A', on: '2026-11-20', hash: 'yes' } } }, /Copy the sixteen characters that "npm run edition -- approve" prints/],
    ['a situation without an answer', { telling: {} }, /telling does not answer "admission"/],
    ['a block that there is not', { leaflet: { ...bc.leaflet, treatment: [['prayer', 'healthlinkbc-cpo']] } }, /the block "prayer" of "treatment" does not exist\. Choose from carriers/],
    ['a block told twice', { leaflet: { ...bc.leaflet, treatment: [bc.leaflet.treatment[0], bc.leaflet.treatment[0]] } }, /the block "carriers" of "treatment" is told twice/],
    ['a block without a source', { leaflet: { ...bc.leaflet, treatment: [['carriers']] } }, /the block "carriers" of "treatment" names no source/],
    ['two blocks that answer one question of the family', { leaflet: { ...bc.leaflet, 'home-hygiene': [...bc.leaflet['home-hygiene'], ['home-silent', 'leicester-cro']] } }, /the block "not-known" of "home-hygiene" and the block "home-silent" of "home-hygiene" answer one question on the page for the family, which would ask it twice\. Tell one of them\./],
    ['a topic that tells nothing', { leaflet: { ...bc.leaflet, treatment: [] } }, /the topic "treatment" tells nothing\. Take it out/],
    ['no hand washing', { leaflet: { treatment: bc.leaflet.treatment } }, /leaflet leaves out "hand-washing"/],
    ['nothing of what matters most', { phones: {}, leaflet: { 'hand-washing': bc.leaflet['hand-washing'], 'what-it-is': [bc.leaflet['what-it-is'][0]] } }, /leaflet tells nothing of what matters most, so that the printed sheet and its code would be empty\. Tell one of these: "gut" of "what-it-is" with "carriage" of "what-it-is"; .*"signs" of "get-help"\./],
    ['names that it has no acronym for', { leaflet: { ...bc.leaflet, 'what-it-is': [['names-cro', 'leicester-cro']] } }, /explains "cro", but acronyms does not give it/],
    ['a colour by name', { look: { ...look, light: { ...look.light, action: 'blue' } } }, /look\.light\.action is "blue"\. Write the colour as # and six digits/],
    ['a pale colour', { look: { ...look, light: { ...look.light, action: '#41b6e6' } } }, /look\.light\.action \(#41b6e6\) .* contrast of \d\.\d:1, and people who see badly need 7:1\. Choose a darker colour\./],
    ['a colour too dark at night', { look: { ...look, dark: { ...look.dark, strong: '#003087' } } }, /look\.dark\.strong .* need 7:1\. Choose a lighter colour\./],
    ['a logo that is not there', { look: { ...look, logo: true } }, /look\.logo is true, but there is no src\/parts\/pictures\/editions\/bc\.svg/],
  ])('with %s stop the build, with a sentence that says where and what to do', (_, change, sentence) => {
    const said = check({ ...bc, ...change });
    expect(said.join('\n')).toMatch(sentence);
    for (const each of said) expect(each).toMatch(/^src\/content\/editions\/bc\.ts: .*[.?]$/);
  });

  test('that are approved by a named person for a publisher are let through', () => {
    expect(check({ ...bc, publisher: 'A hospital', approvals: { en: approval } })).toEqual([]);
  });

  test('may go to the limit: two minutes of washing, and a year of 366 days until the next check', () => {
    expect(check({ ...bc, handWashing: { ...bc.handWashing, longer: [120] }, checked: '2026-11-20', due: '2027-11-21' })).toEqual([]);
  });

  test('may give a line of two digits, as emergency lines are in some places', () => {
    expect(check({ ...bc, phones: { ...bc.phones, emergency: { value: { display: '15', dial: '15' }, sources: ['leicester-cro'] } } })).toEqual([]);
  });

  test('may be dated on a day that has begun somewhere on earth', () => {
    expect(check({ ...bc, checked: '2026-12-02' })).toEqual([]);
    expect(checkEdition({ ...bc, checked: '2026-12-02' }, join(top, 'src'), Date.parse('2026-12-01T09:00:00Z'))).toContainEqual(expect.stringContaining('yet to come'));
  });

  test('that are due again are said to be, and can be built', () => {
    const late = Date.parse('2027-05-22T00:00:00Z');
    expect(overdue(bc, late)).toEqual(['src/content/editions/bc.ts: due (2027-05-20) has passed. Compare the words with their sources again, then give "checked" and "due" new days.']);
    expect(overdue(bc, Date.parse('2027-05-20T23:00:00Z'))).toEqual([]);
    expect(checkEdition(bc, join(top, 'src'), late)).toEqual([]);
  });

  test('with colours that can be read are let through', () => {
    expect(check({ ...bc, look })).toEqual([]);
  });
});
