import type { JoiningRule, NetworkKind, NetworkYearState, Profession, SchoolLevel } from '@stoa/domain';
import type { NetworkFacts } from './network.policy.js';

/** A network's row as every read of it has it. Times are ISO text. */
export interface NetworkRow extends NetworkFacts {
  county_id: string;
  slug: string;
  name: string;
  lang: string;
  kind: NetworkKind;
  professions: Profession[];
  levels: SchoolLevel[];
  joining_rule: JoiningRule;
  purpose: string;
  promotion: string;
  promotion_html: string;
  vacant_since: string | null;
  created_at: string;
  members_count: number;
  threads_count: number;
  posts_count: number;
  last_activity_at: string;
  version: number;
  /** The current coordinator. */
  coordinator_id: string | null;
  coordinator_handle: string | null;
  coordinator_name: string | null;
  /** The year that runs: the last one begun, else the first to come. */
  year_id: string | null;
  year: string | null;
  year_state: NetworkYearState | null;
  year_version: number | null;
}

const COLUMNS = `n.id, n.county_id, n.slug, n.name, n.lang, n.kind, n.professions, n.levels, n.joining_rule, n.purpose, n.promotion, n.promotion_html,
  n.promoted_at, n.vacant_since, n.created_at, n.members_count, n.threads_count, n.posts_count, n.last_activity_at, n.version, t.path AS county_path,
  c.id IS NULL AS vacant, c.id AS coordinator_id, c.handle AS coordinator_handle, c.display_name AS coordinator_name,
  y.id AS year_id, y.year, y.state AS year_state, y.version AS year_version`;

/** The current coordinator `c` of `networks n`. @param today an SQL expression for today's date in the country */
export function coordinatorJoin(today: string): string {
  return `LEFT JOIN LATERAL (
      SELECT p.id, p.handle, p.display_name FROM appointments a JOIN people p ON p.id = a.person_id
      WHERE a.scope_id = n.id AND a.role = 'NC' AND a.revoked_at IS NULL AND a.starts_on <= ${today}::date AND (a.ends_on IS NULL OR a.ends_on >= ${today}::date)
      ORDER BY a.starts_on DESC, a.id DESC LIMIT 1
    ) c ON true`;
}

/** The running year `y` of `networks n`: the last one begun, else the first to come. @param schoolYear an SQL expression for the current one */
export function yearJoin(schoolYear: string): string {
  const of = (which: string) =>
    `(SELECT ny.id, ny.year, ny.state, ny.version FROM network_years ny WHERE ny.network_id = n.id AND ny.year ${which} LIMIT 1)`;
  // Two look-ups by the key, the second only where the first finds none, are cheaper than sorting all years.
  return `LEFT JOIN LATERAL (
      SELECT * FROM (${of(`<= ${schoolYear}::text ORDER BY ny.year DESC`)} UNION ALL ${of(`> ${schoolYear}::text ORDER BY ny.year`)}) either LIMIT 1
    ) y ON true`;
}

/**
 * Networks with county, coordinator and running year.
 * @param $ an SQL expression for today's date in the country, and for the current school year
 * @param where a condition on `n`, `t`, `c` and `y`, with what follows it
 */
export function networkStatement($: { today: string; schoolYear: string }, where: string): string {
  return `SELECT ${COLUMNS}
    FROM networks n
    JOIN territories t ON t.id = n.county_id
    ${coordinatorJoin($.today)}
    ${yearJoin($.schoolYear)}
    WHERE ${where}`;
}
