import { handlesIn, MENTIONS_TOLD } from '@stoa/domain';
import { dateIn } from '../../../platform/clock.js';
import type { Context } from '../../../platform/context.js';
import type { Sql } from '../../../platform/database/database.js';

/** Whom a text mentions: only members of its network and whoever coordinates it. */
interface Mentioned {
  handles: ReadonlySet<string>;
  /** In the order of the text. */
  personIds: readonly string[];
}

const NOBODY: Mentioned = { handles: new Set(), personIds: [] };

/** Members and coordinators of a network by their names in addresses, in the order of the names. */
const MEMBERS = `
  SELECT p.id, p.handle FROM unnest($1::text[]) WITH ORDINALITY AS h(handle, place) JOIN people p ON p.handle = h.handle
  WHERE p.status <> 'ERASED' AND (
    EXISTS (SELECT 1 FROM memberships m WHERE m.network_id = $2 AND m.person_id = p.id AND m.state = 'ACTIVE')
    OR EXISTS (SELECT 1 FROM appointments a WHERE a.scope_id = $2 AND a.role = 'NC' AND a.person_id = p.id AND a.revoked_at IS NULL
      AND a.starts_on <= $3::date AND (a.ends_on IS NULL OR a.ends_on >= $3::date)))
  ORDER BY h.place`;

/** Reads whom a text mentions; a text without `@` asks nothing of the database. */
export async function mentionedIn(ctx: Context, sql: Sql, networkId: string, body: string): Promise<Mentioned> {
  const handles = handlesIn(body);
  if (handles.length === 0) return NOBODY;
  const today = dateIn(ctx.clock.now(), ctx.config.timeZone);
  const rows = await sql.rows<{ id: string; handle: string }>(MEMBERS, [handles, networkId, today]);
  return { handles: new Set(rows.map(({ handle }) => handle)), personIds: rows.map(({ id }) => id) };
}

/** Keeps the mentions that are new and has each of these people told; over all its texts a post tells so many and no more. */
const KEEP = `
  WITH kept AS (
    INSERT INTO post_mentions (post_id, person_id, county_id, mentioned_at)
    SELECT $1, u.id, $3, $4 FROM unnest($2::uuid[]) WITH ORDINALITY AS u(id, place)
    WHERE NOT EXISTS (SELECT 1 FROM post_mentions k WHERE k.post_id = $1 AND k.person_id = u.id)
    ORDER BY u.place LIMIT greatest(0, ${String(MENTIONS_TOLD)} - (SELECT count(*) FROM post_mentions k WHERE k.post_id = $1))
    ON CONFLICT DO NOTHING RETURNING person_id
  )
  SELECT graphile_worker.add_job('MemberMentioned', json_build_object('postId', $1::uuid, 'personId', person_id), max_attempts => 12) IS NULL AS told FROM kept`;

/** Keeps whom a post mentions, but for its author, in the transaction that writes it. */
export async function keepMentions(
  tx: Sql,
  post: { id: string; authorId: string; countyId: string; at: Date },
  { personIds }: Mentioned,
): Promise<void> {
  const others = personIds.filter((id) => id !== post.authorId);
  if (others.length > 0) await tx.rows(KEEP, [post.id, others, post.countyId, post.at]);
}
