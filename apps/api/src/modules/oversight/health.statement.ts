import {
  DECISION_TARGET_DAYS,
  DEFAULT_THRESHOLDS,
  type Language,
  type NetworkYearState,
  type ReportState,
  RESPONSE_TARGET_HOURS,
  thresholdsFormOf,
  type ThresholdsForm,
} from '@stoa/domain';
import type { Window } from './window.js';

/** A county with its sums and limits, and one of its networks; without networks all of `id` and what follows is null. */
export interface HealthRow {
  county_id: string;
  county_slug: string;
  county_names: Partial<Record<Language, string>>;
  county_lang: Language;
  county_path: string[];
  thresholds: ThresholdsForm;
  thresholds_version: number;
  schools: number;
  schools_reached: number;
  approvals: number;
  approvals_late: number;
  id: string | null;
  slug: string;
  name: string;
  lang: string;
  created_on: string;
  year: string | null;
  year_state: NetworkYearState | null;
  coordinator_id: string | null;
  coordinator_handle: string | null;
  coordinator_name: string | null;
  coordinator_since: string | null;
  vacant_since: string | null;
  members: number;
  active_members: number;
  first_reply_hours: number | null;
  has_report_year: boolean;
  report_id: string | null;
  report_state: ReportState | null;
  report_submitted_at: string | null;
  pending_flags: number;
  late_flags: number;
  weeks: number[] | null;
  months: number[] | null;
}

/** Which counties and networks a health statement reads. */
export interface HealthOf {
  /** Condition on `t`, a county. */
  county: string;
  /** Condition on `n`, a network, and `y`, its last year up to the one looked at. */
  network: string;
}

const DEFAULTS = thresholdsFormOf(DEFAULT_THRESHOLDS);
const LIMITS: readonly [column: string, key: keyof ThresholdsForm][] = [
  ['active_within_days', 'activeWithinDays'],
  ['participation_on_track', 'participationOnTrack'],
  ['participation_watch', 'participationWatch'],
  ['first_reply_on_track', 'firstReplyOnTrack'],
  ['first_reply_watch', 'firstReplyWatch'],
  ['report_late_days', 'reportLateDays'],
  ['new_network_days', 'newNetworkDays'],
];
const limit = (column: string, key: keyof ThresholdsForm): string => `coalesce(h.${column}, ${String(DEFAULTS[key])})`;
const THRESHOLDS = `json_build_object(${LIMITS.map(([column, key]) => `'${key}', ${limit(column, key)}`).join(', ')})`;
const counts = (bucket: string, length: number): string =>
  `ARRAY[${Array.from({ length }, (_, index) => `count(*) FILTER (WHERE ${bucket} = ${String(index + 1)})`).join(', ')}]::int[]`;

/**
 * What the health of networks is judged by, with their counties: one statement whatever their number. Posts count where they and their
 * thread are visible; a member is active who wrote one of them within the county's limit of days.
 * @param $ puts a value among the statement's values and gives its placeholder
 */
