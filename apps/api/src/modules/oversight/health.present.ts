import {
  compareHealth,
  daysBetween,
  HEALTH_SIGNALS,
  networkHealth,
  reportDue,
  thresholdsOf,
  type HealthThresholds,
  type NetworkFacts,
  type NetworkHealth,
} from '@stoa/domain';
import { toGlobalId } from '../../platform/ids.js';
import { toPerson } from '../accounts/index.js';
import type { HealthRow } from './health.statement.js';
import type { DueReportType, NetworkHealthType } from './health.types.js';
import type { Window } from './window.js';

const SUBMITTED: ReadonlySet<string> = new Set(['SUBMITTED', 'APPROVED', 'PUBLISHED']);

/** A row that holds a network. */
type NetworkRow = HealthRow & { id: string };

/** Whether a row of the statement holds a network; a county without any has one row without. */
export function holdsNetwork(row: HealthRow): row is NetworkRow {
  return row.id !== null;
}

function factsOf(row: NetworkRow, window: Window): NetworkFacts {
  return {
    createdOn: row.created_on,
    members: row.members,
    activeMembers: row.active_members,
    medianFirstReplyHours: row.first_reply_hours,
    report: row.has_report_year ? { dueOn: reportDue(window.reportYear), submitted: SUBMITTED.has(row.report_state ?? '') } : null,
    coordinatorVacant: row.coordinator_id === null,
  };
}

function dueReport(row: NetworkRow, { report }: NetworkFacts, window: Window): DueReportType | null {
  return (
    report && {
      year: window.reportYear,
      state: row.report_state,
      dueOn: report.dueOn,
      submittedAt: report.submitted ? row.report_submitted_at : null,
      daysLate: report.submitted ? 0 : Math.max(0, daysBetween(report.dueOn, window.day)),
    }
  );
}

const NONE = Array.from({ length: 12 }, () => 0);

function present(row: NetworkRow, facts: NetworkFacts, health: NetworkHealth, window: Window): NetworkHealthType {
  return {
    id: toGlobalId('NetworkHealth', row.id),
    networkId: toGlobalId('Network', row.id),
    slug: row.slug,
    name: row.name,
    lang: row.lang,
    overall: health.overall,
    signals: HEALTH_SIGNALS.map((signal) => ({ signal, health: health.signals[signal] })),
    createdOn: row.created_on,
    year: row.year,
    yearState: row.year_state,
    coordinator:
      row.coordinator_id === null
        ? null
        : toPerson({ id: row.coordinator_id, handle: row.coordinator_handle ?? '', display_name: row.coordinator_name ?? '' }),
    coordinatorSince: row.coordinator_since,
    vacantSince: row.vacant_since,
    members: row.members,
    activeMembers: row.active_members,
    activePercent: row.members === 0 ? null : Math.round((row.active_members / row.members) * 100),
    firstReplyHours: row.first_reply_hours,
    report: dueReport(row, facts, window),
    pendingFlags: row.pending_flags,
    lateFlags: row.late_flags,
    weeklyPosts: row.weeks ?? NONE,
    monthlyPosts: row.months ?? NONE,
  };
}

/** The networks of rows, worst first, judged by the limits of their counties. */
export function judged(rows: readonly HealthRow[], window: Window): NetworkHealthType[] {
  const limits = new Map<string, HealthThresholds>(rows.map((row) => [row.county_id, thresholdsOf(row.thresholds)]));
  return rows
    .filter(holdsNetwork)
    .map((row) => {
      const facts = factsOf(row, window);
      return { row, facts, health: networkHealth(facts, window.day, limits.get(row.county_id)) };
    })
    .sort((a, b) => compareHealth(a.health, b.health) || (a.row.name < b.row.name ? -1 : a.row.name > b.row.name ? 1 : 0))
    .map(({ row, facts, health }) => present(row, facts, health, window));
}
