import { code } from '@stoa/domain';
import { z } from 'zod';
import { signedIn } from '../../../platform/authorize.js';
import type { Context } from '../../../platform/context.js';
import { Refusal } from '../../../platform/errors.js';
import { checked } from '../../../platform/graphql/checked.js';
import { mutate, type Outcome } from '../../../platform/graphql/mutate.js';
import { fromGlobalId } from '../../../platform/ids.js';
import { announce } from '../../../platform/live/channel.js';
import { unreadGroups } from '../inbox.queries.js';
import { NOTICES_TOPIC } from '../live/notices-feed.js';
import type { ReadNoticesInput } from '../notices.types.js';

const MOST = 100;
const rule = z.object({ until: z.iso.datetime(code('INVALID')) });

/** Marks notices of the viewer as read: of some groups, or all, up to an instant. */
export function readNotices(ctx: Context, input: ReadNoticesInput): Promise<Outcome<{ unread: number }>> {
  return mutate(ctx, async (tx) => {
    const me = signedIn(ctx.viewer);
    const { until } = checked(rule, { until: input.until });
    if ((input.ids?.length ?? 0) > MOST) throw new Refusal('BAD_REQUEST', { limit: 'ids' });
    const ids = input.ids?.flatMap((id) => fromGlobalId(id)?.id ?? []) ?? null;
    await tx.row(
      `UPDATE notices n SET read_at = $2 WHERE n.person_id = $1 AND n.read_at IS NULL AND n.at <= $3::timestamptz AND ($4::uuid[] IS NULL
         OR n.id = ANY($4) OR coalesce((SELECT p.thread_id FROM posts p WHERE n.subject_type = 'Post' AND p.id = n.subject_id), n.thread_id) = ANY($4))`,
      [me, ctx.clock.now(), until, ids],
    );
    await announce(tx, NOTICES_TOPIC, me);
    return { unread: await unreadGroups(ctx, tx) };
  });
}