export function healthStatement($: (value: unknown) => string, window: Window, timeZone: string, of: HealthOf): string {
  const [day, until, zone, year, reportYear] = [$(window.day), $(window.until), $(timeZone), $(window.year), $(window.reportYear)];
  const starts = (days: string): string => `ARRAY(SELECT d::timestamp AT TIME ZONE ${zone} FROM unnest(${days}::date[]) AS d ORDER BY d)`;
  return `
WITH clock AS MATERIALIZED (SELECT ${starts($(window.weeks))} AS weeks, ${starts($(window.months))} AS months),
county AS MATERIALIZED (
  SELECT t.id, t.slug, t.names, t.lang, t.path, ${THRESHOLDS} AS thresholds, coalesce(h.version, 0) AS version,
    ${until}::timestamptz - make_interval(days => ${limit('active_within_days', 'activeWithinDays')}) AS active_since
  FROM territories t LEFT JOIN health_thresholds h ON h.county_id = t.id
  WHERE t.kind = 'COUNTY' AND ${of.county}
),
net AS MATERIALIZED (
  SELECT n.id, n.county_id, n.slug, n.name, n.lang, (n.created_at AT TIME ZONE ${zone})::date AS created_on, y.year, y.state, c.active_since
  FROM county c JOIN networks n ON n.county_id = c.id
  LEFT JOIN LATERAL (SELECT ny.year, ny.state FROM network_years ny WHERE ny.network_id = n.id AND ny.year <= ${year} ORDER BY ny.year DESC LIMIT 1) y ON true
  WHERE n.created_at < ${until} AND ${of.network}
),
written AS (
  SELECT p.network_id, ${counts('b.week', window.weeks.length)} AS weeks, ${counts('b.month', window.months.length)} AS months
  FROM clock CROSS JOIN net JOIN posts p ON p.network_id = net.id AND p.created_at >= clock.months[1] AND p.created_at < ${until}
  JOIN threads th ON th.id = p.thread_id
  CROSS JOIN LATERAL (SELECT width_bucket(p.created_at, clock.weeks) AS week, width_bucket(p.created_at, clock.months) AS month) b
  WHERE p.visibility = 'VISIBLE' AND p.withdrawn_at IS NULL AND th.visibility = 'VISIBLE'
  GROUP BY p.network_id
)
SELECT c.id AS county_id, c.slug AS county_slug, c.names AS county_names, c.lang AS county_lang, c.path AS county_path, c.thresholds, c.version AS thresholds_version,
  s.schools, s.schools_reached, r.approvals, r.approvals_late,
  net.id, net.slug, net.name, net.lang, net.created_on, net.year, net.state AS year_state,
  nc.person_id AS coordinator_id, nc.handle AS coordinator_handle, nc.display_name AS coordinator_name, nc.starts_on AS coordinator_since,
  CASE WHEN nc.person_id IS NULL THEN coalesce(last.ended_on, net.created_on) END AS vacant_since,
  m.members, m.active_members, fr.first_reply_hours, rp.has_report_year, rp.report_id, rp.report_state, rp.report_submitted_at,
  f.pending_flags, f.late_flags, written.weeks, written.months
FROM county c
CROSS JOIN LATERAL (
  SELECT (SELECT count(*)::int FROM schools WHERE county_id = c.id AND status = 'ACTIVE') AS schools,
    (SELECT count(DISTINCT sm.school_id)::int FROM net sn JOIN memberships sm ON sm.network_id = sn.id JOIN schools ms ON ms.id = sm.school_id AND ms.county_id = c.id
     WHERE sn.county_id = c.id AND sm.joined_at < ${until} AND (sm.left_at IS NULL OR sm.left_at >= ${until}) AND sm.state IN ('ACTIVE', 'LEFT')) AS schools_reached
) s
CROSS JOIN LATERAL (
  SELECT count(*)::int AS approvals, count(*) FILTER (WHERE a.submitted_at < ${until}::timestamptz - interval '${String(DECISION_TARGET_DAYS)} days')::int AS approvals_late
  FROM annual_reports a WHERE a.county_id = c.id AND a.state = 'SUBMITTED'
) r
LEFT JOIN net ON net.county_id = c.id
LEFT JOIN LATERAL (
  SELECT a.person_id, p.handle, p.display_name, a.starts_on FROM appointments a JOIN people p ON p.id = a.person_id
  WHERE a.scope_id = net.id AND a.role = 'NC' AND a.starts_on <= ${day}::date AND (a.ends_on IS NULL OR a.ends_on >= ${day}::date)
    AND (a.revoked_at IS NULL OR a.revoked_at >= ${until}) ORDER BY a.starts_on, a.id LIMIT 1
) nc ON true
LEFT JOIN LATERAL (
  SELECT max(least(a.ends_on + 1, (a.revoked_at AT TIME ZONE ${zone})::date)) AS ended_on FROM appointments a
  WHERE a.scope_id = net.id AND a.role = 'NC' AND a.starts_on <= ${day}::date
) last ON true
LEFT JOIN LATERAL (
  SELECT count(*)::int AS members, count(*) FILTER (WHERE EXISTS (
      SELECT 1 FROM posts p JOIN threads th ON th.id = p.thread_id AND th.visibility = 'VISIBLE' WHERE p.author_id = ms.person_id AND p.network_id = net.id
        AND p.created_at >= net.active_since AND p.created_at < ${until} AND p.visibility = 'VISIBLE' AND p.withdrawn_at IS NULL))::int AS active_members
  FROM memberships ms WHERE ms.network_id = net.id AND ms.state IN ('ACTIVE', 'LEFT') AND ms.joined_at < ${until} AND (ms.left_at IS NULL OR ms.left_at >= ${until})
) m ON true
LEFT JOIN LATERAL (
  SELECT (percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM th.first_reply_at - th.created_at)) / 3600)::float8 AS first_reply_hours
  FROM threads th WHERE th.network_id = net.id AND th.visibility = 'VISIBLE' AND th.first_reply_at >= net.active_since AND th.first_reply_at < ${until}
) fr ON true
LEFT JOIN LATERAL (
  SELECT EXISTS (SELECT 1 FROM network_years ry WHERE ry.network_id = net.id AND ry.year = ${reportYear}) AS has_report_year, a.id AS report_id, a.state AS report_state, a.submitted_at AS report_submitted_at
  FROM (VALUES (1)) one LEFT JOIN annual_reports a ON a.owner_type = 'NETWORK' AND a.owner_id = net.id AND a.year = ${reportYear}
) rp ON true
LEFT JOIN LATERAL (
  SELECT count(DISTINCT fl.subject_id)::int AS pending_flags,
    count(DISTINCT fl.subject_id) FILTER (WHERE fl.flagged_at < ${until}::timestamptz - interval '${String(RESPONSE_TARGET_HOURS)} hours')::int AS late_flags
  FROM flags fl WHERE fl.scope_id = net.id AND fl.resolved_by IS NULL AND fl.flagged_at < ${until}
) f ON true
LEFT JOIN written ON written.network_id = net.id`;
}
