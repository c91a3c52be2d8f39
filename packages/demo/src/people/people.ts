import { schoolCode, schools, type DemoSchool } from '../places/schools.js';
import { NORTHSHORE, SOUTHBAY, type CountyCode } from '../places/territories.js';
import type { Lang } from '../texts.js';
import { demoAccounts } from './accounts.js';

/** Somebody of the demo world; nobody has a real name. */
export interface DemoPerson {
  /** The part of the address before the @, by which the demo's data name people. */
  key: string;
  email: string;
  name: string;
  lang: Lang;
  /** Where and as what the person works; null for parents and those who only hold an office. */
  work: DemoWork | null;
}

/** An affiliation; `school` is null where the person works at a centre. */
export interface DemoWork {
  county: CountyCode;
  school: string | null;
  body: string;
  profession: string;
}

const number = (n: number): string => String(n).padStart(3, '0');
const NAMES: Record<Lang, (n: number) => string> = {
  en: (n) => `Demo Teacher ${number(n)}`,
  el: (n) => `Δοκιμαστικός λογαριασμός ${number(n)}`,
  pl: (n) => `Konto demonstracyjne ${number(n)}`,
  ru: (n) => `Демо-аккаунт ${number(n)}`,
};

/** The numbers of those who teach, by county and language; psychologists are the numbers 113 to 130. */
const TEACHING: readonly [from: number, to: number, county: CountyCode, lang: Lang][] = [
  [1, 28, SOUTHBAY, 'en'],
  [29, 50, SOUTHBAY, 'el'],
  [51, 70, NORTHSHORE, 'pl'],
  [71, 100, NORTHSHORE, 'ru'],
  [101, 112, NORTHSHORE, 'en'],
  [113, 118, NORTHSHORE, 'pl'],
  [119, 122, NORTHSHORE, 'ru'],
  [123, 126, SOUTHBAY, 'el'],
  [127, 130, SOUTHBAY, 'en'],
  [131, 140, NORTHSHORE, 'pl'],
  [141, 148, NORTHSHORE, 'ru'],
  [149, 168, SOUTHBAY, 'el'],
];

/** Schools that a person is known to work at; everybody else is spread over the schools of the county that speak the language. */
const AT: Record<number, string> = {
  14: 'Elm Hill Primary 2',
  20: 'Harbour Primary 7',
  31: 'Γυμνάσιο Κάστρου',
  52: 'Szkoła Podstawowa nr 4 „Bursztyn”',
  77: 'Harbour Primary 7',
  88: 'Seaview Lower Secondary',
  91: 'Школа «Маяк»',
  119: 'Lighthouse Lower Secondary',
  143: 'North Pier Primary',
  95: 'Lighthouse Lower Secondary',
  73: 'Harbour Primary 7',
};

/** Professions that go with a number where it is not plainly a teacher's. */
function professionOf(n: number, school: DemoSchool): string {
  if (n >= 113 && n <= 130) return 'PSYCHOLOGIST';
  if (n === 88) return 'TEACHER';
  if (n === 77 || n === 143 || n === 91) return 'CLASS_TEACHER';
  if (school.level === 'PRESCHOOL') return 'PRESCHOOL_TEACHER';
  if (n % 17 === 0) return 'LIBRARIAN';
  if (n % 11 === 0) return 'PEDAGOGUE';
  if (n % 13 === 0) return 'SPECIAL_TEACHER';
  return n % 3 === 0 ? 'CLASS_TEACHER' : 'TEACHER';
}

function teaching(n: number, county: CountyCode, lang: Lang): DemoPerson {
  const named = AT[n];
  const choice = schools.filter((school) => school.county === county && school.lang === lang);
  const all = choice.length > 0 ? choice : schools.filter((school) => school.county === county);
  const school = named ? schools.find((each) => each.code === schoolCode(named)) : all[n % all.length];
  if (!school) throw new Error(`No school for demo person ${n}`);
  const psychologist = n >= 113 && n <= 130;
  return person(
    `${psychologist ? 'psychologist' : 'teacher'}${number(n)}`,
    psychologist && lang === 'en' ? `Demo Psychologist ${number(n)}` : NAMES[lang](n),
    lang,
    {
      county: school.county,
      school: school.code,
      body: '',
      profession: professionOf(n, school),
    },
  );
}

function person(key: string, name: string, lang: Lang, work: DemoWork | null): DemoPerson {
  return { key, email: `${key}@demo.invalid`, name, lang, work };
}

/** The principal of each school, in the order of the register; numbers 169 to 228. */
function principalOf(school: DemoSchool, at: number): DemoPerson {
  const n = 169 + at;
  const work = { county: school.county, school: school.code, body: '', profession: 'PRINCIPAL' };
  if (school.name === 'Harbour Primary 7') return person('principal.harbour7', 'Demo Principal', 'en', work);
  return person(`principal${number(n)}`, school.lang === 'en' ? `Demo Principal ${number(n)}` : NAMES[school.lang](n), school.lang, work);
}

