import { allows, type Contacts, type Language, type SchoolLevel, type UnitState } from '@stoa/domain';
import { byId, type Context, type Loader } from '../../platform/context.js';
import type { Target } from '../../platform/authorize.js';
import { cursors, pageSize, toPage } from '../../platform/graphql/cursor.js';
import type { Page } from '../../platform/graphql/types.js';
import { fromGlobalId, toGlobalId } from '../../platform/ids.js';
import { likeWords, nameKey, nameOrder, territoryIdOf, toContacts } from '../centres/index.js';
import type { SchoolGroupType, SchoolType } from './school.type.js';

/** A school's row with the path of its territory. */
export interface SchoolRow {
  id: string;
  county_id: string;
  territory_id: string;
  code: string | null;
  slug: string;
  name: string;
  lang: Language;
  level: SchoolLevel;
  status: UnitState;
  city: string;
  street: string;
  number: string;
  postal_code: string;
  post_office: string;
  contacts: Partial<Contacts>;
  successor_id: string | null;
  search: string;
  version: number;
  path: string[];
}

export const SCHOOL_COLUMNS = `s.id, s.county_id, s.territory_id, s.code, s.slug, s.name, s.lang, s.level, s.status, s.city, s.street, s.number, s.postal_code,
  s.post_office, s.contacts, s.successor_id, s.search, s.version, st.path`;
export const SCHOOL_FROM = 'schools s JOIN territories st ON st.id = s.territory_id';

/** Schools by id. */
export const schoolById: Loader<string, SchoolRow | null> = byId(
  (asked) => `SELECT ${SCHOOL_COLUMNS} FROM ${SCHOOL_FROM} WHERE s.id ${asked}`,
);

/** A school and all above it. */
export function schoolTarget(row: Pick<SchoolRow, 'id' | 'path'>): Target {
  return { scopes: [row.id, ...row.path], isPublic: true };
}

/** The public card of a row. */
export function toSchool(ctx: Context, row: SchoolRow): SchoolType {
  const target = schoolTarget(row);
  return {
    id: toGlobalId('School', row.id),
    slug: row.slug,
    code: row.code,
    name: row.name,
    lang: row.lang,
    level: row.level,
    state: row.status,
    city: row.city,
    street: row.street,
    number: row.number,
    postalCode: row.postal_code,
    postOffice: row.post_office,
    contacts: toContacts(row.contacts),
    viewerCan: {
      edit: allows(ctx.viewer, 'school.edit', target),
      changeRegister: allows(ctx.viewer, 'register.change', target),
      confirmAffiliations: allows(ctx.viewer, 'affiliation.confirm', target),
    },
    version: row.version,
    rowId: row.id,
    countyId: row.county_id,
    territoryId: row.territory_id,
    successorId: row.successor_id,
  };
}

/** By global id or slug; null where there is none. Every school's card is public. */
export async function school(ctx: Context, key: { id?: string | null; slug?: string | null }): Promise<SchoolType | null> {
  const id = key.id ? fromGlobalId(key.id, 'School')?.id : null;
  if (key.id ? !id : !key.slug) return null;
  const row = await ctx.db.row<SchoolRow>(`SELECT ${SCHOOL_COLUMNS} FROM ${SCHOOL_FROM} WHERE ${id ? 's.id' : 's.slug'} = $1`, [
    id ?? key.slug,
  ]);
  return row && toSchool(ctx, row);
}

export interface SchoolsQuery {
  first: number;
  after: string | null;
  /** Global id of a municipality, county, region or country. */
  within: string | null;
  level: SchoolLevel | null;
  search: string | null;
}

