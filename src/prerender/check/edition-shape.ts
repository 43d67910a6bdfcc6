import type { PhoneKind } from '../../content/edition.ts';
import { situationIds } from '../../content/telling.ts';
import { anything, entries, fact, group, list, text, textOrNull, yesOrNo, type Shape } from './check-shape.ts';

const source = "['your-source']";
const seconds = fact(anything, '20');
const phone = fact(group({ display: text, dial: text }, { noun: 'part', like: "{ display: '0116 000 0000', dial: '01160000000' }", needed: { display: 'the number as people write it', dial: 'its digits' } }), "{ display: '0116 000 0000', dial: '01160000000' }");
const colours = group({ action: anything, strong: anything }, { noun: 'colour', like: "{ action: '#00456b', strong: '#003354' }", needed: { action: 'the colour of links and buttons', strong: 'the colour of a button while it is pressed' } });
const phones = { emergency: phone, urgent: phone, advice: phone, deaf: phone, interpreter: phone } satisfies Record<PhoneKind, Shape>;
const telling = group({ answer: text, why: text, sources: anything }, { noun: 'part', like: "{ answer: 'not-known', why: 'nobody-says', sources: [] }", needed: { answer: "'tell', 'choice', 'no-need' or 'not-known'", why: 'the reason', sources: `the documents that say so, such as ${source}, or [] where none does` } });

/** Every part that an edition may have, and what to write for those that it must have. */
export const editionShape: Shape = group(
  {
    id: text,
    name: text,
    acronyms: group({ cpo: text, cpe: text, cre: text, cro: text }, { noun: 'acronym', like: "{ cpe: 'CPE' }" }),
    handWashing: group(
      { seconds, longer: list(anything, '[30, 40]'), rub: seconds },
      {
        noun: 'part',
        like: "{ seconds: { value: 20, sources: ['your-source'] }, … }",
        needed: { seconds: 'the seconds of washing, with their source', longer: 'other times that a reader may choose, such as [30, 40], or []', rub: 'the seconds of rubbing in hand sanitiser, with their source' },
      },
    ),
    phones: group(phones, { noun: 'kind', like: "{ advice: { value: { display: '0116 000 0000', dial: '01160000000' }, sources: ['your-source'] } }" }),
    wards: list(group({ id: text, name: text, phone }, { noun: 'part', like: "{ id: 'ward-7', name: 'Ward 7', phone: … }", needed: { id: 'a short name, such as ward-7', name: 'the name as it stands at the door', phone: 'the phone number, with its source' } }), "[{ id: 'ward-7', name: 'Ward 7', phone: … }]"),
    interpretedLanguages: fact(anything, '130'),
    reading: list(fact(group({ title: text, url: text }, { noun: 'part', like: "{ title: 'Your page', url: 'https://…' }", needed: { title: 'what the page calls itself', url: 'its address' } }), "{ title: 'Your page', url: 'https://…' }"), "[{ value: { title: 'Your page', url: 'https://…' }, sources: ['your-source'] }]"),
    numbers: entries(fact(anything, '12'), "{ months: { value: 12, sources: ['your-source'] } }"),
    publisher: textOrNull,
    contact: textOrNull,
    approvals: entries(group({ by: text, on: text, hash: text }, { noun: 'part', like: "{ by: 'Dr A. Name, consultant', on: '2026-11-20', hash: '…' }", needed: { by: 'a name and a role', on: 'the day', hash: 'the sixteen characters that "npm run edition -- approve" prints' } }), '{}'),
    publishes: text,
    look: group({ light: colours, dark: colours, logo: yesOrNo }, { noun: 'part', like: "{ light: { action: '#00456b', strong: '#003354' }, dark: … }", needed: { light: 'the colours by day', dark: 'the colours by night' } }),
    checked: text,
    due: text,
    languages: (at, value) => (value === 'all' ? [] : list(text, "['en', 'fr'], or 'all' without brackets")(at, value)),
    clinicLanguage: text,
    telling: group(Object.fromEntries(situationIds.map((situation) => [situation, telling])), { noun: 'situation', like: "{ admission: { answer: 'tell', … }, … }" }),
    leaflet: entries(list(list(text, "['gut', 'your-source']"), "[['gut', 'your-source']]"), "{ 'what-it-is': [['gut', 'your-source']], … }"),
  },
  {
    noun: 'part',
    like: '{ id: …, … }',
    needed: {
      id: 'the short name of the edition, as in EDITION=…',
      name: 'the acronym that your letters use, such as CPE',
      acronyms: "the acronyms that the leaflet explains, such as { cpe: 'CPE' }",
      handWashing: 'the seconds of hand washing, with their sources',
      phones: 'the phone lines that a source names, or {} where there is none',
      publisher: 'the organisation that answers for this leaflet, or null while nobody does',
      contact: 'where readers can tell you of a mistake, or null',
      approvals: 'who approved which language, or {} while nobody has',
      publishes: "'drafts with label' or 'reviewed only'",
      checked: 'the day on which the words were compared with their sources, such as 2026-11-20',
      due: 'the day on which that falls due again',
      languages: "'all', or a list of languages",
      clinicLanguage: 'the language that staff read, such as en',
      telling: 'whether to tell, for each situation',
      leaflet: 'which blocks are told, with their sources',
    },
  },
);
