import { CATEGORIES_MAX, CATEGORY_STARTERS, rules, THREAD_KINDS } from '@stoa/domain';
import { z } from 'zod';
import { authorize, signedIn } from '../../../platform/authorize.js';
import type { Context } from '../../../platform/context.js';
import { audit } from '../../../platform/database/audit.js';
import type { Tx } from '../../../platform/database/database.js';
import { once } from '../../../platform/database/idempotency.js';
import { Refusal, reject } from '../../../platform/errors.js';
import { checked } from '../../../platform/graphql/checked.js';
import { mutate, type Outcome } from '../../../platform/graphql/mutate.js';
import { fromGlobalId, newId } from '../../../platform/ids.js';
import { lockNetwork, networkTarget, type NetworkRow } from '../../networks/index.js';
import { categoryIdOf, categoryRow, categoryRows, toCategory } from './categories.queries.js';
import type { OrderThreadCategoriesInput, SaveThreadCategoryInput, ThreadCategoryType } from './category.types.js';

const fields = z.object({
  name: rules.name,
  description: rules.note,
  startBy: z.enum(CATEGORY_STARTERS),
  defaultKind: z.enum(THREAD_KINDS).nullish(),
  closed: z.boolean(),
});

/** The locked network, where the viewer keeps the categories. */
async function lockForCategories(ctx: Context, tx: Tx, globalId: string): Promise<NetworkRow> {
  signedIn(ctx.viewer);
  const id = fromGlobalId(globalId, 'Network')?.id;
  if (!id) throw new Refusal('NOT_FOUND');
  const network = await lockNetwork(ctx, tx, id);
  authorize(ctx.viewer, 'moderation.configure', networkTarget(network), 'discussion.read');
  return network;
}

/**
 * Adds a category to a network, behind the others, or changes one. Rejects TOO_MANY_CATEGORIES at thirty.
 * @throws Refusal NOT_FOUND, FORBIDDEN, CONFLICT, IDEMPOTENCY_MISMATCH
 */
export function saveThreadCategory(
  ctx: Context,
  input: SaveThreadCategoryInput,
): Promise<Outcome<{ category: ThreadCategoryType | null }>> {
  const id = input.id == null ? null : categoryIdOf(input.id);
  return mutate(ctx, async (tx) => {
    const network = await lockForCategories(ctx, tx, input.networkId);
    if (input.id != null && id === null) throw new Refusal('NOT_FOUND');
    const values = checked(fields, input);
    const key = {
      actorId: signedIn(ctx.viewer),
      key: input.clientMutationId,
      operation: 'saveThreadCategory',
      input,
      now: ctx.clock.now(),
    };
    const saved = await once(tx, key, async () => {
      const own = id ?? newId();
      if (id === null) await rejectTooMany(tx, network.id);
      const before = id === null ? null : await categoryRow(tx, network.id, id);
      if (id !== null && !before) throw new Refusal('NOT_FOUND');
      // Whoever knows a version means a category that was there.
      if ((before?.version ?? null) !== (input.expectedVersion ?? null)) throw new Refusal('CONFLICT');
      await tx.row(
        `INSERT INTO thread_categories AS t (id, county_id, network_id, name, description, start_by, default_kind, closed, position)
         SELECT $1, $2, $3, $4, $5, $6, $7, $8, coalesce(max(position), 0) + 1 FROM thread_categories WHERE network_id = $3
         ON CONFLICT (id) DO UPDATE SET name = $4, description = $5, start_by = $6, default_kind = $7, closed = $8, version = t.version + 1`,
        [own, network.county_id, network.id, values.name, values.description, values.startBy, values.defaultKind ?? null, values.closed],
      );
      await note(ctx, tx, 'saveThreadCategory', network, { categoryId: own });
      return own;
    });
    const row = await categoryRow(tx, network.id, saved.id);
    return { category: row && toCategory(ctx, row, networkTarget(network)) };
  });
}

/** Puts the categories of a network in another order. Rejects CATEGORIES_CHANGED where others are there by now. @throws Refusal NOT_FOUND, FORBIDDEN */
export function orderThreadCategories(
  ctx: Context,
  input: OrderThreadCategoriesInput,
): Promise<Outcome<{ categories: ThreadCategoryType[] | null }>> {
  return mutate(ctx, async (tx) => {
    const network = await lockForCategories(ctx, tx, input.networkId);
    const ids = input.ids.map((each) => categoryIdOf(each) ?? '');
    const before = await categoryRows(tx, network.id);
    if (new Set(ids).size !== before.length || before.some(({ id }) => !ids.includes(id))) reject('CATEGORIES_CHANGED', 'ids');
    await tx.row('UPDATE thread_categories SET position = array_position($2::uuid[], id) WHERE network_id = $1', [network.id, ids]);
    await note(ctx, tx, 'orderThreadCategories', network, {});
    const rows = await categoryRows(tx, network.id);
    return { categories: rows.map((row) => toCategory(ctx, row, networkTarget(network))) };
  });
}

async function rejectTooMany(tx: Tx, networkId: string): Promise<void> {
  if ((await categoryRows(tx, networkId)).length >= CATEGORIES_MAX) reject('TOO_MANY_CATEGORIES');
}

async function note(ctx: Context, tx: Tx, act: string, network: NetworkRow, detail: Record<string, string>): Promise<void> {
  await audit(tx, {
    actorId: signedIn(ctx.viewer),
    act,
    subjectType: 'Network',
    subjectId: network.id,
    countyId: network.county_id,
    at: ctx.clock.now(),
    requestId: ctx.requestId,
    detail,
  });
}
