import { authorize, signedIn } from '../../platform/authorize.js';
import type { Context } from '../../platform/context.js';
import { cursors, pageSize, toPage } from '../../platform/graphql/cursor.js';
import type { Page } from '../../platform/graphql/types.js';
import { toGlobalId } from '../../platform/ids.js';
import type { SessionType } from './session.types.js';

interface SessionRow {
  id: string;
  created_at: string;
  last_seen_at: string;
  expires_at: string;
  user_agent: string;
}

/** The viewer's sessions that still hold, the newest first. @throws Refusal UNAUTHENTICATED, BAD_REQUEST */
export async function sessions(ctx: Context, first: number, after: string | null): Promise<Page<SessionType>> {
  const personId = signedIn(ctx.viewer);
  authorize(ctx.viewer, 'profile.own', { ownerId: personId });
  const size = pageSize(first);
  const sealer = cursors(ctx.config.secrets[0] ?? '');
  const [afterId] = after ? sealer.open(after) : [];
  const rows = await ctx.db.rows<SessionRow>(
    `SELECT id, created_at, last_seen_at, expires_at, user_agent FROM sessions
     WHERE person_id = $1 AND revoked_at IS NULL AND expires_at > clock_timestamp() AND ($2::uuid IS NULL OR id < $2) ORDER BY id DESC LIMIT $3`,
    [personId, afterId ?? null, size + 1],
  );
  const toSession = (row: SessionRow): SessionType => ({
    id: toGlobalId('Session', row.id),
    signedInAt: row.created_at,
    lastSeenAt: row.last_seen_at,
    expiresAt: row.expires_at,
    userAgent: row.user_agent,
    current: row.id === ctx.me?.sessionId,
  });
  return toPage(sealer, rows, size, (row) => [row.id], toSession, after !== null);
}
