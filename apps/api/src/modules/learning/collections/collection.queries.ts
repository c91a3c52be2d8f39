import { allows } from '@stoa/domain';
import { signedIn, type Viewer } from '../../../platform/authorize.js';
import { byId, type Context, type Loader } from '../../../platform/context.js';
import type { Sql } from '../../../platform/database/database.js';
import { Refusal } from '../../../platform/errors.js';
import { cursors, pageSize, toPage } from '../../../platform/graphql/cursor.js';
import type { Page } from '../../../platform/graphql/types.js';
import { fromGlobalId, toGlobalId } from '../../../platform/ids.js';
import { toPerson } from '../../accounts/index.js';
import { canReadResource, resourceById, toResource } from '../../resources/index.js';
import type { CollectionItemType, CollectionRow, CollectionType } from './collection.types.js';

const statement = (where: string): string =>
  `SELECT c.id, c.slug, c.owner_id, p.handle AS owner_handle, p.display_name AS owner_name, c.state, c.title, c.summary, c.lang, c.changed_at, c.version
   FROM collections c JOIN people p ON p.id = c.owner_id WHERE ${where}`;

/** Whether a viewer may read a collection: everybody what is published, its owner whatever it is. `collectionsVisibleTo` is its SQL twin. */
export function canReadCollection(viewer: Viewer, row: CollectionRow): boolean {
  return (
    allows(viewer, 'resource.propose', { ownerId: row.owner_id }) ||
    (row.state === 'PUBLISHED' && allows(viewer, 'public.read', { isPublic: true }))
  );
}

/** Whether a collection is the viewer's own. */
export function ownsCollection(viewer: Viewer, row: CollectionRow): boolean {
  return allows(viewer, 'resource.propose', { ownerId: row.owner_id });
}

/** The SQL twin of `canReadCollection` on `collections c`. @param personId an SQL expression of the viewer's id */
export function collectionsVisibleTo(personId: string): string {
  return `(c.state = 'PUBLISHED' OR c.owner_id = ${personId}::uuid)`;
}

/** Collections by id whatever the viewer's rights. */
export const collectionById: Loader<string, CollectionRow | null> = byId((asked) => statement(`c.id ${asked}`));

/** A collection within a transaction, whatever the viewer's rights. */
export function collectionRow(tx: Sql, id: string): Promise<CollectionRow | null> {
  return tx.row<CollectionRow>(statement('c.id = $1'), [id]);
}

/** A collection of the viewer's own, locked. @throws Refusal NOT_FOUND, FORBIDDEN where it is another's that is published */
export async function lockOwn(tx: Sql, viewer: Viewer, id: string): Promise<CollectionRow> {
  await tx.row('SELECT 1 FROM collections WHERE id = $1 FOR NO KEY UPDATE', [id]);
  const row = await collectionRow(tx, id);
  if (row && ownsCollection(viewer, row)) return row;
  throw new Refusal(row && canReadCollection(viewer, row) ? 'FORBIDDEN' : 'NOT_FOUND');
}

/** The id behind a global id of a collection. @throws Refusal NOT_FOUND where it is none */
export function collectionIdOf(globalId: string): string {
  const found = fromGlobalId(globalId, 'Collection');
  if (!found) throw new Refusal('NOT_FOUND');
  return found.id;
}

/** A collection by slug; null where there is none that the viewer may read. */
export async function collection(ctx: Context, slug: string): Promise<CollectionType | null> {
  const row = await ctx.db.row<CollectionRow>(statement('c.slug = $1'), [slug]);
  return row && canReadCollection(ctx.viewer, row) ? toCollection(row) : null;
}

/** Collections that everybody may read, or the viewer's own, the last changed first. */
export async function collections(
  ctx: Context,
  query: { own: boolean; first: number; after: string | null },
): Promise<Page<CollectionType>> {
  const first = pageSize(query.first);
  const sealer = cursors(ctx.config.secrets[0] ?? '');
  const after = query.after ? sealer.open(query.after) : [null, null];
  const me = query.own ? signedIn(ctx.viewer) : ctx.viewer.personId;
  const rows = await ctx.db.rows<CollectionRow>(
    `${statement(`${query.own ? 'c.owner_id = $1' : `c.state = 'PUBLISHED' AND ${collectionsVisibleTo('$1')}`}
      AND ($2::timestamptz IS NULL OR (c.changed_at, c.id) < ($2::timestamptz, $3::uuid))`)} ORDER BY c.changed_at DESC, c.id DESC LIMIT $4`,
    [me, after[0], after[1], first + 1],
  );
  return toPage(sealer, rows, first, (row) => [row.changed_at, row.id], toCollection, query.after != null);
}

const itemRows: Loader<string, { resource_id: string; remark: string }[]> = async (ctx, ids) => {
  const rows = await ctx.db.rows<{ collection_id: string; resource_id: string; remark: string }>(
    'SELECT collection_id, resource_id, remark FROM collection_items WHERE collection_id = ANY($1) ORDER BY collection_id, position',
    [ids],
  );
  return ids.map((id) => rows.filter((row) => row.collection_id === id));
};

/** What is in a collection and the viewer may read; of the rest nothing is told but to its owner how many there are. */
export async function itemsOf(ctx: Context, row: CollectionRow): Promise<{ items: CollectionItemType[]; closed: number }> {
  const rows = await ctx.load(itemRows, row.id);
  const resources = await ctx.loadMany(
    resourceById,
    rows.map(({ resource_id: id }) => id),
  );
  const items = rows.flatMap(({ remark }, at): CollectionItemType[] => {
    const found = resources[at];
    return found && canReadResource(ctx.viewer, found) ? [{ resource: toResource(found), remark }] : [];
  });
  return { items, closed: ownsCollection(ctx.viewer, row) ? rows.length - items.length : 0 };
}

/** Ids of the viewer's own collections that hold each resource. */
export const ownCollectionsWith: Loader<string, string[]> = async (ctx, ids) => {
  const rows = await ctx.db.rows<{ resource_id: string; id: string }>(
    `SELECT i.resource_id, c.id FROM collection_items i JOIN collections c ON c.id = i.collection_id
     WHERE c.owner_id = $1 AND i.resource_id = ANY($2) ORDER BY c.id`,
    [ctx.viewer.personId, ids],
  );
  return ids.map((id) => rows.filter((row) => row.resource_id === id).map((row) => toGlobalId('Collection', row.id)));
};

/** The public face of a row. */
export function toCollection(row: CollectionRow): CollectionType {
  return {
    id: toGlobalId('Collection', row.id),
    slug: row.slug,
    owner: toPerson({ id: row.owner_id, handle: row.owner_handle, display_name: row.owner_name }),
    state: row.state,
    title: row.title,
    summary: row.summary,
    lang: row.lang,
    changedAt: row.changed_at,
    version: row.version,
    row,
  };
}