const CENTRE_NAMES: Record<CountyCode, string> = {
  [NORTHSHORE]: 'Education Support Centre Northshore',
  [SOUTHBAY]: 'Education Support Centre Southbay',
};
const LANGS: Record<CountyCode, readonly Lang[]> = { [NORTHSHORE]: ['en', 'pl', 'ru'], [SOUTHBAY]: ['en', 'el'] };

/** People of a centre: `count` of a kind, numbered from `from`, in the county's languages by turns. */
function atCentre(kind: string, title: string, profession: string, from: number, count: number): DemoPerson[] {
  return Array.from({ length: count }, (_, at) => {
    const n = from + at;
    const county = at < count / 2 ? NORTHSHORE : SOUTHBAY;
    const lang = LANGS[county][at % LANGS[county].length] ?? 'en';
    return person(`${kind}${number(n)}`, lang === 'en' ? `Demo ${title} ${number(n)}` : NAMES[lang](n), lang, {
      county,
      school: null,
      body: CENTRE_NAMES[county],
      profession,
    });
  });
}

/** Accounts of the contract that the numbers do not give, with where they work. */
const OFFICES: Record<string, DemoWork | null> = {
  admin: null,
  'county.northshore': { county: NORTHSHORE, school: null, body: CENTRE_NAMES[NORTHSHORE], profession: 'OTHER' },
  'county.southbay': { county: SOUTHBAY, school: null, body: CENTRE_NAMES[SOUTHBAY], profession: 'OTHER' },
  'region.twobays': null,
  'coordinator.ict': { county: SOUTHBAY, school: schoolCode('Harbour Lower Secondary'), body: '', profession: 'TEACHER' },
  'coordinator.safenet': { county: SOUTHBAY, school: schoolCode('Rose Hill Lower Secondary'), body: '', profession: 'CLASS_TEACHER' },
  'head.northshore': { county: NORTHSHORE, school: null, body: CENTRE_NAMES[NORTHSHORE], profession: 'OTHER' },
  'council.southbay': { county: SOUTHBAY, school: schoolCode('Kastro Upper Secondary'), body: '', profession: 'TEACHER' },
  'secretariat.southbay': { county: SOUTHBAY, school: null, body: CENTRE_NAMES[SOUTHBAY], profession: 'OTHER' },
  'structure.ict-southbay': { county: SOUTHBAY, school: null, body: CENTRE_NAMES[SOUTHBAY], profession: 'EXPERT' },
  'sore.southbay': { county: SOUTHBAY, school: null, body: CENTRE_NAMES[SOUTHBAY], profession: 'EXPERT' },
  parent: null,
};

const holders = Object.entries(OFFICES).map(([key, work]): DemoPerson => {
  const account = demoAccounts.find(({ email }) => email === `${key}@demo.invalid`);
  if (!account) throw new Error(`${key} is no account of the demo`);
  return person(key, account.name, account.lang, work);
});

/** Three hundred people and those who hold an office of the contract's. */
export const people: readonly DemoPerson[] = [
  ...holders,
  ...TEACHING.flatMap(([from, to, county, lang]) => Array.from({ length: to - from + 1 }, (_, at) => teaching(from + at, county, lang))),
  ...schools.map(principalOf),
  ...atCentre('staff', 'Adviser', 'EXPERT', 229, 27),
  ...atCentre('organiser', 'Organiser', 'EXPERT', 257, 7),
  person('head265', 'Demo Head 265', 'en', { county: SOUTHBAY, school: null, body: CENTRE_NAMES[SOUTHBAY], profession: 'OTHER' }),
  person('head266', NAMES.el(266), 'el', { county: SOUTHBAY, school: null, body: 'Regional Support Centre Two Bays', profession: 'OTHER' }),
  ...atCentre('secretariat', 'Secretary', 'OTHER', 269, 3),
  person('admin275', 'Demo Administrator 275', 'en', null),
  ...Array.from({ length: 24 }, (_, at) => person(`parent${number(277 + at)}`, `Demo Parent ${number(277 + at)}`, 'en', null)),
];

const byKey = new Map(people.map((each) => [each.key, each]));

/** A person by key. */
export function personByKey(key: string): DemoPerson {
  const found = byKey.get(key);
  if (!found) throw new Error(`No person of the demo has the key ${key}`);
  return found;
}

/** The key of the teacher or psychologist with a number. */
export function teacherKey(n: number): string {
  return n >= 113 && n <= 130 ? `psychologist${number(n)}` : `teacher${number(n)}`;
}
