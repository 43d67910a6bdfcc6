import type { Edition } from '../edition.ts';

/**
 * What `npm run edition -- new <name>` copies: an edition that builds as it stands, and says only what several health services agree on.
 * Go through it from top to bottom, replace what does not hold where you are, and add what your own sources say.
 *
 * Where something is missing or wrong, `npm run build` stops and says in a sentence what to do. The words that only your place uses stand in
 * `locales/<language>/new-edition.json`, one file for each language; `locales/README.md` explains them.
 */
export const newEdition = {
  // The short name: `EDITION=new-edition npm start` builds and serves this edition.
  id: 'new-edition',

  // The acronym that your own letters use for the bacteria, and the acronyms that the leaflet explains.
  name: 'CPO',
  acronyms: { cpo: 'CPO', cpe: 'CPE', cre: 'CRE' },

  // Seconds of hand washing. The timer, the text and the pictures all take them from here. `longer` are times that a reader may choose instead.
  handWashing: {
    seconds: { value: 20, sources: ['cdc-hands'] },
    longer: [30, 40],
    rub: { value: 20, sources: ['ni-hands'] },
  },

  // Phone lines, each with the source that names it. There are five kinds: emergency, urgent, advice, deaf, interpreter. Leave out what you do not have.
  // With any but the emergency line, tell the block 'phones' of 'get-help' below. An example:
  //   phones: { advice: { value: { display: '0116 000 0000', dial: '01160000000' }, sources: ['your-source'] } },
  phones: {},

  // Wards or services that the printed sheet may name, for staff to choose from, each with the source of its number:
  //   wards: [{ id: 'ward-7', name: 'Ward 7', phone: { value: { display: '0116 000 0000', dial: '01160000000' }, sources: ['your-source'] } }],

  // Who publishes this edition and answers for it, and where a reader can report a mistake. null while that is not settled: the pages say so.
  publisher: null,
  contact: null,

  // Who approved the text of which language. `npm run edition -- approve new-edition en` prints the line to write here. It holds
  // until a word or a fact changes; from then on every page says again that it is a draft. Name the publisher and the place first.
  approvals: {},

  // 'drafts with label' publishes every language below and says what is a draft. 'reviewed only' leaves unapproved languages out.
  publishes: 'drafts with label',

  // The day on which the words were compared with their sources, and the day, within a year, on which that falls due again.
  checked: '2026-11-20',
  due: '2027-05-20',

  // 'all' languages of src/i18n/languages.ts, or a list such as ['en', 'fr']. English is always among them: staff read it.
  languages: 'all',

  // Your own colours and logo, if you like (the build refuses colours that people cannot read):
  //   look: { light: { action: '#00456b', strong: '#003354' }, dark: { action: '#8fd0f5', strong: '#b5e1fa' }, logo: true },

  // The language that staff read. The card stands in it too.
  clinicLanguage: 'en',

  // Whom to tell. 'tell' and 'no-need' need a source; 'choice' is for people whom nobody has to tell by any rule; where no source says, write 'not-known': nothing is invented.
  telling: {
    admission: { answer: 'tell', why: 'care-elsewhere', sources: ['los-angeles-cpo', 'poole-2016'] },
    clinic: { answer: 'tell', why: 'care-elsewhere', sources: ['los-angeles-cpo', 'poole-2016'] },
    dialysis: { answer: 'tell', why: 'care-elsewhere', sources: ['los-angeles-cpo', 'poole-2016'] },
    dentist: { answer: 'tell', why: 'care-elsewhere', sources: ['los-angeles-cpo', 'poole-2016'] },
    'home-nurse': { answer: 'tell', why: 'care-elsewhere', sources: ['los-angeles-cpo', 'poole-2016'] },
    ambulance: { answer: 'tell', why: 'care-elsewhere', sources: ['los-angeles-cpo', 'poole-2016'] },
    'care-home': { answer: 'tell', why: 'care-elsewhere', sources: ['los-angeles-cpo', 'poole-2016'] },
    visiting: { answer: 'not-known', why: 'visiting', sources: [] },
    work: { answer: 'not-known', why: 'nobody-says', sources: [] },
    school: { answer: 'not-known', why: 'nobody-says', sources: [] },
    'day-care': { answer: 'not-known', why: 'nobody-says', sources: [] },
    family: { answer: 'choice', why: 'nobody-says', sources: [] },
    friends: { answer: 'choice', why: 'nobody-says', sources: [] },
    partner: { answer: 'choice', why: 'nobody-says', sources: [] },
  },

  // What the leaflet tells: the blocks of each topic, in the order in which they stand here. Each line is a block of src/content/topics.ts, followed
  // by the sources (src/content/sources.ts) that it rests on. Take a line out, and the block is gone; take a topic out, and its page and all links
  // to it are gone.
  leaflet: {
    'what-it-is': [
      ['gut', 'blackpool-cpe', 'victoria-cpe'],
      ['carriage', 'blackpool-cpe', 'george-eliot-cpe', 'victoria-cpe'],
      ['why-it-matters', 'blackpool-cpe'],
      ['names', 'denmark-cpo', 'victoria-cpe'],
    ],
    'how-it-spreads': [
      ['by-hands', 'alberta-cpo', 'victoria-cpe'],
      ['not-by-air', 'ottawa-cpe', 'montreal-cpe'],
    ],
    'home-hygiene': [['hands', 'cdc-hands']],
    'family-testing': [
      ['exceptions', 'hse-contact', 'jamal-2021'],
      ['the-test', 'blackpool-cpe', 'jhi-leaflet', 'plymouth-contact'],
      ['not-known', 'jamal-2021'],
    ],
    'telling-others': [
      ['say', 'los-angeles-cpo', 'poole-2016'],
      ['why-tell', 'rnoh-cpe', 'nlg-cpe'],
    ],
    treatment: [
      ['carriers', 'alberta-cpo', 'blackpool-cpe', 'rnoh-cpe'],
      ['how-long', 'alberta-cpo', 'singapore-cpe', 'denmark-cpo'],
    ],
    'hospital-visits': [
      ['what-you-may-see', 'rnoh-cpe', 'nlg-cpe', 'ottawa-cpe', 'montreal-cpe'],
      ['my-part', 'plymouth-contact', 'nlg-cpe'],
    ],
    'daily-life': [['feelings', 'baron-2022', 'king-glasgow']],
    'get-help': [
      ['emergency', 'sepsis-leaflet'],
      ['signs', 'george-eliot-cpe', 'frimley-cpe'],
      ['say', 'george-eliot-cpe'],
    ],
    'hand-washing': [['steps', 'ni-hands', 'who-hands']],
  },
} as const satisfies Edition;
