import type { Role } from '@stoa/domain';
import { authorize, signedIn } from '../../platform/authorize.js';
import type { Context } from '../../platform/context.js';
import { seeing } from '../../platform/database/sight.js';
import { cursors, pageSize, toPage } from '../../platform/graphql/cursor.js';
import type { Page } from '../../platform/graphql/types.js';
import { toGlobalId } from '../../platform/ids.js';
import { toPerson } from '../accounts/index.js';
import type { DataAccessType } from './accesses.types.js';

interface AccessRow {
  id: string;
  at: string;
  act: string;
  actor_id: string | null;
  handle: string | null;
  display_name: string | null;
  erased: boolean;
  roles: Role[];
}

/** The posts of person `l.actor_id` on the day of entry `l`; `$2` is the time zone of the installation. */
const ROLES_THEN = `ARRAY(SELECT DISTINCT a.role FROM appointments a WHERE a.person_id = l.actor_id
  AND a.starts_on <= (l.at AT TIME ZONE $2::text)::date AND (a.ends_on IS NULL OR a.ends_on >= (l.at AT TIME ZONE $2::text)::date)
  AND (a.revoked_at IS NULL OR a.revoked_at > l.at) ORDER BY a.role)`;

/** Who else saw or changed what is kept about the viewer, the latest first. @throws Refusal UNAUTHENTICATED, BAD_REQUEST */
export async function dataAccesses(ctx: Context, query: { first: number; after?: string | null }): Promise<Page<DataAccessType>> {
  const me = signedIn(ctx.viewer);
  authorize(ctx.viewer, 'profile.own', { ownerId: me });
  const size = pageSize(query.first);
  const sealer = cursors(ctx.config.secrets[0] ?? '');
  const [at, id] = query.after ? sealer.open(query.after) : [];
  const rows = await seeing(ctx.db, 'audit', (tx) =>
    tx.rows<AccessRow>(
      `SELECT l.id, l.at, l.act, l.actor_id, p.handle, p.display_name, l.actor_id IS NOT NULL AND coalesce(p.status = 'ERASED', true) AS erased,
         ${ROLES_THEN} AS roles
       FROM audit_log l LEFT JOIN people p ON p.id = l.actor_id
       WHERE l.subject_type = 'Person' AND l.subject_id = ANY(ARRAY(SELECT id FROM people WHERE id = $1 OR merged_into = $1))
         AND l.actor_id IS DISTINCT FROM $1
         AND ($3::timestamptz IS NULL OR (l.at, l.id) < ($3, $4::uuid))
       ORDER BY l.at DESC, l.id DESC LIMIT $5`,
      [me, ctx.config.timeZone, at ?? null, id ?? null, size + 1],
    ),
  );
  return toPage(sealer, rows, size, (row) => [row.at, row.id], toAccess, query.after != null);
}

function toAccess({ id, at, act, actor_id: by, handle, display_name: name, erased, roles }: AccessRow): DataAccessType {
  return {
    id: toGlobalId('DataAccess', id),
    at,
    act,
    by: by !== null && !erased ? toPerson({ id: by, handle: handle ?? '', display_name: name ?? '' }) : null,
    byErased: erased,
    roles,
  };
}
