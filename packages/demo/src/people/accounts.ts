import type { Lang } from '../texts.js';

/** An account that the sign-in page of a demo offers as a card. */
export interface DemoAccount {
  email: string;
  name: string;
  lang: Lang;
  /** What the account is; the interface has words for each. */
  roleKey: string;
  /** The same in English, for the terminal. */
  role: string;
}

/** The password of every account of the demo. */
export const DEMO_PASSWORD = 'stoa-demo';

const account = (name: string, local: string, lang: Lang, roleKey: string, role: string): DemoAccount => ({
  email: `${local}@demo.invalid`,
  name,
  lang,
  roleKey,
  role,
});

/** The accounts of the demo that are offered as cards, in their order. */
export const demoAccounts: readonly DemoAccount[] = [
  account('Demo Administrator', 'admin', 'en', 'administrator', 'administrator'),
  account('Demo County Coordinator Northshore', 'county.northshore', 'en', 'countyCoordinator', 'county project coordinator, Northshore'),
  account('Demo County Coordinator Southbay', 'county.southbay', 'en', 'countyCoordinator', 'county project coordinator, Southbay'),
  account('Demo Regional Coordinator', 'region.twobays', 'en', 'regionalCoordinator', 'regional coordinator, Two Bays'),
  account('Demo Coordinator ICT', 'coordinator.ict', 'en', 'networkCoordinator', 'coordinator of ICT in Class'),
  account(
    'Demo Coordinator Safe Internet',
    'coordinator.safenet',
    'en',
    'futureCoordinator',
    'teacher, to be appointed coordinator of Safe Internet',
  ),
  account('Konto demonstracyjne 052', 'teacher052', 'pl', 'networkCoordinator', 'coordinator of two networks of Northshore, in Polish'),
  account('Demo Head of Centre', 'head.northshore', 'en', 'headOfCentre', 'head of the centre of Northshore'),
  account('Demo Council Member', 'council.southbay', 'en', 'councilMember', 'member of the scientific council of Southbay'),
  account('Demo Secretariat', 'secretariat.southbay', 'en', 'secretariat', 'secretariat of the centre of Southbay'),
  account('Demo ICT Centre', 'structure.ict-southbay', 'en', 'structureStaff', 'staff of ICT Centre Southbay'),
  account('Demo School Organiser', 'sore.southbay', 'en', 'schoolOrganiser', 'school organiser of educational development, Southbay'),
  account('Demo Principal', 'principal.harbour7', 'en', 'principal', 'principal of Harbour Primary 7'),
  account('Demo Teacher 014', 'teacher014', 'en', 'teacher', 'teacher, Southbay'),
  account('Demo Teacher 020', 'teacher020', 'en', 'teacher', 'teacher, Southbay'),
  account('Δοκιμαστικός λογαριασμός 031', 'teacher031', 'el', 'teacher', 'teacher, Southbay, in Greek'),
  account('Демо-аккаунт 077', 'teacher077', 'ru', 'teacher', 'class teacher, in Russian'),
  account('Demo Parent', 'parent', 'en', 'parent', 'parent'),
];
