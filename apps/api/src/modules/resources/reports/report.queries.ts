import type { ReportReason } from '@stoa/domain';
import type { Context } from '../../../platform/context.js';
import { cursors, pageSize, toPage } from '../../../platform/graphql/cursor.js';
import type { Page } from '../../../platform/graphql/types.js';
import { toGlobalId } from '../../../platform/ids.js';
import { toPerson } from '../../accounts/index.js';
import { resourceReach } from '../resource.policy.js';
import { toResource } from '../resource.queries.js';
import { RESOURCE_COLUMNS, RESOURCE_FROM, type ResourceRow } from '../resource.statement.js';
import type { ResourceReportType } from './report.types.js';

interface ReportRow extends ResourceRow {
  report_id: string;
  report_version: number;
  reason: ReportReason;
  text: string;
  account: string | null;
  reported_at: string;
  reported_by: string | null;
  reporter_handle: string | null;
  reporter_name: string | null;
}

/** Open reports in the viewer's scopes, the oldest first; none on what comes from the viewer, or that the viewer made. */
export async function resourceReports(ctx: Context, page: { first: number; after: string | null }): Promise<Page<ResourceReportType>> {
  const first = pageSize(page.first);
  const sealer = cursors(ctx.config.secrets[0] ?? '');
  const after = page.after ? sealer.open(page.after) : [null, null];
  const { review } = resourceReach(ctx.viewer);
  const rows = await ctx.db.rows<ReportRow>(
    `SELECT ${RESOURCE_COLUMNS}, q.id AS report_id, q.version AS report_version, q.reason, q.text, u.account, q.reported_at, q.reported_by,
       w.handle AS reporter_handle, w.display_name AS reporter_name
     FROM resource_reports q JOIN (${RESOURCE_FROM}) ON r.id = q.resource_id
     LEFT JOIN resource_uses u ON u.id = q.use_id LEFT JOIN people w ON w.id = q.reported_by
     WHERE q.decided_at IS NULL AND ($1::boolean OR $2::uuid[] && (ARRAY[r.network_id, r.structure_id, r.centre_id, rs.centre_id, r.school_id] || t.path))
       AND $3::uuid IS DISTINCT FROM q.reported_by AND $3 IS DISTINCT FROM coalesce(u.person_id, r.proposed_by)
       AND ($4::timestamptz IS NULL OR (q.reported_at, q.id) > ($4::timestamptz, $5::uuid))
     ORDER BY q.reported_at, q.id LIMIT $6`,
    [review.all, review.scopeIds, ctx.viewer.personId, after[0], after[1], first + 1],
  );
  return toPage(sealer, rows, first, (row) => [row.reported_at, row.report_id], toReport, page.after != null);
}

function toReport(row: ReportRow): ResourceReportType {
  return {
    id: toGlobalId('ResourceReport', row.report_id),
    resource: toResource(row),
    account: row.account,
    reason: row.reason,
    text: row.text,
    reporter:
      row.reported_by === null
        ? null
        : toPerson({ id: row.reported_by, handle: row.reporter_handle ?? '', display_name: row.reporter_name ?? '' }),
    reportedAt: row.reported_at,
    version: row.report_version,
  };
}
