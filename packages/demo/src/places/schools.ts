import type { Lang } from '../texts.js';
import { NORTHSHORE, SOUTHBAY, type CountyCode } from './territories.js';

/** A school of the register. */
export interface DemoSchool {
  code: string;
  name: string;
  lang: Lang;
  level: Level;
  county: CountyCode;
  municipality: string;
  city: string;
  street: string;
  number: string;
  postalCode: string;
}

export type Level = 'PRESCHOOL' | 'PRIMARY' | 'LOWER_SECONDARY' | 'UPPER_SECONDARY' | 'VOCATIONAL';

type Row = readonly [municipality: string, level: Level, lang: Lang, name: string];
const [PRE, PRI, LOW, UPP, VOC] = ['PRESCHOOL', 'PRIMARY', 'LOWER_SECONDARY', 'UPPER_SECONDARY', 'VOCATIONAL'] as const;

const NORTH: readonly Row[] = [
  ['XT-1101', PRI, 'en', 'North Pier Primary'],
  ['XT-1101', PRE, 'pl', 'Przedszkole „Molo”'],
  ['XT-1101', PRI, 'pl', 'Szkoła Podstawowa nr 1 na Molo'],
  ['XT-1101', VOC, 'pl', 'Technikum Morskie'],
  ['XT-1102', LOW, 'en', 'Lighthouse Lower Secondary'],
  ['XT-1102', PRI, 'en', 'Lighthouse Primary 2'],
  ['XT-1102', PRI, 'ru', 'Школа «Маяк»'],
  ['XT-1102', UPP, 'en', 'Lighthouse Upper Secondary'],
  ['XT-1102', PRE, 'ru', 'Детский сад «Маячок»'],
  ['XT-1103', LOW, 'en', 'Seaview Lower Secondary'],
  ['XT-1103', PRI, 'ru', 'Начальная школа «Морской вид»'],
  ['XT-1103', PRI, 'pl', 'Szkoła Podstawowa „Widok”'],
  ['XT-1103', UPP, 'ru', 'Лицей «Морской вид»'],
  ['XT-1104', PRI, 'pl', 'Szkoła Podstawowa nr 4 „Bursztyn”'],
  ['XT-1104', PRE, 'pl', 'Przedszkole „Bursztynek”'],
  ['XT-1104', LOW, 'pl', 'Gimnazjum Bursztynowe'],
  ['XT-1104', VOC, 'en', 'Amber Sands Vocational'],
  ['XT-1105', PRI, 'pl', 'Szkoła Podstawowa w Sosnowym Lesie'],
  ['XT-1105', PRI, 'en', 'Pinewood Primary'],
  ['XT-1105', LOW, 'ru', 'Основная школа «Сосновый бор»'],
  ['XT-1105', UPP, 'pl', 'Liceum „Sosna”'],
  ['XT-1106', PRI, 'ru', 'Начальная школа «Чайка»'],
  ['XT-1106', PRI, 'en', 'Gull Rock Primary'],
  ['XT-1106', PRE, 'en', 'Gull Rock Nursery'],
  ['XT-1107', PRI, 'pl', 'Szkoła Podstawowa nad Młyńskim Potokiem'],
  ['XT-1107', PRI, 'en', 'Millbrook Primary'],
  ['XT-1107', LOW, 'en', 'Millbrook Lower Secondary'],
  ['XT-1107', UPP, 'en', 'Millbrook Upper Secondary'],
  ['XT-1108', PRI, 'ru', 'Школа «Рыбацкий ряд»'],
  ['XT-1108', PRI, 'pl', 'Szkoła Podstawowa przy Rybackiej'],
  ['XT-1108', LOW, 'en', 'Fishers Row Lower Secondary'],
  ['XT-1108', LOW, 'ru', 'Основная школа «Рыбацкий ряд»'],
];

