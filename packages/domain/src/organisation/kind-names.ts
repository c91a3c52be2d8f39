import {
  CENTRE_KINDS,
  type CentreKind,
  STRUCTURE_KINDS,
  type StructureKind,
  TERRITORY_KINDS,
  type TerritoryKind,
} from '../directory/kinds.js';
import { foldText } from '../text/fold.js';

const TERRITORY_NAMES: Readonly<Record<TerritoryKind, readonly string[]>> = {
  COUNTRY: ['country', 'χώρα', 'kraj', 'państwo', 'страна'],
  REGION: ['region', 'περιφέρεια', 'województwo', 'область', 'край', 'республика'],
  COUNTY: [
    'county',
    'district',
    'περιφερειακή ενότητα',
    'νομός',
    'powiat',
    'miasto na prawach powiatu',
    'район',
    'муниципальный район',
    'городской округ',
  ],
  MUNICIPALITY: [
    'municipality',
    'δήμος',
    'gmina',
    'gmina miejska',
    'gmina wiejska',
    'gmina miejsko-wiejska',
    'dzielnica',
    'муниципалитет',
    'поселение',
  ],
};

const CENTRE_NAMES: Readonly<Record<CentreKind, readonly string[]>> = {
  COUNTY: ['county centre', 'Κ.ΥΠ.Ε.Κ.', 'ΚΥΠΕΚ', 'placówka doskonalenia', 'муниципальный центр'],
  REGIONAL: ['regional centre', 'ΠΕ.Κ.ΥΠ.Ε.Κ.', 'ΠΕΚΥΠΕΚ', 'centrum regionalne', 'региональный центр'],
  CLASS_TEACHER: ['class teacher centre', 'centrum wychowawców', 'центр поддержки классных руководителей', 'муниципальный центр поддержки'],
};

const STRUCTURE_NAMES: Readonly<Record<StructureKind, readonly string[]>> = {
  CAREER_COUNSELLING: ['ΚΕΣΥΠ', 'ΚΕ.ΣΥ.Π.', 'counselling and orientation', 'doradztwo zawodowe', 'профориентация'],
  YOUTH_STATION: ['ΣΣΝ', 'Σ.Σ.Ν.', 'youth station', 'punkt młodzieżowy', 'молодёжная служба'],
  ICT_CENTRE: ['ΚΕΠΛΗΝΕΤ', 'ΚΕ.ΠΛΗ.ΝΕ.Τ.', 'ICT centre', 'pracownia TIK', 'центр ИКТ'],
  SCIENCE_LABORATORY: ['ΕΚΦΕ', 'Ε.Κ.Φ.Ε.', 'science labs', 'pracownia przyrodnicza', 'лаборатория естественных наук'],
  ENVIRONMENTAL_EDUCATION: ['ΚΠΕ', 'Κ.Π.Ε.', 'environmental education', 'edukacja ekologiczna', 'экологическое образование'],
  DIAGNOSIS_AND_SUPPORT: [
    'ΚΕΔΔΥ',
    'ΚΕ.Δ.Δ.Υ.',
    'diagnosis and support',
    'poradnia',
    'poradnia psychologiczno-pedagogiczna',
    'психолого-педагогический центр',
  ],
  TRAINING: ['ΠΕΚ', 'Π.Ε.Κ.', 'ośrodek szkoleniowy', 'повышение квалификации'],
  SCHOOL_ACTIVITIES: ['γραφείο σχολικών δραστηριοτήτων', 'zajęcia szkolne', 'школьные мероприятия'],
  SCHOOL_LIBRARY: ['σχολική βιβλιοθήκη', 'libraries', 'biblioteka pedagogiczna', 'школьная библиотека'],
  METHODOLOGICAL_UNIT: ['μεθοδολογική μονάδα', 'pracownia metodyczna', 'методический кабинет'],
  OTHER: ['άλλη', 'inna', 'другое'],
};

/** One reader of names: the codes themselves and the names given, as people and registers write them. */
function reader<K extends string>(kinds: readonly K[], names: Readonly<Record<K, readonly string[]>>): (name: string) => K | undefined {
  const plain = (text: string): string => foldText(text).replace(/[\s_-]+/gu, ' ');
  const map = new Map(kinds.flatMap((kind) => [kind, ...names[kind]].map((name): [string, K] => [plain(name), kind])));
  return (name) => map.get(plain(name));
}

/** The kind of territory that a cell of an import names in four languages or as a code; undefined where it is none. */
export const territoryKindOf: (name: string) => TerritoryKind | undefined = reader(TERRITORY_KINDS, TERRITORY_NAMES);

/** The same for kinds of centre. */
export const centreKindOf: (name: string) => CentreKind | undefined = reader(CENTRE_KINDS, CENTRE_NAMES);

/** The same for kinds of structure. */
export const structureKindOf: (name: string) => StructureKind | undefined = reader(STRUCTURE_KINDS, STRUCTURE_NAMES);
