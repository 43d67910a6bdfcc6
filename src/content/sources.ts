/** Where a fact comes from. Where its title was not seen, `title` describes it. */
export interface Source {
  readonly title: string;
  readonly publisher: string;
  readonly url: string;
  /** Date printed on the source (ISO), or null where it shows none. */
  readonly dated: string | null;
  /** When it was read for this leaflet (ISO). */
  readonly read: string;
  /** Language of the source (BCP-47). */
  readonly lang: string;
  /**
   * How much of it was read, as the page about the leaflet says. `part`: only a part of it was available. `older`: the whole of an older text
   * of it, and the page itself may say something else by now.
   */
  readonly extent: 'whole' | 'part' | 'older';
}

const read = '2026-11-20';
const part = { dated: null, read, lang: 'en', extent: 'part' } as const;

/** Every source that a block of any edition may name. */
export const sources = {
  'healthlinkbc-cpo': {
    title: 'Carbapenemase-producing Organisms (CPO)',
    publisher: 'HealthLinkBC',
    url: 'https://www.healthlinkbc.ca/healthlinkbc-files/carbapenemase-producing-organisms-cpo',
    dated: null,
    read,
    lang: 'en',
    extent: 'older',
  },
  'alberta-cpo': {
    ...part,
    title: 'Carbapenemase-producing organisms in hospital',
    publisher: 'MyHealth Alberta',
    url: 'https://myhealth.alberta.ca/health/AfterCareInformation/pages/conditions.aspx?hwid=custom.ab_carbapenemaseproducingorganisms',
  },
  'ottawa-cpe': {
    ...part,
    title: 'Carbapenemase-producing Enterobacteriaceae (CPE)',
    publisher: 'The Ottawa Hospital',
    url: 'https://www.ottawahospital.on.ca/en/quality-safety/infection-prevention-control/indicator-reporting/carbapenemase-producing-enterobacteriaceaecpe/',
  },
  'montreal-cpe': {
    ...part,
    title: 'CPE',
    publisher: 'The Montreal Children’s Hospital',
    url: 'https://montrealchildrenshospital.ca/cpe',
  },
  'denmark-cpo': {
    ...part,
    title: 'CPO/CPE',
    publisher: 'Danish Health Authority',
    url: 'https://sundhedsstyrelsen.dk/da/Fagperson/Ansvarlig-medicinering/Antibiotikaresistens/Fakta-om-multiresistente-bakterier/CPO_CPE',
    lang: 'da',
  },
  'victoria-cpe': {
    ...part,
    title: 'Carbapenemase-producing Enterobacterales (CPE)',
    publisher: 'Better Health Channel, Victoria',
    url: 'https://betterhealth.vic.gov.au/health/conditionsandtreatments/carbapenemase-producing-enterobacterales-cpe',
  },
  'hse-contact': {
    ...part,
    title: 'Being a CPE contact',
    publisher: 'Health Service Executive, Ireland',
    url: 'https://www2.hse.ie/conditions/cpe/cpe-contact/',
  },
  'jamal-2021': {
    ...part,
    title: 'Study of household transmission, Ontario',
    publisher: 'Jamal and others, 2021',
    url: 'https://pubmed.ncbi.nlm.nih.gov/32869855/',
    dated: '2021',
  },
  'blackpool-cpe': {
    ...part,
    title: 'Carbapenemase-producing Enterobacteriaceae (PL859)',
    publisher: 'Blackpool Teaching Hospitals NHS Foundation Trust',
    url: 'https://blackpoolteachinghospitals.nhs.uk/patients/patient-leaflets/PL859',
  },
  'jhi-leaflet': {
    ...part,
    title: 'Carbapenem-resistant organisms: patient leaflet',
    publisher: 'Journal of Hospital Infection, 2015, supplement',
    url: 'https://www.journalofhospitalinfection.com/article/S0195-6701(15)00320-5/fulltext',
    dated: '2015',
  },
  'plymouth-contact': {
    ...part,
    title: 'You are a CPE contact',
    publisher: 'University Hospitals Plymouth NHS Trust',
    url: 'https://www.plymouthhospitals.nhs.uk/display-pil/pil-you-are-a-cpe-contact-8108',
    dated: '2024-09',
  },
  'los-angeles-cpo': {
    ...part,
    title: 'CPO page with a wallet card',
    publisher: 'Los Angeles County Department of Public Health',
    url: 'https://www.publichealth.lacounty.gov/acd/Diseases/CPO.htm',
  },
  'singapore-cpe': {
    ...part,
    title: 'CPE: questions and answers',
    publisher: 'National University Hospital, Singapore',
    url: 'https://nuh.com.sg/care-at-nuh/infection-prevention-and-control/cpe',
  },
  'rnoh-cpe': {
    ...part,
    title: 'A patient’s guide to carbapenemase-producing Enterobacterales',
    publisher: 'Royal National Orthopaedic Hospital NHS Trust',
    url: 'https://www.rnoh.nhs.uk/patients-and-visitors/patient-information-guides/patients-guide-carbapenemase-producing-enterobacterales',
  },
  'nlg-cpe': {
    ...part,
    title: 'Carbapenemase-producing Enterobacteriaceae (CPE)',
    publisher: 'Northern Lincolnshire and Goole NHS Foundation Trust',
    url: 'https://www.nlg.nhs.uk/resources/carbapenemase-producing-enterobacteriaeceae-cpe',
  },
  'george-eliot-cpe': {
    ...part,
    title: 'Carbapenemase-producing Enterobacteriaceae (CPE)',
    publisher: 'George Eliot Hospital NHS Trust',
    url: 'https://geh.nhs.uk/patients-and-visitors/patients/patient-leaflets/carbapenemase-producing-enterobacteriaceae-cpe',
  },
  'frimley-cpe': {
    ...part,
    title: 'Screening for CPE',
    publisher: 'Frimley Health NHS Foundation Trust',
    url: 'https://www.fhft.nhs.uk/patients-and-visitors/patient-information-library/screening-carbapenemase-producing-enterobacteriaceae-cpe',
  },
  'sepsis-leaflet': {
    ...part,
    title: 'Adult sepsis safety net',
    publisher: 'Patient.info with the UK Sepsis Trust',
    url: 'https://patient.info/infections/sepsis-septicaemia-leaflet/adult-sepsis-safety-net',
  },
  'baron-2022': {
    ...part,
    title: 'Interviews with carriers of resistant bacteria and with parents, the Netherlands',
    publisher: 'Baron and others, 2022',
    url: 'https://aricjournal.biomedcentral.com/articles/10.1186/s13756-022-01141-8',
    dated: '2022',
  },
  'king-glasgow': {
    ...part,
    title: 'Patient experience of hospital screening for carbapenemase-producing Enterobacteriaceae',
    publisher: 'King and others, Glasgow Caledonian University',
    url: 'https://researchonline.gcu.ac.uk/en/publications/patient-experience-of-hospital-screening-for-carbapenemase-produc',
  },
  'leicester-cro': {
    title: 'Carbapenem-resistant organisms',
    publisher: 'University Hospitals of Leicester NHS Trust',
    url: 'https://www.leicestershospitals.nhs.uk/patients/patient-welfare/infection-prevention/carbapenem-resistant-organisms/',
    dated: null,
    read,
    lang: 'en',
    extent: 'whole',
  },
  'leicester-antibiotics': {
    ...part,
    title: 'Keep antibiotics working',
    publisher: 'Better Hospitals Leicester',
    url: 'https://www.betterhospitalsleicester.nhs.uk/better-care-together-home/help-us-help-you/keep-antibiotics-working/',
  },
  'coventry-cpe': {
    ...part,
    title: 'Carbapenemase-producing Enterobacterales (CPE): local guidance for community settings',
    publisher: 'Coventry City Council',
    url: 'https://www.coventry.gov.uk/adult-social-care-commissioning-1/covid-19-guidance/2',
  },
  'plymouth-at-risk': {
    ...part,
    title: 'Carbapenemase-producing Enterobacteriaceae: at risk',
    publisher: 'University Hospitals Plymouth NHS Trust',
    url: 'https://www.plymouthhospitals.nhs.uk/display-pil/pil-cpe-carbapenamaseproducing-enterobacteriaceae-at-risk-7581',
    dated: '2024-09',
  },
  'hull-cpe': {
    ...part,
    title: 'Carbapenemase-producing Enterobacteriaceae (HEY-512A/2023)',
    publisher: 'Hull University Teaching Hospitals NHS Trust',
    url: 'https://www.hey.nhs.uk/patient-leaflet/carbapenemase-producing-enterobacteriaceae-cpe-2/',
    dated: '2023',
  },
  'mersey-cpe': {
    ...part,
    title: 'Carbapenemase-producing Enterobacteriaceae (CPE)',
    publisher: 'Mersey Care NHS Foundation Trust',
    url: 'https://merseycare.nhs.uk/patient-leaflets/carbapenemase-producing-enterobacteriaceae-cpe?back=2455',
  },
  'sussex-cpe': {
    ...part,
    title: 'Information for patients with CPE',
    publisher: 'University Hospitals Sussex NHS Foundation Trust',
    url: 'https://uhsussex.mixd.co.uk/resources/information-for-patients-with-carbapenemase-producing-enterobacteriaceae-cpe',
  },
  'poole-2016': {
    ...part,
    title: 'Evaluation of a patient-held card about CPE',
    publisher: 'Poole and others, Public Health England, 2016',
    url: 'https://researchportal.ukhsa.gov.uk/en/publications/evaluation-of-patient-held-carbapenemase-producing-enterobacteria',
    dated: '2016',
  },
  'phe-toolkit': {
    ...part,
    title: 'Acute trust toolkit for carbapenemase-producing Enterobacteriaceae (since replaced)',
    publisher: 'Public Health England',
    url: 'https://www.gov.uk/government/publications/carbapenemase-producing-enterobacteriaceae-early-detection-management-and-control-toolkit-for-acute-trusts',
    dated: '2013-12',
  },
  'uk-framework': {
    ...part,
    title: 'Framework of actions to contain carbapenemase-producing Enterobacterales',
    publisher: 'UK Government',
    url: 'https://gov.uk/government/publications/actions-to-contain-carbapenemase-producing-enterobacterales-cpe',
    dated: '2020',
  },
  'nhs-hands': {
    ...part,
    title: 'How to wash your hands, steps of the NHS, on the site of the Cambridge South Hockey Club',
    publisher: 'NHS, as reprinted',
    url: 'https://cambridgesouthhockeyclub.co.uk/matches/5898',
  },
  'ni-hands': {
    ...part,
    title: 'Hand hygiene',
    publisher: 'Health and Social Care, Northern Ireland',
    url: 'https://covid-19.hscni.net/news/hand-hygiene',
  },
  'ontario-hands': {
    ...part,
    title: 'Our health is in our hands',
    publisher: 'HKPR District Health Unit, Ontario',
    url: 'https://www.hkpr.on.ca/blog_posts/our-health-is-in-our-hands/',
  },
  'cdc-hands': {
    ...part,
    title: 'Hand washing 101, on the site of Grand Lake News, which credits the CDC',
    publisher: 'CDC, as reprinted',
    url: 'https://www.grandlakenews.com/news/20190930/everyday-home-blog--hand-washing-101--before-flu-season-hits',
    dated: '2019-09-30',
  },
  'who-hands': {
    ...part,
    title: 'Effective hygiene for hands, adapted from the WHO, on the site of Morgans Pomade',
    publisher: 'WHO, as reprinted',
    url: 'https://morganspomade.co.uk/effective-hygiene-for-hands-skin/',
  },
} as const satisfies Readonly<Record<string, Source>>;

export type SourceId = keyof typeof sources;
