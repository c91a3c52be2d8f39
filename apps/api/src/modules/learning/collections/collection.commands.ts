import { collectionContent, GATHERING, GATHERING_LIMITS, transition, type CollectionContent } from '@stoa/domain';
import { signedIn } from '../../../platform/authorize.js';
import type { Context } from '../../../platform/context.js';
import { audit } from '../../../platform/database/audit.js';
import type { Tx } from '../../../platform/database/database.js';
import { once } from '../../../platform/database/idempotency.js';
import { claimSlugs } from '../../../platform/database/slugs.js';
import { Refusal, reject, type UserErrorShape } from '../../../platform/errors.js';
import { checked } from '../../../platform/graphql/checked.js';
import { mutate } from '../../../platform/graphql/mutate.js';
import { fromGlobalId, newId } from '../../../platform/ids.js';
import { readableResources, resourceIdOf } from '../../resources/index.js';
import { canReadCollection, collectionById, collectionIdOf, collectionRow, lockOwn, toCollection } from './collection.queries.js';
import type {
  CollectionActInput,
  CollectionItemInput,
  CollectionPayload,
  CollectionRow,
  CollectResourceInput,
  CopyCollectionInput,
  CreateCollectionInput,
  SaveCollectionInput,
  ShowCollectionInput,
} from './collection.types.js';

async function collectionPayload(
  ctx: Context,
  outcome: { id?: string | undefined; userErrors: UserErrorShape[] },
): Promise<CollectionPayload> {
  if (outcome.id === undefined) return { userErrors: outcome.userErrors };
  const row = await ctx.load(collectionById, outcome.id);
  return { collection: row && toCollection(row), userErrors: [] };
}

function typed(input: { title: string; summary: string; lang: string; items: CollectionItemInput[] }): CollectionContent {
  return checked(collectionContent, {
    title: input.title,
    summary: input.summary,
    lang: input.lang,
    items: input.items.map(({ resourceId, remark }) => ({ resourceId: fromGlobalId(resourceId, 'Resource')?.id ?? '', remark })),
  });
}

/** Puts a collection into the database. @returns its id */
async function insert(tx: Tx, of: { ownerId: string; content: CollectionContent; at: Date }): Promise<string> {
  const id = newId();
  const [slug = id] = await claimSlugs(tx, 'collections', [{ name: of.content.title, otherwise: 'collection' }]);
  await tx.row(
    `INSERT INTO collections (id, slug, owner_id, state, title, summary, lang, created_at, changed_at) VALUES ($1, $2, $3, 'DRAFT', $4, $5, $6, $7, $7)`,
    [id, slug, of.ownerId, of.content.title, of.content.summary, of.content.lang, of.at],
  );
  await setItems(tx, id, of.content.items);
  return id;
}

/** Items in their order; those before them that are not named stay behind them. */
async function setItems(tx: Tx, id: string, items: CollectionContent['items'], kept: readonly string[] = []): Promise<void> {
  await tx.row('DELETE FROM collection_items WHERE collection_id = $1 AND resource_id <> ALL($2)', [id, kept]);
  await tx.row('UPDATE collection_items SET position = position + $2 WHERE collection_id = $1', [id, GATHERING_LIMITS.items]);
  await tx.row(
    `INSERT INTO collection_items (collection_id, resource_id, position, remark)
     SELECT $1, i.id, i.at, i.remark FROM unnest($2::uuid[], $3::text[]) WITH ORDINALITY i (id, remark, at)
     ON CONFLICT (collection_id, resource_id) DO UPDATE SET position = excluded.position, remark = excluded.remark`,
    [id, items.map(({ resourceId }) => resourceId), items.map(({ remark }) => remark)],
  );
}

/** @throws UserErrors INVALID_CHOICE where a resource is not there for the viewer */
async function assertReadable(ctx: Context, tx: Tx, items: CollectionContent['items']): Promise<void> {
  const ids = items.map(({ resourceId }) => resourceId);
  const readable = await readableResources(ctx, ids, tx);
  const wrong = ids.findIndex((id) => !readable.has(id));
  if (wrong >= 0) reject('INVALID_CHOICE', ['items', String(wrong), 'resourceId']);
}

/** Begins a collection of the viewer's own, which nobody else sees. @throws Refusal UNAUTHENTICATED */
export async function createCollection(ctx: Context, input: CreateCollectionInput): Promise<CollectionPayload> {
  const outcome = await mutate(ctx, async (tx) => {
    const me = signedIn(ctx.viewer);
    const content = typed(input);
    await assertReadable(ctx, tx, content.items);
    const now = ctx.clock.now();
    const { clientMutationId, ...body } = input;
    return once(tx, { actorId: me, key: clientMutationId, operation: 'createCollection', input: body, now }, () =>
      insert(tx, { ownerId: me, content, at: now }),
    );
  });
  return collectionPayload(ctx, outcome);
}

