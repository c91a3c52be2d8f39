import { searchFold, territoryState, type Language, type TerritoryKind } from '@stoa/domain';
import { dateIn } from '../../platform/clock.js';
import { byId, type Context, type Loader } from '../../platform/context.js';
import { Refusal } from '../../platform/errors.js';
import { cursors, pageSize, toPage } from '../../platform/graphql/cursor.js';
import type { Page } from '../../platform/graphql/types.js';
import { fromGlobalId, toGlobalId } from '../../platform/ids.js';
import type { LocalName, TerritoryType } from './territory.type.js';

/** A territory's row as reads see it. */
export interface TerritoryRow {
  id: string;
  kind: TerritoryKind;
  code: string;
  slug: string;
  lang: Language;
  names: Partial<Record<Language, string>>;
  search: string;
  path: string[];
  valid_from: string | null;
  valid_to: string | null;
  version: number;
}

/** What lists are sorted by; cut, so that a cursor stays short. */
const SORT = (table: string): string => `left(${table}.search, 100) COLLATE "C", ${table}.id`;
const sortKey = (row: TerritoryRow): [string, string] => [[...row.search].slice(0, 100).join(''), row.id];

const COLUMNS = 't.id, t.kind, t.code, t.slug, t.lang, t.names, t.search, t.path, t.valid_from, t.valid_to, t.version';

/** Territories by id, for fields such as `county`. */
export const territoryById: Loader<string, TerritoryRow | null> = byId(
  (asked) => `SELECT ${COLUMNS} FROM territories t WHERE t.id ${asked}`,
);

/** The name that a reader of a language is shown, with the language it is in. */
export function nameOf(row: Pick<TerritoryRow, 'names' | 'lang'>, reader: Language): LocalName {
  const lang = row.names[reader] === undefined ? row.lang : reader;
  return { lang, text: row.names[lang] ?? '' };
}

/** The public face of a row. */
export function toTerritory(ctx: Context, row: TerritoryRow): TerritoryType {
  const names = Object.entries(row.names).map(([lang, text]) => ({ lang, text }));
  const today = dateIn(ctx.clock.now(), ctx.config.timeZone);
  return {
    id: toGlobalId('Territory', row.id),
    kind: row.kind,
    code: row.code,
    slug: row.slug,
    name: nameOf(row, ctx.lang),
    names: names.sort((a, b) => (a.lang < b.lang ? -1 : 1)),
    validFrom: row.valid_from,
    validTo: row.valid_to,
    state: territoryState(row.valid_to, today),
    version: row.version,
    path: row.path,
  };
}

/** One of the three ways to name a territory. */
export interface TerritoryKey {
  id?: string | null;
  code?: string | null;
  slug?: string | null;
}

/** A territory by global id, official code or slug; null where there is none. @throws Refusal BAD_REQUEST unless exactly one is given */
export async function territory(ctx: Context, key: TerritoryKey): Promise<TerritoryType | null> {
  const given = [key.id, key.code, key.slug].filter((value) => value !== null && value !== undefined);
  if (given.length !== 1) throw new Refusal('BAD_REQUEST');
  const id = key.id ? fromGlobalId(key.id, 'Territory') : null;
  if (key.id && !id) return null;
  const row = await ctx.db.row<TerritoryRow>(
    `SELECT ${COLUMNS} FROM territories t WHERE ${id ? 't.id' : key.code ? 't.code' : 't.slug'} = $1`,
    [id?.id ?? (key.code ? key.code.toUpperCase() : key.slug)],
  );
  return row && toTerritory(ctx, row);
}

/** What a picker asks for. */
export interface TerritoriesQuery {
  first: number;
  after?: string | null;
  kind?: TerritoryKind | null;
  /** Global id of a territory within which, at any depth, the others lie. */
  within?: string | null;
  /** Beginnings of words of a name, or of the code; case, accents and final sigma are forgiven. */
  search?: string | null;
}

