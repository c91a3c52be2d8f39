import {
  allows,
  searchFold,
  type CentreKind,
  type CentreState,
  type Contacts,
  type Language,
  type LocalText,
  type OpeningHours,
} from '@stoa/domain';
import { byId, type Context, type Loader } from '../../platform/context.js';
import type { Target } from '../../platform/authorize.js';
import { Refusal } from '../../platform/errors.js';
import { cursors, pageSize, toPage } from '../../platform/graphql/cursor.js';
import type { Page } from '../../platform/graphql/types.js';
import { fromGlobalId, toGlobalId } from '../../platform/ids.js';
import { allTexts, textFor, toContacts, toHours, toOpenNow } from './card.js';
import type { CentreType } from './centre.type.js';

/** A centre's row with the path of its territory. */
export interface CentreRow {
  id: string;
  kind: CentreKind;
  status: CentreState;
  slug: string;
  code: string | null;
  lang: Language;
  names: LocalText;
  territory_id: string;
  mission: LocalText;
  contacts: Partial<Contacts>;
  hours: Partial<OpeningHours>;
  languages: string[];
  successor_id: string | null;
  search: string;
  version: number;
  path: string[];
}

export const CENTRE_COLUMNS = `c.id, c.kind, c.status, c.slug, c.code, c.lang, c.names, c.territory_id, c.mission, c.contacts, c.hours, c.languages,
  c.successor_id, c.search, c.version, ct.path`;
const FROM = 'centres c JOIN territories ct ON ct.id = c.territory_id';

/** Centres by id. */
export const centreById: Loader<string, CentreRow | null> = byId((asked) => `SELECT ${CENTRE_COLUMNS} FROM ${FROM} WHERE c.id ${asked}`);

/** A centre and all above it, as the rights table asks. */
export function centreTarget(row: Pick<CentreRow, 'id' | 'path'>): Target {
  return { scopes: [row.id, ...row.path], isPublic: true };
}

/** The public face of a row. */
export function toCentre(ctx: Context, row: CentreRow): CentreType {
  const target = centreTarget(row);
  return {
    id: toGlobalId('Centre', row.id),
    kind: row.kind,
    state: row.status,
    slug: row.slug,
    code: row.code,
    name: textFor(row.names, ctx.lang, row.lang) ?? { lang: row.lang, text: row.slug },
    names: allTexts(row.names),
    mission: textFor(row.mission, ctx.lang, row.lang),
    missions: allTexts(row.mission),
    contacts: toContacts(row.contacts),
    hours: toHours(row.hours),
    openNow: toOpenNow(ctx, row.hours),
    languages: row.languages,
    viewerCan: { edit: allows(ctx.viewer, 'centre.edit', target), changeRegister: allows(ctx.viewer, 'register.change', target) },
    version: row.version,
    rowId: row.id,
    territoryId: row.territory_id,
    successorId: row.successor_id,
  };
}

/** By global id or slug; null where there is none. Every centre is public. */
export async function centre(ctx: Context, key: { id?: string | null; slug?: string | null }): Promise<CentreType | null> {
  const id = key.id ? fromGlobalId(key.id, 'Centre')?.id : null;
  if (key.id ? !id : !key.slug) return null;
  const row = await ctx.db.row<CentreRow>(`SELECT ${CENTRE_COLUMNS} FROM ${FROM} WHERE ${id ? 'c.id' : 'c.slug'} = $1`, [id ?? key.slug]);
  return row && toCentre(ctx, row);
}

export interface CentresQuery {
  first: number;
  after: string | null;
  kind: CentreKind | null;
  /** Global id of a territory in which the centre's lies. */
  within: string | null;
  search: string | null;
}

/** The id of a territory named by its global id; null where none was given. @throws Refusal NOT_FOUND for a forged one */
export function territoryIdOf(globalId: string | null | undefined): string | null {
  if (!globalId) return null;
  const id = fromGlobalId(globalId, 'Territory')?.id;
  if (!id) throw new Refusal('NOT_FOUND');
  return id;
}

/** LIKE patterns of a search; folded words hold letters and digits only, so none of LIKE's own signs. */
export function likeWords(search: string | null | undefined): string[] {
  if ((search ?? '').length > 200) throw new Refusal('BAD_REQUEST', { limit: 'search' });
  return searchFold(search ?? '').map((word) => `% ${word}%`);
}

/** What a list by folded name is sorted by, cut so that a cursor stays short. */
export function nameOrder(table: string): string {
  return `left(${table}.search, 100) COLLATE "C", ${table}.id`;
}

/** The same as the key of a row. */
export function nameKey(row: { search: string; id: string }): [string, string] {
  return [[...row.search].slice(0, 100).join(''), row.id];
}

/** Centres by name, those that closed or merged last. */
export async function centres(ctx: Context, query: CentresQuery): Promise<Page<CentreType>> {
  const first = pageSize(query.first);
  const sealer = cursors(ctx.config.secrets[0] ?? '');
  const [ended, search, id] = query.after ? sealer.open(query.after) : [];
  const isEnded = `(c.status IN ('MERGED', 'CLOSED'))`;
  const rows = await ctx.reads.rows<CentreRow>(
    `SELECT ${CENTRE_COLUMNS} FROM ${FROM}
     WHERE ($1::text IS NULL OR c.kind = $1) AND ($2::uuid IS NULL OR ct.path @> ARRAY[$2::uuid]) AND ' ' || c.search LIKE ALL ($3::text[])
       AND ($4::boolean IS NULL OR (${isEnded}, ${nameOrder('c')}) > ($4, $5, $6::uuid))
     ORDER BY ${isEnded}, ${nameOrder('c')} LIMIT $7`,
    [query.kind, territoryIdOf(query.within), likeWords(query.search), ended ?? null, search ?? null, id ?? null, first + 1],
  );
  return toPage(
    sealer,
    rows,
    first,
    (row) => [row.status === 'MERGED' || row.status === 'CLOSED', ...nameKey(row)],
    (row) => toCentre(ctx, row),
    query.after !== null,
  );
}
