import type { Edition } from '../edition.ts';

/**
 * University Hospitals of Leicester, from the page of the hospitals on carbapenem-resistant organisms. Where that page is silent, other UK sources
 * say it, each named; where they are silent too, the leaflet says so, and names whoever else it quotes. The page gives no phone line for advice
 * and none for interpreters; 111 and 999 are those of the NHS.
 */
export const leicester = {
  id: 'leicester',
  name: 'CRO',
  acronyms: { cro: 'CRO', cpo: 'CPO', cpe: 'CPE' },
  handWashing: {
    seconds: { value: 20, sources: ['ni-hands', 'nhs-hands'] },
    longer: [30, 40],
    rub: { value: 20, sources: ['ni-hands'] },
  },
  phones: {
    urgent: { value: { display: '111', dial: '111' }, sources: ['nhs-care'] },
    emergency: { value: { display: '999', dial: '999' }, sources: ['sepsis-leaflet', 'nhs-care'] },
  },
  numbers: {
    // How far back a stay in another hospital counts for the test.
    months: { value: 12, sources: ['leicester-cro'] },
    // The year that the page gives for the national guidance it goes beyond, and of the guidance that has replaced it.
    citedYear: { value: 2014, sources: ['leicester-cro'] },
    currentYear: { value: 2020, sources: ['uk-framework'] },
  },
  publisher: null,
  contact: null,
  approvals: {},
  publishes: 'drafts with label',
  checked: '2026-11-29',
  due: '2027-05-29',
  languages: 'all',
  clinicLanguage: 'en',
  // Our sources do not name each place of care outside a ward: two on a card for carriers are quoted, as the page on telling others does.
  telling: {
    admission: { answer: 'tell', why: 'protects', sources: ['rnoh-cpe', 'nlg-cpe', 'poole-2016'] },
    clinic: { answer: 'tell', why: 'care-elsewhere', sources: ['poole-2016', 'los-angeles-cpo'] },
    dialysis: { answer: 'tell', why: 'care-elsewhere', sources: ['los-angeles-cpo', 'poole-2016'] },
    dentist: { answer: 'tell', why: 'care-elsewhere', sources: ['los-angeles-cpo', 'poole-2016'] },
    'home-nurse': { answer: 'tell', why: 'care-elsewhere', sources: ['los-angeles-cpo', 'poole-2016'] },
    ambulance: { answer: 'tell', why: 'care-elsewhere', sources: ['los-angeles-cpo', 'poole-2016'] },
    'care-home': { answer: 'tell', why: 'care-elsewhere', sources: ['los-angeles-cpo', 'poole-2016'] },
    visiting: { answer: 'not-known', why: 'visiting', sources: ['leicester-cro'] },
    work: { answer: 'not-known', why: 'nobody-says', sources: [] },
    school: { answer: 'not-known', why: 'nobody-says', sources: [] },
    'day-care': { answer: 'not-known', why: 'nobody-says', sources: [] },
    family: { answer: 'choice', why: 'nobody-says', sources: [] },
    friends: { answer: 'choice', why: 'nobody-says', sources: [] },
    partner: { answer: 'choice', why: 'nobody-says', sources: [] },
  },
  leaflet: {
    'what-it-is': [
      ['gut', 'leicester-cro', 'george-eliot-cpe'],
      ['carriage', 'leicester-cro', 'plymouth-contact', 'george-eliot-cpe', 'frimley-cpe'],
      ['why-it-matters', 'leicester-cro'],
      ['my-chance', 'leicester-cro', 'singapore-cpe', 'victoria-cpe'],
      ['names-cro', 'leicester-cro', 'plymouth-at-risk', 'george-eliot-cpe', 'denmark-cpo'],
    ],
    'how-it-spreads': [
      ['by-hands', 'leicester-cro', 'victoria-cpe'],
      ['surfaces', 'leicester-cro'],
      ['where-from', 'leicester-cro', 'sussex-cpe', 'rnoh-cpe'],
      ['how-common', 'leicester-cro'],
      ['not-by-air', 'ottawa-cpe', 'montreal-cpe'],
      ['hugs', 'leicester-cro'],
    ],
    'home-hygiene': [
      ['hands', 'nhs-hands'],
      ['household', 'nhs-hands'],
      ['home-silent', 'leicester-cro', 'ottawa-cpe'],
    ],
    'family-testing': [
      ['usually-no', 'coventry-cpe'],
      ['exceptions', 'plymouth-contact', 'hse-contact', 'jamal-2021'],
      ['the-test', 'blackpool-cpe', 'jhi-leaflet', 'plymouth-contact'],
      ['not-known', 'jamal-2021'],
    ],
    'telling-others': [
      ['tell-hospital', 'leicester-cro', 'poole-2016'],
      ['say', 'poole-2016'],
      ['why-tell', 'leicester-cro', 'rnoh-cpe', 'nlg-cpe'],
      ['other-care', 'los-angeles-cpo', 'poole-2016'],
      ['your-choice', 'leicester-cro'],
    ],
    treatment: [
      ['carriers', 'blackpool-cpe', 'nlg-cpe', 'rnoh-cpe'],
      ['infection', 'leicester-cro', 'hull-cpe'],
      ['as-told', 'leicester-antibiotics', 'poole-2016'],
      ['how-long', 'alberta-cpo', 'singapore-cpe', 'denmark-cpo'],
    ],
    'hospital-visits': [
      ['arriving', 'leicester-cro', 'rnoh-cpe', 'nlg-cpe'],
      ['screening', 'leicester-cro', 'blackpool-cpe', 'plymouth-contact'],
      ['care-abroad', 'leicester-cro'],
      ['beyond-guidance', 'leicester-cro', 'phe-toolkit', 'uk-framework'],
      ['hands', 'leicester-cro', 'nhs-hands'],
      ['what-you-may-see', 'rnoh-cpe', 'nlg-cpe', 'plymouth-contact', 'uk-framework'],
      ['my-part', 'plymouth-contact', 'nlg-cpe'],
      ['visiting', 'mersey-cpe', 'ottawa-cpe', 'singapore-cpe'],
      ['not-known', 'leicester-cro'],
    ],
    'daily-life': [
      ['normal', 'leicester-cro'],
      ['cooking', 'nhs-hands'],
      ['feelings', 'king-glasgow', 'baron-2022'],
      ['not-known', 'leicester-cro'],
    ],
    'get-help': [
      ['phones', 'nhs-care'],
      ['emergency', 'sepsis-leaflet', 'nhs-care'],
      ['signs', 'george-eliot-cpe', 'frimley-cpe'],
      ['say', 'george-eliot-cpe'],
      ['more', 'leicester-cro'],
    ],
    'hand-washing': [
      ['when', 'nhs-hands'],
      ['water', 'nhs-hands', 'ni-hands', 'cdc-hands'],
      ['sanitiser', 'leicester-cro', 'ontario-hands'],
      ['steps', 'nhs-hands', 'who-hands'],
      ['different-times', 'cdc-hands', 'nhs-hands', 'who-hands'],
    ],
  },
} as const satisfies Edition;
