import type { Context } from '../../platform/context.js';
import type { Tx } from '../../platform/database/database.js';
import { Refusal } from '../../platform/errors.js';
import { consumed, limiterClient, limiterOn } from '../../platform/rate-limit.js';

const DAY_MS = 86_400_000;
const SECONDS = 600;

/**
 * Lets a new member write so many posts in ten minutes, by person and by address; how many, and who is new, the operator says.
 * @param joinedAt when the viewer joined the network; null for those who write by appointment
 * @throws Refusal RATE_LIMITED
 */
export async function limitFirstPosts(ctx: Context, tx: Tx, joinedAt: string | null): Promise<void> {
  const { newMemberDays, newMemberPosts } = ctx.config.spam;
  const isNew = joinedAt !== null && ctx.clock.now().getTime() - Date.parse(joinedAt) < newMemberDays * DAY_MS;
  if (!isNew || newMemberPosts === 0) return;
  const client = limiterClient(tx);
  const byPerson = await consumed(limiterOn(client, 'first-posts', newMemberPosts, SECONDS), String(ctx.viewer.personId));
  // A whole school may share an address.
  const byAddress = await consumed(limiterOn(client, 'first-posts-address', newMemberPosts * 10, SECONDS), ctx.ip);
  if (!byPerson || !byAddress) throw new Refusal('RATE_LIMITED', { limit: 'firstPosts' });
}
