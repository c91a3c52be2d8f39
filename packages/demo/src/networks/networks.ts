import { NORTHSHORE, SOUTHBAY, type CountyCode } from '../places/territories.js';
import type { Lang } from '../texts.js';
import { psychologistKeys, rangeKeys } from './members.js';

/** A network, with what happened to it in the closed year and since. */
export interface DemoNetwork {
  key: string;
  county: CountyCode;
  name: string;
  lang: Lang;
  kind: 'SUBJECT' | 'PROBLEM' | 'SCHOOL_GROUP' | 'CLASS_TEACHERS' | 'EUROPEAN';
  joiningRule: 'OPEN' | 'REQUEST' | 'INVITATION';
  professions: readonly string[];
  levels: readonly string[];
  purpose: string;
  promotion: string;
  /** Local time of its founding. */
  createdAt: string;
  /** Coordinators one after another; days, the last of them open where `to` is null. `left` ends the term at once with a reason. */
  coordinators: readonly { person: string; from: string; to: string | null; left?: { at: string; reason: string } }[];
  /** Members of today, in the order in which they came. */
  members: readonly string[];
  /** Members who came in 2025 and left in spring. */
  former: readonly string[];
  /** How many of the members have written since September 2026. */
  active: number;
  /** Hours to a first reply, about: in the closed year, and since September 2026. */
  pace: readonly [closed: number, living: number];
  /** Threads and posts of 2025/26, and since. */
  closed: { threads: number; posts: number } | null;
  living: { threads: number; posts: number };
}

const ALL = { professions: [], levels: [] } as const;