const SOUTH: readonly Row[] = [
  ['XT-1201', PRI, 'en', 'Harbour Primary 7'],
  ['XT-1201', PRI, 'en', 'Harbour Primary 3'],
  ['XT-1201', LOW, 'en', 'Harbour Lower Secondary'],
  ['XT-1201', UPP, 'el', 'Γενικό Λύκειο Λιμανιού'],
  ['XT-1201', PRE, 'el', 'Νηπιαγωγείο «Το Λιμανάκι»'],
  ['XT-1202', PRI, 'en', 'Lantern Bay Primary'],
  ['XT-1202', LOW, 'el', 'Γυμνάσιο Όρμου Φανού'],
  ['XT-1202', PRE, 'en', 'Lantern Bay Nursery'],
  ['XT-1203', PRI, 'en', 'Elm Hill Primary 2'],
  ['XT-1203', UPP, 'en', 'Elm Hill Upper Secondary'],
  ['XT-1203', LOW, 'en', 'Elm Hill Lower Secondary'],
  ['XT-1204', PRI, 'el', 'Δημοτικό Σχολείο Παλιού Μύλου'],
  ['XT-1204', VOC, 'el', 'Επαγγελματικό Λύκειο Παλιού Μύλου'],
  ['XT-1205', PRI, 'en', 'Rose Hill Primary'],
  ['XT-1205', PRE, 'en', 'Rose Hill Nursery'],
  ['XT-1205', LOW, 'en', 'Rose Hill Lower Secondary'],
  ['XT-1206', PRI, 'el', '2ο Δημοτικό Σχολείο Προβλήτας'],
  ['XT-1206', UPP, 'el', 'Γενικό Λύκειο Προβλήτας'],
  ['XT-1207', PRI, 'el', 'Δημοτικό Σχολείο Κάστρου'],
  ['XT-1207', LOW, 'el', 'Γυμνάσιο Κάστρου'],
  ['XT-1207', UPP, 'en', 'Kastro Upper Secondary'],
  ['XT-1207', PRE, 'el', 'Νηπιαγωγείο Κάστρου'],
  ['XT-1208', PRI, 'en', 'Stone Ford Primary'],
  ['XT-1208', VOC, 'en', 'Stone Ford Vocational'],
  ['XT-1209', PRI, 'el', 'Δημοτικό Σχολείο Αλυκών'],
  ['XT-1209', PRI, 'en', 'Salt Marsh Primary'],
  ['XT-1210', PRI, 'en', 'Orchard Primary'],
  ['XT-1210', PRI, 'el', 'Δημοτικό Σχολείο Περιβολίου'],
];

const STREETS: Record<CountyCode, readonly string[]> = {
  [NORTHSHORE]: ['Lighthouse Road', 'Amber Street', 'Pine Walk', 'Old Quay', 'Gull Lane', 'Mill Street', 'Net Makers Row'],
  [SOUTHBAY]: ['Harbour Square', 'Bridge Street', 'Olive Street', 'Castle Steps', 'Salt Road', 'Orchard Lane', 'Mole Street'],
};

/** The seat of a municipality, which gives its schools their address. */
const TOWNS: Record<string, string> = {
  'XT-1101': 'North Pier',
  'XT-1102': 'Lighthouse',
  'XT-1103': 'Seaview',
  'XT-1104': 'Amber Sands',
  'XT-1105': 'Pinewood',
  'XT-1106': 'Gull Rock',
  'XT-1107': 'Millbrook',
  'XT-1108': 'Fishers Row',
  'XT-1201': 'Harbour',
  'XT-1202': 'Lantern Bay',
  'XT-1203': 'Elm Hill',
  'XT-1204': 'Old Mill',
  'XT-1205': 'Rose Hill',
  'XT-1206': 'Pier',
  'XT-1207': 'Kastro',
  'XT-1208': 'Stone Ford',
  'XT-1209': 'Salt Marsh',
  'XT-1210': 'Orchard',
};

function listed(county: CountyCode, rows: readonly Row[]): DemoSchool[] {
  return rows.map(([municipality, level, lang, name], at) => ({
    code: `${county === NORTHSHORE ? 'N' : 'S'}${String(at + 1).padStart(3, '0')}`,
    name,
    lang,
    level,
    county,
    municipality,
    city: TOWNS[municipality] ?? '',
    street: STREETS[county][at % STREETS[county].length] ?? '',
    number: String(3 + at * 2),
    postalCode: `${county === NORTHSHORE ? '11' : '12'}-${municipality.slice(-2)}${at % 10}`,
  }));
}

/** Sixty schools: 32 of Northshore, 28 of Southbay. */
export const schools: readonly DemoSchool[] = [...listed(NORTHSHORE, NORTH), ...listed(SOUTHBAY, SOUTH)];

/** The code of a school by its name. */
export function schoolCode(name: string): string {
  const school = schools.find((each) => each.name === name);
  if (!school) throw new Error(`No school of the demo is called ${name}`);
  return school.code;
}

/** Schools that share a principal's work: a group of schools in each county. */
export const schoolGroups = [
  { code: 'G-NORTH-1', county: NORTHSHORE, name: 'Lighthouse Group', lang: 'en', schools: ['N005', 'N006', 'N007', 'N008', 'N009'] },
  { code: 'G-SOUTH-1', county: SOUTHBAY, name: 'Harbour Group', lang: 'en', schools: ['S001', 'S002', 'S003', 'S004', 'S005'] },
] as const;
