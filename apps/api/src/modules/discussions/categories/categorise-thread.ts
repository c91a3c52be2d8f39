import type { Context } from '../../../platform/context.js';
import { Refusal, reject } from '../../../platform/errors.js';
import type { Outcome } from '../../../platform/graphql/mutate.js';
import { arrange } from '../arranging/arrange.js';
import { categoryIdOf, categoryRow } from './categories.queries.js';
import type { ArrangeThreadPayload } from '../arranging/arranging.types.js';
import type { CategoriseThreadInput } from './category.types.js';

/**
 * Puts a thread into another category of its network, or into none. A closed one takes what moderators put there.
 * @throws Refusal NOT_FOUND, FORBIDDEN, CONFLICT
 */
export function categoriseThread(ctx: Context, input: CategoriseThreadInput): Promise<Outcome<Omit<ArrangeThreadPayload, 'userErrors'>>> {
  const categoryId = input.categoryId == null ? null : categoryIdOf(input.categoryId);
  return arrange(ctx, input, {
    kind: 'MOVE',
    async prepare(tx, thread) {
      const found = categoryId === null ? null : await categoryRow(tx, thread.network_id, categoryId);
      if (input.categoryId != null && !found) throw new Refusal('NOT_FOUND');
      if (thread.category_id === categoryId) reject('NO_CHANGE', 'categoryId');
      return { targetId: categoryId, originId: thread.category_id, threadId: thread.id };
    },
    async carryOut(tx, thread) {
      await tx.row('UPDATE threads SET category_id = $2 WHERE id = $1', [thread.id, categoryId]);
    },
  });
}