/** Networks of Southbay. */
const southbay: readonly DemoNetwork[] = [
  {
    key: 'ict',
    county: SOUTHBAY,
    name: 'ICT in Class',
    lang: 'en',
    kind: 'SUBJECT',
    joiningRule: 'OPEN',
    ...ALL,
    createdAt: '2025-09-01T10:00',
    purpose:
      'Teachers of every subject who use digital tools and ask what they are good for. We try things between two meetings and tell each other how it went.',
    promotion:
      '**Bring one lesson, take five home.** We meet every second month at the ICT Centre and write here in between.\n\n- no expert knowledge needed\n- robotics kits to borrow\n- a colleague next to you the first time',
    coordinators: [
      { person: 'teacher002', from: '2025-09-01', to: '2026-01-31' },
      { person: 'coordinator.ict', from: '2026-02-01', to: null },
    ],
    members: rangeKeys(1, [2, 20], 24).concat('coordinator.safenet'),
    former: rangeKeys(25, [], 26),
    active: 18,
    pace: [12, 9],
    closed: { threads: 44, posts: 420 },
    living: { threads: 14, posts: 138 },
  },
  {
    key: 'experiment',
    county: SOUTHBAY,
    name: 'Πείραμα στην τάξη',
    lang: 'el',
    kind: 'SUBJECT',
    joiningRule: 'REQUEST',
    ...ALL,
    createdAt: '2025-09-01T11:00',
    purpose:
      'Εκπαιδευτικοί που φέρνουν το πείραμα μέσα στο μάθημα. Δοκιμάζουμε με απλά υλικά, γράφουμε τι δεν πέτυχε και το ξαναδοκιμάζουμε μαζί.',
    promotion: '**Ένα πείραμα κάθε μήνα, με υλικά που έχετε ήδη.** Συναντιόμαστε στο Εργαστηριακό Κέντρο και συνεχίζουμε εδώ.',
    coordinators: [{ person: 'teacher050', from: '2025-09-01', to: null }],
    members: rangeKeys(29, [], 49),
    former: [],
    active: 15,
    pace: [18, 14],
    closed: { threads: 33, posts: 310 },
    living: { threads: 11, posts: 106 },
  },
  {
    key: 'environment',
    county: SOUTHBAY,
    name: 'Περιβάλλον και αειφορία',
    lang: 'el',
    kind: 'SUBJECT',
    joiningRule: 'OPEN',
    ...ALL,
    createdAt: '2025-09-02T09:30',
    purpose: 'Σχολεία που φροντίζουν έναν κήπο, μετρούν το νερό τους ή περπατούν στις αλυκές, και μοιράζονται ό,τι έμαθαν.',
    promotion: '**Ξεκινήστε με τρία παρτέρια.** Το Κέντρο στις αλυκές σάς περιμένει και το δίκτυο απαντά στις απορίες σας.',
    coordinators: [{ person: 'teacher168', from: '2025-09-01', to: null }],
    members: rangeKeys(149, [], 166),
    former: ['teacher167'],
    active: 12,
    pace: [30, 26],
    closed: { threads: 27, posts: 250 },
    living: { threads: 8, posts: 73 },
  },
  {
    key: 'inclusive',
    county: SOUTHBAY,
    name: 'Inclusive Classroom',
    lang: 'en',
    kind: 'PROBLEM',
    joiningRule: 'REQUEST',
    ...ALL,
    createdAt: '2025-09-02T10:15',
    purpose:
      'What helps one child and harms none: small changes of a classroom, tried, described and improved together with the Diagnosis and Support Centre.',
    promotion: '**Small changes that last.** Come with one child in mind; leave with something for the whole class.',
    coordinators: [{ person: 'teacher005', from: '2025-09-01', to: null }],
    members: rangeKeys(8, [], 28),
    former: ['teacher004'],
    active: 11,
    pace: [40, 66],
    closed: { threads: 33, posts: 310 },
    living: { threads: 8, posts: 64 },
  },
  {
    key: 'violence',
    county: SOUTHBAY,
    name: 'Preventing Violence',
    lang: 'en',
    kind: 'PROBLEM',
    joiningRule: 'REQUEST',
    ...ALL,
    createdAt: '2025-09-02T12:00',
    purpose:
      'Teachers and psychologists who want to act early and calmly: procedures that fit on one page, talks that help, and somebody to ask the same day.',
    promotion: '**Act early, stay calm.** With the Youth Station and the school psychologists of Southbay.',
    coordinators: [{ person: 'psychologist130', from: '2025-09-01', to: null }],
    members: [...psychologistKeys(123, 129), ...rangeKeys(11, [], 28)],
    former: [],
    active: 16,
    pace: [36, 128],
    closed: { threads: 24, posts: 215 },
    living: { threads: 8, posts: 80 },
  },
  {
    key: 'safenet',
    county: SOUTHBAY,
    name: 'Safe Internet',
    lang: 'en',
    kind: 'PROBLEM',
    joiningRule: 'OPEN',
    ...ALL,
    createdAt: '2025-09-03T09:00',
    purpose:
      'Lessons, rules and evenings for parents about life online: without fear, with the pupils and in words that a family understands.',
    promotion:
      '**Talk about it before it happens.** Ready lessons, questions of pupils, and colleagues who have held a parents evening before.',
    coordinators: [
      {
        person: 'teacher028',
        from: '2025-09-01',
        to: null,
        left: { at: '2026-11-02T12:20', reason: 'Moved to a school outside the county. Thank you for fourteen months of good work.' },
      },
    ],
    members: rangeKeys(1, [2, 5], 10).concat(rangeKeys(20, [], 27)),
    former: [],
    active: 5,
    pace: [44, 121],
    closed: { threads: 26, posts: 250 },
    living: { threads: 5, posts: 25 },
  },
  {
    key: 'libraries',
    county: SOUTHBAY,
    name: 'Libraries Alive',
    lang: 'en',
    kind: 'SUBJECT',
    joiningRule: 'REQUEST',
    ...ALL,
    createdAt: '2026-11-09T10:30',
    purpose: 'School libraries that are open, read and run by pupils: how to begin with four shelves, and how to keep going.',
    promotion: '**Four shelves are enough to begin.** A new network for everybody who wants a living library at school.',
    coordinators: [{ person: 'teacher017', from: '2026-11-09', to: null }],
    members: [
      'teacher003',
      'teacher012',
      'teacher021',
      'teacher026',
      'teacher034',
      'teacher153',
      'teacher160',
      'principal204',
      'principal208',
    ],
    former: [],
    active: 8,
    pace: [20, 20],
    closed: null,
    living: { threads: 3, posts: 17 },
  },
];

