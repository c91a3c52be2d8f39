import { schools } from '../places/schools.js';
import { NORTHSHORE, SOUTHBAY, TWO_BAYS } from '../places/territories.js';

/** An appointment outside networks: who is what, of which place, and who appointed them. */
export interface DemoOffice {
  role: 'AD' | 'RC' | 'CC' | 'CH' | 'CS' | 'CM' | 'SH' | 'SS' | 'SO' | 'SP';
  person: string;
  scope: 'EVERYTHING' | 'REGION' | 'COUNTY' | 'CENTRE' | 'STRUCTURE' | 'SCHOOL';
  /** Code of the place; empty for everything. */
  code: string;
  by: string;
}

const SCOPES = {
  AD: 'EVERYTHING',
  RC: 'REGION',
  CC: 'COUNTY',
  CH: 'CENTRE',
  CS: 'CENTRE',
  CM: 'CENTRE',
  SH: 'STRUCTURE',
  SS: 'STRUCTURE',
  SO: 'SCHOOL',
  SP: 'SCHOOL',
} as const;

function office(role: DemoOffice['role'], person: string, code: string, by: string): DemoOffice {
  return { role, person, scope: SCOPES[role], code, by };
}

const numbered = (kind: string, from: number, count: number): string[] => Array.from({ length: count }, (_, at) => `${kind}${from + at}`);

/** Head of each centre. */
export const heads: Readonly<Record<string, string>> = { 'C-NORTH': 'head.northshore', 'C-SOUTH': 'head265', 'C-TWOBAYS': 'head266' };
const head = (code: string): string => heads[code] ?? '';

const structureHeads: readonly DemoOffice[] = [
  ...numbered('staff', 229, 8).map((person, at) => office('SH', person, `S-11-0${at + 1}`, head('C-NORTH'))),
  ...numbered('staff', 243, 8).map((person, at) => office('SH', person, `S-12-0${at + 1}`, head('C-SOUTH'))),
  office('SH', 'staff251', 'S-10-01', head('C-TWOBAYS')),
  office('SH', 'staff242', 'S-10-02', head('C-TWOBAYS')),
];

const structureStaff: readonly DemoOffice[] = [
  office('SS', 'structure.ict-southbay', 'S-12-03', 'staff245'),
  ...numbered('staff', 237, 5).map((person, at) => office('SS', person, `S-11-0${at + 1}`, `staff${229 + at}`)),
  ...numbered('staff', 252, 4).map((person, at) =>
    office('SS', person, `S-12-0${[1, 2, 4, 6][at] ?? 1}`, `staff${[243, 244, 246, 248][at] ?? 243}`),
  ),
];

const north = schools.filter(({ county }) => county === NORTHSHORE);
const south = schools.filter(({ county }) => county === SOUTHBAY);

/** School organisers share the schools of their county, neighbours together. */
function organisers(people: readonly string[], places: typeof schools, by: string): DemoOffice[] {
  const share = Math.ceil(places.length / people.length);
  return places.map(({ code }, at) => office('SO', people[Math.floor(at / share)] ?? '', code, by));
}

const principals: readonly DemoOffice[] = schools.map(({ code, name, county }, at) =>
  office(
    'SP',
    name === 'Harbour Primary 7' ? 'principal.harbour7' : `principal${169 + at}`,
    code,
    county === NORTHSHORE ? 'county.northshore' : 'county.southbay',
  ),
);

/** All offices, in the order in which they can be given: who appoints stands before whom they appoint. */
export const offices: readonly DemoOffice[] = [
  office('AD', 'admin275', '', 'admin'),
  office('RC', 'region.twobays', TWO_BAYS, 'admin'),
  office('CC', 'county.northshore', NORTHSHORE, 'region.twobays'),
  office('CC', 'county.southbay', SOUTHBAY, 'region.twobays'),
  ...Object.entries(heads).map(([code, person]) => office('CH', person, code, 'region.twobays')),
  ...['secretariat269', 'secretariat270'].map((person) => office('CS', person, 'C-NORTH', head('C-NORTH'))),
  ...['secretariat.southbay', 'secretariat271'].map((person) => office('CS', person, 'C-SOUTH', head('C-SOUTH'))),
  ...['principal170', 'principal173', 'staff229'].map((person) => office('CM', person, 'C-NORTH', head('C-NORTH'))),
  ...['council.southbay', 'principal205', 'principal210', 'staff245'].map((person) => office('CM', person, 'C-SOUTH', head('C-SOUTH'))),
  ...structureHeads,
  ...structureStaff,
  ...principals,
  ...organisers(numbered('organiser', 257, 4), north, 'county.northshore'),
  ...organisers(['sore.southbay', ...numbered('organiser', 261, 3)], south, 'county.southbay'),
];
