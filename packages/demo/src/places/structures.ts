import type { Lang, Texts } from '../texts.js';
import { hoursOn, type Weekly } from './centres.js';
import { countyStructures, type StructureKindFacts } from './structure-kinds.js';
import { countyOf, NORTHSHORE, SOUTHBAY, type CountyCode } from './territories.js';

/** A structure of a centre, with what it answers for. */
export interface DemoStructure {
  code: string;
  centre: string;
  kind: string;
  lang: Lang;
  names: Texts;
  descriptions: Texts;
  functions: readonly Texts[];
  audiences: readonly string[];
  topics: readonly string[];
  languages: readonly Lang[];
  municipality: string;
  email: string;
  phone: string;
  address: string;
  weekly: Weekly;
}

const LANGS: Record<CountyCode, readonly Lang[]> = { [NORTHSHORE]: ['en', 'pl', 'ru'], [SOUTHBAY]: ['en', 'el'] };
const SEATS: Record<CountyCode, readonly string[]> = {
  [NORTHSHORE]: ['XT-1102', 'XT-1103', 'XT-1102', 'XT-1105', 'XT-1102', 'XT-1101', 'XT-1104', 'XT-1102'],
  [SOUTHBAY]: ['XT-1204', 'XT-1206', 'XT-1201', 'XT-1207', 'XT-1201', 'XT-1208', 'XT-1203', 'XT-1201'],
};
const CENTRE: Record<CountyCode, string> = { [NORTHSHORE]: 'C-NORTH', [SOUTHBAY]: 'C-SOUTH' };

/** Only the texts in some languages. */
function inLanguages(texts: Texts, langs: readonly Lang[]): Texts {
  return Object.fromEntries(langs.flatMap((lang) => (texts[lang] === undefined ? [] : [[lang, texts[lang]]])));
}

function ofCounty(county: CountyCode, facts: StructureKindFacts, at: number): DemoStructure {
  const langs = LANGS[county];
  const names = Object.fromEntries(langs.map((lang) => [lang, `${facts.name[lang]} ${countyOf[county][lang]}`]));
  const key = facts.kind.toLowerCase().replaceAll('_', '-');
  const number = county === NORTHSHORE ? 11 : 12;
  return {
    code: `S-${number}-${String(at + 1).padStart(2, '0')}`,
    centre: CENTRE[county],
    kind: facts.kind,
    lang: 'en',
    names,
    descriptions: inLanguages(facts.description, langs),
    functions: facts.functions.map((each) => inLanguages(each, langs)),
    audiences: facts.audiences,
    topics: facts.topics,
    languages: langs,
    municipality: SEATS[county][at] ?? '',
    email: `${key}.${county === NORTHSHORE ? 'northshore' : 'southbay'}@centre.demo.invalid`,
    phone: `+999 ${number} 200 1${String(at + 1).padStart(2, '0')}`,
    address: county === NORTHSHORE ? `Lighthouse Road ${at + 6}` : `Harbour Square ${at + 3}`,
    weekly: facts.weekly,
  };
}

const regional: readonly DemoStructure[] = [
  {
    code: 'S-10-01',
    centre: 'C-TWOBAYS',
    kind: 'DIAGNOSIS_AND_SUPPORT',
    lang: 'el',
    languages: ['el', 'en'],
    names: {
      el: 'Κέντρο Διαφοροδιάγνωσης, Διάγνωσης και Υποστήριξης',
      en: 'Diagnosis and Support Centre',
      pl: 'Centrum Diagnozy i Wsparcia',
      ru: 'Центр диагностики и поддержки',
    },
    descriptions: {
      el: 'Εξετάζει την ανάγνωση και τη μάθηση από την ηλικία των έξι ετών. Η εξέταση είναι δωρεάν και το σχολείο δεν ενημερώνεται χωρίς τη συμφωνία σας.',
      en: 'Assesses reading and learning from age six. An assessment is free, and the school is not told unless you agree.',
    },
    functions: [
      { el: 'Ψυχολόγος', en: 'Psychologist' },
      { el: 'Λογοθεραπευτής', en: 'Speech therapist' },
      { el: 'Ειδικός παιδαγωγός', en: 'Special educator' },
    ],
    audiences: ['PARENTS', 'SCHOOLS', 'SPECIALISTS'],
    topics: [
      'reading-difficulties',
      'learning-difficulties',
      'diagnosis-and-assessment-of-a-pupil',
      'autism-spectrum',
      'speech-and-language',
      'attention-and-concentration',
      'inclusion-and-special-education',
    ],
    municipality: 'XT-1201',
    email: 'diagnosis@centre.demo.invalid',
    phone: '+999 10 200 110',
    address: 'Mole Street 2, Harbour',
    weekly: hoursOn([1, 2, 3, 4, 5], '08:00', '15:00'),
  },
  {
    code: 'S-10-02',
    centre: 'C-TWOBAYS',
    kind: 'ENVIRONMENTAL_EDUCATION',
    lang: 'en',
    languages: ['en', 'el', 'pl', 'ru'],
    names: {
      en: 'Environmental Education Two Bays',
      el: 'Κέντρο Περιβαλλοντικής Εκπαίδευσης Δύο Κόλπων',
      pl: 'Centrum Edukacji Ekologicznej Dwie Zatoki',
      ru: 'Центр экологического образования «Две бухты»',
    },
    descriptions: {
      en: 'A house by the salt marsh where classes spend a day measuring, walking and asking. Materials to go on with at school.',
      el: 'Ένα σπίτι δίπλα στις αλυκές όπου οι τάξεις περνούν μια μέρα με μετρήσεις, περπάτημα και ερωτήσεις.',
      pl: 'Dom przy słonych łąkach, w którym klasy spędzają dzień na pomiarach, wędrówkach i pytaniach.',
      ru: 'Дом у солончаков, где классы проводят день за измерениями, прогулками и вопросами.',
    },
    functions: [{ en: 'Educator', el: 'Εκπαιδευτικός πεδίου', pl: 'Edukator terenowy', ru: 'Педагог' }],
    audiences: ['SCHOOLS', 'TEACHERS', 'STUDENTS'],
    topics: ['environment-and-sustainability', 'science-experiments'],
    municipality: 'XT-1209',
    email: 'environment@centre.demo.invalid',
    phone: '+999 10 200 120',
    address: 'Marsh House, Salt Marsh',
    weekly: hoursOn([2, 3, 4, 5], '09:00', '16:00'),
  },
];

/** Eighteen structures: eight in each county, two of the region. */
export const structures: readonly DemoStructure[] = [
  ...countyStructures.map((facts, at) => ofCounty(NORTHSHORE, facts, at)),
  ...countyStructures.map((facts, at) => ofCounty(SOUTHBAY, facts, at)),
  ...regional,
];