/** Networks of Northshore. */
const northshore: readonly DemoNetwork[] = [
  {
    key: 'psychologists',
    county: NORTHSHORE,
    name: 'Sieć psychologów szkolnych',
    lang: 'pl',
    kind: 'PROBLEM',
    joiningRule: 'REQUEST',
    professions: ['PSYCHOLOGIST', 'PEDAGOGUE', 'COUNSELLOR'],
    levels: [],
    createdAt: '2025-09-01T09:00',
    purpose: 'Psycholodzy i pedagodzy szkolni powiatu: superwizja koleżeńska, wspólne procedury i ktoś, kogo można zapytać jeszcze dziś.',
    promotion: '**Ktoś odbiera telefon po drugiej stronie.** Superwizja raz w miesiącu, rozmowy tutaj na co dzień.',
    coordinators: [{ person: 'teacher052', from: '2025-09-01', to: null }],
    members: [...psychologistKeys(113, 122), ...rangeKeys(51, [52], 59), ...rangeKeys(131, [], 136)],
    former: ['teacher066'],
    active: 15,
    pace: [40, 62],
    closed: { threads: 27, posts: 214 },
    living: { threads: 6, posts: 46 },
  },
  {
    key: 'early',
    county: NORTHSHORE,
    name: 'Wczesna edukacja',
    lang: 'pl',
    kind: 'SUBJECT',
    joiningRule: 'OPEN',
    professions: [],
    levels: ['PRESCHOOL', 'PRIMARY'],
    createdAt: '2025-09-01T12:30',
    purpose: 'Przedszkola i klasy najmłodsze: rytm dnia, pierwsze czytanie, zabawa na dworze i pomysły, które przetrwały poniedziałek.',
    promotion: '**Pomysły sprawdzone w poniedziałek rano.** Raz w miesiącu odwiedzamy się w swoich salach.',
    coordinators: [{ person: 'teacher070', from: '2025-09-01', to: null }],
    members: [...rangeKeys(53, [], 66), ...rangeKeys(135, [], 140)],
    former: ['teacher067', 'teacher068'],
    active: 14,
    pace: [24, 20],
    closed: { threads: 27, posts: 265 },
    living: { threads: 8, posts: 75 },
  },
  {
    key: 'class',
    county: NORTHSHORE,
    name: 'Классное руководство: мастерская',
    lang: 'ru',
    kind: 'CLASS_TEACHERS',
    joiningRule: 'REQUEST',
    ...ALL,
    createdAt: '2025-09-02T09:00',
    purpose:
      'Классные руководители делятся сценариями, которые уже прошли в классе: классные часы, собрания, трудные разговоры. Без имён и без готовых лекций.',
    promotion: '**Приходите со своим классным часом.** Раз в месяц встреча в методическом кабинете, в остальное время разговор здесь.',
    coordinators: [{ person: 'teacher052', from: '2025-09-01', to: null }],
    members: [...rangeKeys(71, [73], 92), 'psychologist119', 'teacher141', 'teacher143'],
    former: ['teacher093'],
    active: 17,
    pace: [26, 21],
    closed: { threads: 30, posts: 300 },
    living: { threads: 9, posts: 94 },
  },
  {
    key: 'principals',
    county: NORTHSHORE,
    name: 'Principals',
    lang: 'en',
    kind: 'PROBLEM',
    joiningRule: 'INVITATION',
    professions: ['PRINCIPAL'],
    levels: [],
    createdAt: '2025-09-03T08:30',
    purpose:
      'Principals of Northshore among themselves: what to delegate, what to stop doing, and how others write the paper that is due on Friday.',
    promotion: '**Among colleagues.** By invitation of the county; ask if you have just taken over a school.',
    coordinators: [{ person: 'principal183', from: '2025-09-01', to: null }],
    members: Array.from({ length: 14 }, (_, at) => `principal${169 + at}`),
    former: [],
    active: 10,
    pace: [34, 30],
    closed: { threads: 21, posts: 206 },
    living: { threads: 6, posts: 60 },
  },
  {
    key: 'erasmus',
    county: NORTHSHORE,
    name: 'Erasmus+ Starters',
    lang: 'en',
    kind: 'EUROPEAN',
    joiningRule: 'OPEN',
    ...ALL,
    createdAt: '2025-09-03T11:00',
    purpose:
      'Schools that write their first European application, with those who have done it once. Partners, budgets, consent forms and courage.',
    promotion: '**Your first application, not alone.** We read each other’s drafts before the agency does.',
    coordinators: [{ person: 'teacher112', from: '2025-09-01', to: null }],
    members: [...rangeKeys(101, [], 111), ...rangeKeys(96, [], 100)],
    former: [],
    active: 11,
    pace: [38, 34],
    closed: { threads: 18, posts: 160 },
    living: { threads: 5, posts: 50 },
  },
];

/** Twelve networks. */
export const networks: readonly DemoNetwork[] = [...southbay, ...northshore];
