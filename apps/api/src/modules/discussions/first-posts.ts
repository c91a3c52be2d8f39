import type { Context } from '../../platform/context.js';
import type { Tx } from '../../platform/database/database.js';
import { Refusal } from '../../platform/errors.js';
import { consumed, limiterClient, limiterOn } from '../../platform/rate-limit.js';

/** Whoever joined a network less than this ago is new in it. */
const NEW_MS = 30 * 86_400_000;
const POSTS = 10;
const SECONDS = 600;

/**
 * Lets a new member write ten posts in ten minutes, by person and by address.
 * @param joinedAt when the viewer joined the network; null for those who write by appointment
 * @throws Refusal RATE_LIMITED
 */
export async function limitFirstPosts(ctx: Context, tx: Tx, joinedAt: string | null): Promise<void> {
  if (joinedAt === null || ctx.clock.now().getTime() - Date.parse(joinedAt) >= NEW_MS) return;
  const client = limiterClient(tx);
  const byPerson = await consumed(limiterOn(client, 'first-posts', POSTS, SECONDS), String(ctx.viewer.personId));
  // A whole school may share an address.
  const byAddress = await consumed(limiterOn(client, 'first-posts-address', POSTS * 10, SECONDS), ctx.ip);
  if (!byPerson || !byAddress) throw new Refusal('RATE_LIMITED', { limit: 'firstPosts' });
}
