import { countedSource } from '../../platform/reporting.js';
import { moderationReportWords } from './moderation.report.words.js';

/** Moderation in the annual report: what was reported and what was decided. Rows name no person. */
export const moderationReport = countedSource('moderation', moderationReportWords, [
  {
    key: 'FLAGS',
    unit: 'FLAGS',
    records: `
      SELECT f.id, f.flagged_at AS at, f.reason AS label, CASE WHEN f.resolved_by IS NULL THEN '' ELSE d.kind END AS detail, NULL::text AS path
      FROM flags f LEFT JOIN moderation_decisions d ON d.id = f.resolved_by
      WHERE f.scope_id = period.owner AND f.flagged_at >= period.since AND f.flagged_at < period.until`,
  },
  {
    key: 'DECISIONS',
    unit: 'DECISIONS',
    records: `
      SELECT d.id, d.decided_at AS at, d.kind AS label, d.reason AS detail, NULL::text AS path FROM moderation_decisions d
      WHERE d.scope_id = period.owner AND d.decided_at >= period.since AND d.decided_at < period.until`,
  },
  {
    key: 'HIDDEN',
    unit: 'DECISIONS',
    records: `
      SELECT d.id, d.decided_at AS at, d.kind AS label, d.reason AS detail, NULL::text AS path FROM moderation_decisions d
      WHERE d.scope_id = period.owner AND d.kind IN ('HIDE', 'REMOVE') AND d.decided_at >= period.since AND d.decided_at < period.until
        AND NOT EXISTS (SELECT 1 FROM moderation_decisions r WHERE r.reverses = d.id)`,
  },
]);
