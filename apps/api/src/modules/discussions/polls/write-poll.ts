import { addDays, localTime, type PollValues } from '@stoa/domain';
import { startOfDay } from '../../../platform/clock.js';
import type { Context } from '../../../platform/context.js';
import type { Sql } from '../../../platform/database/database.js';
import { reject } from '../../../platform/errors.js';

const WRITE = `
  WITH poll AS (
    INSERT INTO polls (post_id, county_id, question, options, multiple, results, closes_at, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
    ON CONFLICT (post_id) DO UPDATE SET question = EXCLUDED.question, options = EXCLUDED.options, multiple = EXCLUDED.multiple,
      results = EXCLUDED.results, closes_at = EXCLUDED.closes_at, version = polls.version + 1
  )
  UPDATE posts SET has_poll = true WHERE id = $1 AND NOT has_poll`;

/** Gives a post its poll, new or changed; the post is locked or new. @throws UserErrors DATE_PAST */
export async function writePoll(
  ctx: Pick<Context, 'clock' | 'config'>,
  tx: Sql,
  post: { id: string; countyId: string },
  { question, options, multiple, results, closesOn }: PollValues,
): Promise<void> {
  const now = ctx.clock.now();
  const { timeZone } = ctx.config;
  if (closesOn != null && closesOn < localTime(now, timeZone).date) reject('DATE_PAST', ['poll', 'closesOn']);
  const closesAt = closesOn == null ? null : startOfDay(addDays(closesOn, 1), timeZone);
  await tx.row(WRITE, [post.id, post.countyId, question, JSON.stringify(options), multiple, results, closesAt, now]);
}
