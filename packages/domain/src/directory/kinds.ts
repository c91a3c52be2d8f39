/** Kinds of territory, from the widest to the narrowest. */
export const TERRITORY_KINDS = ['COUNTRY', 'REGION', 'COUNTY', 'MUNICIPALITY'] as const;
export type TerritoryKind = (typeof TERRITORY_KINDS)[number];

/** The kind that a territory lies in; null for a country. */
export function parentKind(kind: TerritoryKind): TerritoryKind | null {
  return TERRITORY_KINDS[TERRITORY_KINDS.indexOf(kind) - 1] ?? null;
}

/** How deep a kind stands, the country being 0. */
export function territoryLevel(kind: TerritoryKind): number {
  return TERRITORY_KINDS.indexOf(kind);
}

/** Whether a territory may lie directly in one of another kind: a country lies in nothing, all else in something wider, levels left out or not. */
export function mayLieIn(kind: TerritoryKind, parent: TerritoryKind | null): boolean {
  return parent === null ? kind === 'COUNTRY' : territoryLevel(parent) < territoryLevel(kind);
}

/** Kinds of centre. */
export const CENTRE_KINDS = ['COUNTY', 'REGIONAL', 'CLASS_TEACHER'] as const;
export type CentreKind = (typeof CENTRE_KINDS)[number];

/** Kinds of structure of a centre. */
export const STRUCTURE_KINDS = [
  'CAREER_COUNSELLING',
  'YOUTH_STATION',
  'ICT_CENTRE',
  'SCIENCE_LABORATORY',
  'ENVIRONMENTAL_EDUCATION',
  'DIAGNOSIS_AND_SUPPORT',
  'TRAINING',
  'SCHOOL_ACTIVITIES',
  'SCHOOL_LIBRARY',
  'METHODOLOGICAL_UNIT',
  'OTHER',
] as const;
export type StructureKind = (typeof STRUCTURE_KINDS)[number];

/** Levels of school. */
export const SCHOOL_LEVELS = [
  'PRESCHOOL',
  'PRIMARY',
  'LOWER_SECONDARY',
  'UPPER_SECONDARY',
  'VOCATIONAL',
  'POST_SECONDARY',
  'SPECIAL',
  'COMBINED',
] as const;
export type SchoolLevel = (typeof SCHOOL_LEVELS)[number];

/** Kinds of network. */
export const NETWORK_KINDS = ['SUBJECT', 'PROBLEM', 'SCHOOL_GROUP', 'CLASS_TEACHERS', 'EUROPEAN'] as const;
export type NetworkKind = (typeof NETWORK_KINDS)[number];

/** Professions of an affiliation; they give no rights. */
export const PROFESSIONS = [
  'TEACHER',
  'CLASS_TEACHER',
  'PRESCHOOL_TEACHER',
  'SPECIAL_TEACHER',
  'PRINCIPAL',
  'PSYCHOLOGIST',
  'PEDAGOGUE',
  'SPEECH_THERAPIST',
  'COUNSELLOR',
  'LIBRARIAN',
  'EXPERT',
  'OTHER',
] as const;
export type Profession = (typeof PROFESSIONS)[number];

/** Whom services, events and topics are for. */
export const AUDIENCES = ['TEACHERS', 'PRINCIPALS', 'SPECIALISTS', 'LIBRARIANS', 'SCHOOLS', 'STUDENTS', 'PARENTS', 'EVERYONE'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** For whom a network is; an empty list leaves that side open. */
export interface NetworkAudience {
  professions: readonly Profession[];
  levels: readonly SchoolLevel[];
}

/** Whether an affiliation belongs to an audience. `level` is null at a body that is no school, which only an audience of all levels takes in. */
export function inAudience(audience: NetworkAudience, affiliation: { profession: Profession; level: SchoolLevel | null }): boolean {
  const { professions, levels } = audience;
  const byProfession = professions.length === 0 || professions.includes(affiliation.profession);
  const byLevel =
    levels.length === 0 || (affiliation.level !== null && (levels.includes(affiliation.level) || affiliation.level === 'COMBINED'));
  return byProfession && byLevel;
}
