import type { DecisionKind } from '@stoa/domain';
import { reachOf, withinReach } from '../../platform/authorize.js';
import type { Context } from '../../platform/context.js';
import { cursors, pageSize, toPage } from '../../platform/graphql/cursor.js';
import type { Page } from '../../platform/graphql/types.js';
import { toGlobalId } from '../../platform/ids.js';
import type { PublicDecisionType, PublicLogType } from './public-log.types.js';

/** The public log of a network by its slug; null where the viewer does not read its discussions. */
export async function publicLog(ctx: Context, slug: string): Promise<PublicLogType | null> {
  const reach = reachOf(ctx.viewer, 'moderation.readPublicLog');
  return ctx.db.row<PublicLogType>(
    `SELECT n.id AS "networkId", n.name AS "networkName", n.lang AS "networkLang" FROM networks n JOIN territories c ON c.id = n.county_id
     WHERE n.slug = $1 AND ${withinReach({ all: '$2', scopeIds: '$3', networkIds: '$4' }, 'n.id', 'c.path')}`,
    [slug, reach.all, reach.scopeIds, reach.networkIds],
  );
}

interface Row {
  id: string;
  kind: DecisionKind;
  reason: string | null;
  decided_at: string;
  subject_type: string;
  reversed: boolean;
}

/** A decision `d` taken back by `r` before anybody was told of it: neither of them was ever public. An answer to an appeal always is. */
const undone = (d: string, r: string): string =>
  `(${r}.decided_at - ${d}.decided_at < interval '10 seconds' AND NOT EXISTS (SELECT 1 FROM appeals a WHERE a.decision_id = ${d}.id))`;

/** A network's decisions, newest first; the log was read with the viewer's right. */
export async function publicDecisions(
  ctx: Context,
  { networkId }: PublicLogType,
  args: { first: number; after?: string | null | undefined },
): Promise<Page<PublicDecisionType>> {
  const first = pageSize(args.first);
  const sealer = cursors(ctx.config.secrets[0] ?? '');
  const [at, id] = args.after ? sealer.open(args.after) : [null, null];
  const rows = await ctx.db.rows<Row>(
    `SELECT d.id, d.kind, CASE WHEN d.reason_public THEN d.reason END AS reason, d.decided_at, d.subject_type, r.id IS NOT NULL AS reversed FROM moderation_decisions d
     LEFT JOIN moderation_decisions r ON r.subject_type = d.subject_type AND r.subject_id = d.subject_id AND r.reverses = d.id AND r.kind = 'REVERSE'
     LEFT JOIN moderation_decisions o ON d.kind = 'REVERSE' AND o.id = d.reverses
     WHERE d.scope_id = $1 AND (r.id IS NULL OR NOT ${undone('d', 'r')}) AND (o.id IS NULL OR NOT ${undone('o', 'd')})
       AND ($2::timestamptz IS NULL OR (d.decided_at, d.id) < ($2::timestamptz, $3::uuid))
     ORDER BY d.decided_at DESC, d.id DESC LIMIT $4`,
    [networkId, at, id, first + 1],
  );
  return toPage(
    sealer,
    rows,
    first,
    (row) => [row.decided_at, row.id],
    (row) => ({
      id: toGlobalId('PublicDecision', row.id),
      kind: row.kind,
      reason: row.reason,
      decidedAt: row.decided_at,
      subjectType: row.subject_type,
      reversed: row.reversed,
    }),
    args.after != null,
  );
}