/** Makes a collection of the viewer's own from one that they may read, with what they may read of it. @throws Refusal UNAUTHENTICATED, NOT_FOUND */
export async function copyCollection(ctx: Context, input: CopyCollectionInput): Promise<CollectionPayload> {
  const id = collectionIdOf(input.id);
  const outcome = await mutate(ctx, async (tx) => {
    const me = signedIn(ctx.viewer);
    const row = await collectionRow(tx, id);
    if (!row || !canReadCollection(ctx.viewer, row)) throw new Refusal('NOT_FOUND');
    const items = await tx.rows<{ resource_id: string; remark: string }>(
      'SELECT resource_id, remark FROM collection_items WHERE collection_id = $1 ORDER BY position',
      [id],
    );
    const readable = await readableResources(
      ctx,
      items.map((item) => item.resource_id),
      tx,
    );
    const content = {
      title: row.title,
      summary: row.summary,
      lang: row.lang as CollectionContent['lang'],
      items: items.filter((item) => readable.has(item.resource_id)).map((item) => ({ resourceId: item.resource_id, remark: item.remark })),
    };
    const now = ctx.clock.now();
    return once(tx, { actorId: me, key: input.clientMutationId, operation: 'copyCollection', input: { id }, now }, () =>
      insert(tx, { ownerId: me, content, at: now }),
    );
  });
  return collectionPayload(ctx, outcome);
}

interface Change {
  name: string;
  /** Columns to set; null where the collection is gone. */
  change: (tx: Tx, row: CollectionRow) => Promise<Record<string, unknown> | null>;
}

/** Changes a collection of the viewer's own. @throws Refusal UNAUTHENTICATED, NOT_FOUND, FORBIDDEN, CONFLICT */
async function changeCollection(
  ctx: Context,
  input: { id: string; expectedVersion: number | null },
  act: Change,
): Promise<CollectionPayload> {
  const id = collectionIdOf(input.id);
  const outcome = await mutate(ctx, async (tx) => {
    const actorId = signedIn(ctx.viewer);
    const row = await lockOwn(tx, ctx.viewer, id);
    if (input.expectedVersion !== null && row.version !== input.expectedVersion) throw new Refusal('CONFLICT');
    const now = ctx.clock.now();
    const set = await act.change(tx, row);
    if (set) {
      const columns = Object.keys(set).map((column, at) => `${column} = $${at + 3}`);
      await tx.row(`UPDATE collections SET ${[...columns, 'changed_at = $2', 'version = version + 1'].join(', ')} WHERE id = $1`, [
        id,
        now,
        ...Object.values(set),
      ]);
    }
    await audit(tx, { actorId, act: act.name, subjectType: 'Collection', subjectId: id, at: now, requestId: ctx.requestId });
    return { id };
  });
  return collectionPayload(ctx, outcome);
}

/** Keeps a collection as its owner has written it. */
export function saveCollection(ctx: Context, input: SaveCollectionInput): Promise<CollectionPayload> {
  return changeCollection(ctx, input, {
    name: 'saveCollection',
    async change(tx, row) {
      const { items, ...content } = typed(input);
      const before = (
        await tx.rows<{ id: string }>('SELECT resource_id AS id FROM collection_items WHERE collection_id = $1', [row.id])
      ).map(({ id }) => id);
      await assertReadable(
        ctx,
        tx,
        items.filter(({ resourceId }) => !before.includes(resourceId)),
      );
      const readable = await readableResources(ctx, before, tx);
      await setItems(
        tx,
        row.id,
        items,
        before.filter((id) => !readable.has(id)),
      );
      return content;
    },
  });
}

/** Lets everybody read a collection, or its owner alone. */
export function showCollection(ctx: Context, input: ShowCollectionInput): Promise<CollectionPayload> {
  return changeCollection(ctx, input, {
    name: 'showCollection',
    change: async (_tx, row) => {
      const state = transition(GATHERING, row.state, input.isPublic ? 'PUBLISH' : 'WITHDRAW');
      return Promise.resolve(state ? { state } : {});
    },
  });
}

/** Deletes a collection; what is in it stays in the library. */
export async function deleteCollection(ctx: Context, input: CollectionActInput): Promise<CollectionPayload> {
  const done = await changeCollection(ctx, input, {
    name: 'deleteCollection',
    async change(tx, row) {
      await tx.row('DELETE FROM collections WHERE id = $1', [row.id]);
      return null;
    },
  });
  return done.userErrors.length > 0 ? done : { userErrors: [] };
}

/** Puts a resource at the end of a collection, or takes it out. */
export function collectResource(ctx: Context, input: CollectResourceInput): Promise<CollectionPayload> {
  const resourceId = resourceIdOf(input.resourceId);
  return changeCollection(
    ctx,
    { id: input.collectionId, expectedVersion: null },
    {
      name: 'collectResource',
      async change(tx, row) {
        if (!input.collected) {
          await tx.row('DELETE FROM collection_items WHERE collection_id = $1 AND resource_id = $2', [row.id, resourceId]);
          return {};
        }
        if (!(await readableResources(ctx, [resourceId], tx)).has(resourceId)) throw new Refusal('NOT_FOUND');
        const all = await tx.row<{ n: number; last: number }>(
          'SELECT count(*)::int AS n, coalesce(max(position), 0)::int AS last FROM collection_items WHERE collection_id = $1',
          [row.id],
        );
        if (all && all.n >= GATHERING_LIMITS.items) reject('TOO_MANY', 'items');
        await tx.row('INSERT INTO collection_items (collection_id, resource_id, position) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING', [
          row.id,
          resourceId,
          (all?.last ?? 0) + 1,
        ]);
        return {};
      },
    },
  );
}
