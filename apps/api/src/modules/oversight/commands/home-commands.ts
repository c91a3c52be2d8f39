import { HOME_KINDS, snoozedUntil, weekday } from '@stoa/domain';
import { signedIn } from '../../../platform/authorize.js';
import { dateIn } from '../../../platform/clock.js';
import type { Context } from '../../../platform/context.js';
import { Refusal } from '../../../platform/errors.js';
import { mutate } from '../../../platform/graphql/mutate.js';
import { home, VISIT_MINUTES } from '../home/home.queries.js';
import type { HomePayload, SnoozeHomeItemInput } from '../home/home.types.js';

const KEY = new RegExp(`^(?:${HOME_KINDS.join('|')}):[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$`);

/** Puts an item off for the signed-in person alone, or brings it back. Repeating changes nothing. @throws Refusal UNAUTHENTICATED, BAD_REQUEST for a key that names no item */
export async function snoozeHomeItem(ctx: Context, input: SnoozeHomeItemInput): Promise<HomePayload> {
  const personId = signedIn(ctx.viewer);
  if (!KEY.test(input.key)) throw new Refusal('BAD_REQUEST');
  const today = dateIn(ctx.clock.now(), ctx.config.timeZone);
  const done = await mutate(ctx, async (tx) => {
    // What came back by itself is cleared away on the way.
    await tx.row('DELETE FROM home_snoozes WHERE person_id = $1 AND (item = $2 OR until_on <= $3)', [personId, input.key, today]);
    if (input.until) {
      await tx.row(
        'INSERT INTO home_snoozes (person_id, item, until_on) VALUES ($1, $2, $3) ON CONFLICT (person_id, item) DO UPDATE SET until_on = EXCLUDED.until_on',
        [personId, input.key, snoozedUntil(input.until, today, weekday(today))],
      );
    }
    return {};
  });
  return { ...done, home: await home(ctx) };
}

/** Notes that the signed-in person is at home. Within half an hour of the last time it is the same visit. @throws Refusal UNAUTHENTICATED */
export async function visitHome(ctx: Context): Promise<HomePayload> {
  const personId = signedIn(ctx.viewer);
  const done = await mutate(ctx, async (tx) => {
    await tx.row(
      `INSERT INTO home_visits AS v (person_id, seen_at) VALUES ($1, $2)
       ON CONFLICT (person_id) DO UPDATE SET seen_at = $2, before_at = CASE WHEN v.seen_at < $2::timestamptz - interval '${String(VISIT_MINUTES)} minutes' THEN v.seen_at ELSE v.before_at END`,
      [personId, ctx.clock.now()],
    );
    return {};
  });
  return { ...done, home: await home(ctx) };
}