/** Schools by name, those that ended last. */
export async function schools(ctx: Context, query: SchoolsQuery): Promise<Page<SchoolType>> {
  const first = pageSize(query.first);
  const sealer = cursors(ctx.config.secrets[0] ?? '');
  const [ended, search, id] = query.after ? sealer.open(query.after) : [];
  const rows = await ctx.reads.rows<SchoolRow>(
    `SELECT ${SCHOOL_COLUMNS} FROM ${SCHOOL_FROM}
     WHERE ($1::uuid IS NULL OR st.path @> ARRAY[$1::uuid]) AND ($2::text IS NULL OR s.level = $2) AND ' ' || s.search LIKE ALL ($3::text[])
       AND ($4::boolean IS NULL OR (s.status <> 'ACTIVE', ${nameOrder('s')}) > ($4, $5, $6::uuid))
     ORDER BY s.status <> 'ACTIVE', ${nameOrder('s')} LIMIT $7`,
    [territoryIdOf(query.within), query.level, likeWords(query.search), ended ?? null, search ?? null, id ?? null, first + 1],
  );
  return toPage(
    sealer,
    rows,
    first,
    (row) => [row.status !== 'ACTIVE', ...nameKey(row)],
    (row) => toSchool(ctx, row),
    query.after !== null,
  );
}

export interface GroupRow {
  id: string;
  county_id: string;
  code: string | null;
  slug: string;
  name: string;
  lang: Language;
  version: number;
}

export const GROUP_COLUMNS = 'g.id, g.county_id, g.code, g.slug, g.name, g.lang, g.version';

/** The public face of a group. */
export function toGroup(row: GroupRow): SchoolGroupType {
  return {
    id: toGlobalId('SchoolGroup', row.id),
    slug: row.slug,
    code: row.code,
    name: row.name,
    lang: row.lang,
    version: row.version,
    rowId: row.id,
    countyId: row.county_id,
  };
}

/** Groups of schools by name. */
export async function schoolGroups(
  ctx: Context,
  query: { first: number; after: string | null; within: string | null },
): Promise<Page<SchoolGroupType>> {
  const first = pageSize(query.first);
  const sealer = cursors(ctx.config.secrets[0] ?? '');
  const [name, id] = query.after ? sealer.open(query.after) : [];
  const rows = await ctx.db.rows<GroupRow>(
    `SELECT ${GROUP_COLUMNS} FROM school_groups g JOIN territories t ON t.id = g.county_id
     WHERE ($1::uuid IS NULL OR t.path @> ARRAY[$1::uuid]) AND ($2::text IS NULL OR (g.name COLLATE "C", g.id) > ($2, $3::uuid))
     ORDER BY g.name COLLATE "C", g.id LIMIT $4`,
    [territoryIdOf(query.within), name ?? null, id ?? null, first + 1],
  );
  return toPage(sealer, rows, first, (row) => [row.name, row.id], toGroup, query.after !== null);
}

/** By global id or slug; null where there is none. */
export async function schoolGroup(ctx: Context, key: { id?: string | null; slug?: string | null }): Promise<SchoolGroupType | null> {
  const id = key.id ? fromGlobalId(key.id, 'SchoolGroup')?.id : null;
  if (key.id ? !id : !key.slug) return null;
  const row = await ctx.db.row<GroupRow>(`SELECT ${GROUP_COLUMNS} FROM school_groups g WHERE ${id ? 'g.id' : 'g.slug'} = $1`, [
    id ?? key.slug,
  ]);
  return row && toGroup(row);
}

/** Groups in which schools are; one statement for all schools of a tick. */
export const groupsOfSchool: Loader<string, GroupRow[]> = async (ctx, ids) => {
  const rows = await ctx.db.rows<GroupRow & { school_id: string }>(
    `SELECT ${GROUP_COLUMNS}, m.school_id FROM school_group_members m JOIN school_groups g ON g.id = m.group_id WHERE m.school_id = ANY($1) ORDER BY g.name, g.id`,
    [ids],
  );
  return ids.map((id) => rows.filter((row) => row.school_id === id));
};

/** Schools of groups by name; a group has a few dozen at most. */
export const schoolsOfGroup: Loader<string, SchoolRow[]> = async (ctx, ids) => {
  const rows = await ctx.db.rows<SchoolRow & { group_id: string }>(
    `SELECT ${SCHOOL_COLUMNS}, m.group_id FROM school_group_members m JOIN schools s ON s.id = m.school_id JOIN territories st ON st.id = s.territory_id
     WHERE m.group_id = ANY($1) ORDER BY ${nameOrder('s')}`,
    [ids],
  );
  return ids.map((id) => rows.filter((row) => row.group_id === id));
};
