import {
  allows,
  type Audience,
  type Contacts,
  type Language,
  type LocalText,
  type OpeningHours,
  type StructureKind,
  type UnitState,
} from '@stoa/domain';
import { byId, type Context, type Loader } from '../../platform/context.js';
import type { Target } from '../../platform/authorize.js';
import { Refusal } from '../../platform/errors.js';
import { cursors, pageSize, toPage } from '../../platform/graphql/cursor.js';
import type { Page } from '../../platform/graphql/types.js';
import { fromGlobalId, toGlobalId } from '../../platform/ids.js';
import { allTexts, textFor, toContacts, toHours, toOpenNow } from './card.js';
import { likeWords, nameKey, nameOrder, territoryIdOf } from './centre.queries.js';
import type { StructureTopicType, StructureType } from './centre.type.js';
import { toTopic, topicById } from './topic.queries.js';

/** A structure's row with the path of its centre's territory. */
export interface StructureRow {
  id: string;
  centre_id: string;
  kind: StructureKind;
  status: UnitState;
  slug: string;
  code: string | null;
  lang: Language;
  names: LocalText;
  description: LocalText;
  functions: LocalText[];
  audiences: Audience[];
  contacts: Partial<Contacts>;
  hours: Partial<OpeningHours>;
  languages: string[];
  municipality_id: string | null;
  successor_id: string | null;
  search: string;
  version: number;
  path: string[];
}

export const STRUCTURE_COLUMNS = `s.id, s.centre_id, s.kind, s.status, s.slug, s.code, s.lang, s.names, s.description, s.functions, s.audiences, s.contacts, s.hours,
  s.languages, s.municipality_id, s.successor_id, s.search, s.version, ct.path`;
export const STRUCTURE_FROM = 'structures s JOIN centres c ON c.id = s.centre_id JOIN territories ct ON ct.id = c.territory_id';

/** Structures by id. */
export const structureById: Loader<string, StructureRow | null> = byId(
  (asked) => `SELECT ${STRUCTURE_COLUMNS} FROM ${STRUCTURE_FROM} WHERE s.id ${asked}`,
);

/** A structure and all above it. */
export function structureTarget(row: Pick<StructureRow, 'id' | 'centre_id' | 'path'>): Target {
  return { scopes: [row.id, row.centre_id, ...row.path], isPublic: true };
}

/** The public face of a row. */
export function toStructure(ctx: Context, row: StructureRow): StructureType {
  const target = structureTarget(row);
  return {
    id: toGlobalId('Structure', row.id),
    kind: row.kind,
    state: row.status,
    slug: row.slug,
    code: row.code,
    name: textFor(row.names, ctx.lang, row.lang) ?? { lang: row.lang, text: row.slug },
    names: allTexts(row.names),
    description: textFor(row.description, ctx.lang, row.lang),
    descriptions: allTexts(row.description),
    functions: row.functions.map((names) => ({
      name: textFor(names, ctx.lang, row.lang) ?? { lang: row.lang, text: '' },
      names: allTexts(names),
    })),
    audiences: row.audiences,
    contacts: toContacts(row.contacts),
    hours: toHours(row.hours),
    openNow: toOpenNow(ctx, row.hours),
    languages: row.languages,
    viewerCan: { edit: allows(ctx.viewer, 'structure.edit', target), changeRegister: allows(ctx.viewer, 'register.change', target) },
    version: row.version,
    rowId: row.id,
    centreId: row.centre_id,
    municipalityId: row.municipality_id,
    successorId: row.successor_id,
  };
}

/** By global id or slug; null where there is none. Every structure is public. */
export async function structure(ctx: Context, key: { id?: string | null; slug?: string | null }): Promise<StructureType | null> {
  const id = key.id ? fromGlobalId(key.id, 'Structure')?.id : null;
  if (key.id ? !id : !key.slug) return null;
  const row = await ctx.db.row<StructureRow>(`SELECT ${STRUCTURE_COLUMNS} FROM ${STRUCTURE_FROM} WHERE ${id ? 's.id' : 's.slug'} = $1`, [
    id ?? key.slug,
  ]);
  return row && toStructure(ctx, row);
}

export interface StructuresQuery {
  first: number;
  after: string | null;
  kind: StructureKind | null;
  /** Global id of a centre. */
  centre: string | null;
  within: string | null;
  search: string | null;
}

/** Structures by name, those that ended last. */
export async function structures(ctx: Context, query: StructuresQuery): Promise<Page<StructureType>> {
  const first = pageSize(query.first);
  const sealer = cursors(ctx.config.secrets[0] ?? '');
  const [ended, search, id] = query.after ? sealer.open(query.after) : [];
  const centreId = query.centre ? fromGlobalId(query.centre, 'Centre')?.id : null;
  if (query.centre && !centreId) throw new Refusal('NOT_FOUND');
  const rows = await ctx.reads.rows<StructureRow>(
    `SELECT ${STRUCTURE_COLUMNS} FROM ${STRUCTURE_FROM}
     WHERE ($1::text IS NULL OR s.kind = $1) AND ($2::uuid IS NULL OR s.centre_id = $2) AND ($3::uuid IS NULL OR ct.path @> ARRAY[$3::uuid])
       AND ' ' || s.search LIKE ALL ($4::text[]) AND ($5::boolean IS NULL OR (s.status <> 'ACTIVE', ${nameOrder('s')}) > ($5, $6, $7::uuid))
     ORDER BY s.status <> 'ACTIVE', ${nameOrder('s')} LIMIT $8`,
    [query.kind, centreId, territoryIdOf(query.within), likeWords(query.search), ended ?? null, search ?? null, id ?? null, first + 1],
  );
  return toPage(
    sealer,
    rows,
    first,
    (row) => [row.status !== 'ACTIVE', ...nameKey(row)],
    (row) => toStructure(ctx, row),
    query.after !== null,
  );
}

/** Living structures of centres, by name; one statement for all centres of a tick. A centre has a few dozen at most. */
export const structuresOfCentre: Loader<string, StructureRow[]> = async (ctx, ids) => {
  const rows = await ctx.db.rows<StructureRow>(
    `SELECT ${STRUCTURE_COLUMNS} FROM ${STRUCTURE_FROM} WHERE s.centre_id = ANY($1) AND s.status = 'ACTIVE' ORDER BY ${nameOrder('s')} LIMIT 2000`,
    [ids],
  );
  return ids.map((id) => rows.filter((row) => row.centre_id === id));
};

interface TopicLink {
  structure_id: string;
  topic_id: string;
  note: LocalText;
}

/** Topics that structures answer for. */
export const topicsOfStructure: Loader<string, TopicLink[]> = async (ctx, ids) => {
  const rows = await ctx.db.rows<TopicLink>(
    `SELECT st.structure_id, st.topic_id, st.note FROM structure_topics st JOIN topics t ON t.id = st.topic_id
     WHERE st.structure_id = ANY($1) AND t.retired_at IS NULL ORDER BY t.search, t.id`,
    [ids],
  );
  return ids.map((id) => rows.filter((row) => row.structure_id === id));
};

/** The topics of a structure with its notes. */
export async function structureTopics(ctx: Context, of: StructureType): Promise<StructureTopicType[]> {
  const links = await ctx.load(topicsOfStructure, of.rowId);
  const topics = await ctx.loadMany(
    topicById,
    links.map((link) => link.topic_id),
  );
  return links.flatMap(({ note }, at) => {
    const row = topics[at];
    return row ? [{ topic: toTopic(ctx, row), note: textFor(note, ctx.lang, 'en'), notes: allTexts(note) }] : [];
  });
}
