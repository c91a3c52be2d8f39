import { authorize, signedIn } from '../../../platform/authorize.js';
import type { Context } from '../../../platform/context.js';
import { Refusal } from '../../../platform/errors.js';
import { mutate, type Outcome } from '../../../platform/graphql/mutate.js';
import type { ClaimReviewInput, ClaimType } from '../claim.types.js';
import { claimOf, dropClaim, takeClaim } from '../claims.js';
import { reviewChanged } from '../live/review-feed.js';
import { subjectKey } from '../moderation.queries.js';
import { subjectOf } from '../subjects.js';

/**
 * Keeps an item of the review queue for the viewer for five minutes, or gives it up. It is no act worth an audit row: nothing follows but
 * that others wait.
 * @throws Refusal NOT_FOUND, FORBIDDEN
 */
export async function claimReview(ctx: Context, input: ClaimReviewInput): Promise<Outcome<{ claim: ClaimType | null }>> {
  const me = signedIn(ctx.viewer);
  const found = subjectOf(input.subjectId);
  if (!found) throw new Refusal('NOT_FOUND');
  const { adapter, id } = found;
  const outcome = await mutate(ctx, async (tx) => {
    const subject = await adapter.lock(tx, id);
    if (!subject) throw new Refusal('NOT_FOUND');
    authorize(ctx.viewer, 'moderation.decide', subject.target, subject.readAct);
    if (input.release) await dropClaim(tx, adapter.type, id, me);
    else await takeClaim(tx, { type: adapter.type, id, countyId: subject.countyId }, me);
    await reviewChanged(tx, subject, 'queue');
    return {};
  });
  if (outcome.userErrors.length > 0) return { userErrors: outcome.userErrors };
  return { userErrors: [], claim: await ctx.load(claimOf, subjectKey(adapter.type, id)) };
}