/** Territories that exist today, in the order of their folded names. @throws Refusal BAD_REQUEST for a bad page or cursor */
export async function territories(ctx: Context, query: TerritoriesQuery): Promise<Page<TerritoryType>> {
  const first = pageSize(query.first);
  const sealer = cursors(ctx.config.secrets[0] ?? '');
  const [afterSearch, afterId] = query.after ? sealer.open(query.after) : [];
  const within = query.within ? (fromGlobalId(query.within, 'Territory')?.id ?? null) : null;
  if (query.within && within === null) throw new Refusal('NOT_FOUND');
  // Folded tokens hold letters and digits only, so none of LIKE's own signs.
  const words = searchFold(query.search ?? '').map((word) => `% ${word}%`);
  const rows = await ctx.reads.rows<TerritoryRow>(
    `SELECT ${COLUMNS} FROM territories t
     WHERE ($1::text IS NULL OR t.kind = $1) AND ($2::uuid IS NULL OR (t.path @> ARRAY[$2::uuid] AND t.id <> $2))
       AND ' ' || t.search LIKE ALL ($3::text[]) AND (t.valid_to IS NULL OR t.valid_to >= $4::date)
       AND ($5::text IS NULL OR (${SORT('t')}) > ($5, $6::uuid))
     ORDER BY ${SORT('t')} LIMIT $7`,
    [query.kind ?? null, within, words, dateIn(ctx.clock.now(), ctx.config.timeZone), afterSearch ?? null, afterId ?? null, first + 1],
  );
  return toPage(sealer, rows, first, sortKey, (row) => toTerritory(ctx, row), query.after != null);
}

/** A page of children asked of one parent. */
export interface ChildrenKey {
  parentId: string;
  first: number;
  after: string | null;
}

/** Pages of children; parents that are asked for the same page share one statement. Keys are JSON of `ChildrenKey`. */
const childrenPage: Loader<string, Page<TerritoryType>> = async (ctx, keys) => {
  const asked = keys.map((key) => JSON.parse(key) as ChildrenKey);
  const pages = new Map(
    await Promise.all(
      [...new Set(asked.map(({ first, after }) => JSON.stringify([first, after])))].map(async (page) => {
        const [first, after] = JSON.parse(page) as [number, string | null];
        const parents = asked.filter((key) => key.first === first && key.after === after).map((key) => key.parentId);
        return [page, await readChildren(ctx, parents, first, after)] as const;
      }),
    ),
  );
  return asked.map(({ parentId, first, after }) => pages.get(JSON.stringify([first, after]))!(parentId));
};

async function readChildren(
  ctx: Context,
  parents: readonly string[],
  first: number,
  after: string | null,
): Promise<(parentId: string) => Page<TerritoryType>> {
  const sealer = cursors(ctx.config.secrets[0] ?? '');
  const [afterSearch, afterId] = after ? sealer.open(after) : [];
  const rows = await ctx.db.rows<TerritoryRow & { parent_id: string }>(
    `SELECT ${COLUMNS}, p.id AS parent_id FROM unnest($1::uuid[]) AS p (id) CROSS JOIN LATERAL (
       SELECT * FROM territories c WHERE c.parent_id = p.id AND ($2::text IS NULL OR (${SORT('c')}) > ($2, $3::uuid))
       ORDER BY ${SORT('c')} LIMIT $4) t
     ORDER BY p.id, ${SORT('t')}`,
    [parents, afterSearch ?? null, afterId ?? null, first + 1],
  );
  return (parentId) => {
    const own = rows.filter((row) => row.parent_id === parentId);
    return toPage(sealer, own, first, sortKey, (row) => toTerritory(ctx, row), after !== null);
  };
}

/** The children of a territory, ended ones included. @throws Refusal BAD_REQUEST for a bad page or cursor */
export function childrenOf(ctx: Context, parent: TerritoryType, first: number, after: string | null): Promise<Page<TerritoryType>> {
  const key: ChildrenKey = { parentId: parent.path.at(-1) ?? '', first: pageSize(first), after };
  return ctx.load(childrenPage, JSON.stringify(key));
}

/** All that a territory lies in, the country first. */
export async function ancestorsOf(ctx: Context, of: TerritoryType): Promise<TerritoryType[]> {
  const rows = await ctx.loadMany(territoryById, of.path.slice(0, -1));
  return rows.flatMap((row) => (row ? [toTerritory(ctx, row)] : []));
}
