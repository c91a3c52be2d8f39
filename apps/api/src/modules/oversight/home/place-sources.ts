import { addDays, APPOINTMENT_NOTICE_DAYS, DECISION_TARGET_DAYS, homeGroup, type Role, schoolYearSlug } from '@stoa/domain';
import { seeing } from '../../../platform/database/sight.js';
import { startOfDay } from '../../../platform/clock.js';
import { deadLetters as countDeadLetters } from '../../../platform/outbox/outbox.js';
import { healthRows } from '../overview.queries.js';
import { judged } from '../health.present.js';
import { windowOf } from '../window.js';
import { daysAfter, item, networkContext, type HomeSource } from './items.js';

const FAILED_DAYS = 7;
const LIST_MAX = 20;

/** Networks of the person's counties that are at risk or without a coordinator, the worst first. */
export const networksInNeed: HomeSource = async (home) => {
  const counties = home.scopes('CC');
  if (counties.length === 0) return [];
  const window = windowOf(home.ctx, null);
  const rows = await healthRows(home.ctx, window, ($) => ({
    county: `t.id = ANY(${$(counties)}::uuid[])`,
    network: `y.year >= ${$(window.reportYear)}`,
  }));
  const countyOf = new Map(rows.map((row) => [row.slug, row.county_slug]));
  return judged(rows, window)
    .filter(({ overall, vacantSince }) => overall === 'AT_RISK' || vacantSince !== null)
    .slice(0, LIST_MAX)
    .flatMap((network) => {
      const context = networkContext({ network_slug: network.slug, network_name: network.name, network_lang: network.lang });
      const about = network.networkId.slice('Network_'.length);
      if (network.vacantSince !== null)
        return item(home, 'VACANCY', {
          about,
          context,
          since: startOfDay(network.vacantSince, home.timeZone),
          group: 'TODAY',
          path: `/county/${countyOf.get(network.slug) ?? ''}/appointments`,
        });
      const reasons = network.signals.filter(({ health }) => health === 'AT_RISK').map(({ signal }) => signal);
      return item(home, 'AT_RISK', { about, context, reasons, group: 'TODAY', path: `/networks/${network.slug}` });
    });
};

/**
 * Submitted reports that the person decides: the county's coordinator, but for those drafted while the network's post was vacant
 * and those they sent themselves, which go to the region's.
 */
export const reportsToDecide: HomeSource = async (home) => {
  const [counties, regions] = [home.scopes('CC'), home.scopes('RC')];
  if (counties.length === 0 && regions.length === 0) return [];
  const rows = await home.ctx.db.rows<{
    id: string;
    year: string;
    submitted_at: string;
    network_slug: string;
    network_name: string;
    network_lang: string;
    sender: string | null;
  }>(
    `SELECT r.id, r.year, r.submitted_at, n.slug AS network_slug, n.name AS network_name, n.lang AS network_lang, p.display_name AS sender
     FROM annual_reports r JOIN networks n ON n.id = r.owner_id JOIN territories t ON t.id = r.county_id LEFT JOIN people p ON p.id = r.submitted_by
     CROSS JOIN LATERAL (SELECT NOT EXISTS (SELECT 1 FROM appointments a WHERE a.scope_id = n.id AND a.role = 'NC' AND a.revoked_at IS NULL
         AND a.starts_on <= $4::date AND (a.ends_on IS NULL OR a.ends_on >= $4::date)) AS vacant) v
     CROSS JOIN LATERAL (SELECT EXISTS (SELECT 1 FROM appointments a WHERE a.scope_id = r.county_id AND a.role = 'CC' AND a.revoked_at IS NULL
         AND a.starts_on <= $4::date AND (a.ends_on IS NULL OR a.ends_on >= $4::date) AND a.person_id IS DISTINCT FROM r.submitted_by) AS county_decides) d
     WHERE r.owner_type = 'NETWORK' AND r.state = 'SUBMITTED' AND r.submitted_by IS DISTINCT FROM $3
       AND (r.county_id = ANY($1::uuid[]) AND NOT v.vacant OR t.path && $2::uuid[] AND (v.vacant OR NOT d.county_decides))
     ORDER BY r.submitted_at, r.id LIMIT ${String(LIST_MAX)}`,
    [counties, regions, home.personId, home.today],
  );
  return rows.flatMap((row) => {
    const due = daysAfter(row.submitted_at, DECISION_TARGET_DAYS);
    return item(home, 'DECIDE_REPORTS', {
      about: row.id,
      context: networkContext(row),
      year: row.year,
      names: row.sender === null ? [] : [row.sender],
      since: row.submitted_at,
      due,
      group: homeGroup(due, home.now, home.timeZone) ?? 'THIS_WEEK',
      path: `/networks/${row.network_slug}/report/${schoolYearSlug(row.year)}`,
    });
  });
};

/** The roles whose end each overseer is told of. */
const WATCHED: readonly [role: Role, watches: readonly Role[]][] = [
  ['CC', ['NC', 'SO', 'SP']],
  ['RC', ['CC', 'CH']],
  ['AD', ['RC', 'CC', 'AD']],
];

/** Appointments in the person's scope that end soon and have no successor; one item. */
export const endingAppointments: HomeSource = async (home) => {
  const watched = WATCHED.filter(([role]) => home.scopes(role).length > 0);
  if (watched.length === 0) return [];
  const territories = watched.flatMap(([role]) => (role === 'AD' ? [] : home.scopes(role).map((scope) => ({ scope, role }))));
  const row = await home.ctx.db.row<{ ending: number; first: string | null; names: string[]; county: string | null }>(
    `SELECT count(*)::int AS ending, min(a.ends_on) AS first, (array_agg(p.display_name ORDER BY a.ends_on, a.id))[1:3] AS names,
       (SELECT slug FROM territories WHERE id = ($3::uuid[])[1]) AS county
     FROM appointments a JOIN people p ON p.id = a.person_id LEFT JOIN territories t ON t.id = a.territory_id
     WHERE a.revoked_at IS NULL AND a.starts_on <= $1::date AND a.ends_on >= $1::date AND a.ends_on <= $2::date AND a.person_id <> $4
       AND (a.role = ANY($5::text[]) OR EXISTS (SELECT 1 FROM unnest($3::uuid[], $6::text[]) AS w (scope, roles) WHERE w.scope = ANY(t.path) AND a.role = ANY(string_to_array(w.roles, ' '))))
       AND NOT EXISTS (SELECT 1 FROM appointments next WHERE next.scope_id = a.scope_id AND next.role = a.role AND next.revoked_at IS NULL AND next.id <> a.id
         AND coalesce(next.ends_on, 'infinity') > a.ends_on)`,
    [
      home.today,
      addDays(home.today, APPOINTMENT_NOTICE_DAYS),
      territories.map(({ scope }) => scope),
      home.personId,
      home.isAdmin ? (watched.find(([role]) => role === 'AD')?.[1] ?? []) : [],
      territories.map(({ role }) => (watched.find(([each]) => each === role)?.[1] ?? []).join(' ')),
    ],
  );
  if (!row || row.ending === 0 || row.first === null) return [];
  const due = daysAfter(startOfDay(row.first, home.timeZone), 1);
  const path = home.scopes('CC').length > 0 && row.county !== null ? `/county/${row.county}/appointments` : '/admin/roles';
  return item(home, 'APPOINTMENTS_END', {
    about: home.personId,
    count: row.ending,
    names: row.names,
    since: startOfDay(row.first, home.timeZone),
    due,
    group: homeGroup(due, home.now, home.timeZone) ?? 'THIS_WEEK',
    path,
  });
};

/** Affiliations that the person confirms: a principal those of the school; the county's coordinator those of schools without one. */
export const affiliationsToConfirm: HomeSource = async (home) => {
  const [schools, counties] = [home.scopes('SP'), home.scopes('CC')];
  if (schools.length === 0 && counties.length === 0) return [];
  const rows = await home.ctx.db.rows<{ id: string; name: string; lang: string; slug: string; waiting: number; names: string[] }>(
    `SELECT s.id, s.name, s.lang, s.slug, count(*)::int AS waiting, (array_agg(p.display_name ORDER BY f.starts_on, f.id))[1:3] AS names
     FROM affiliations f JOIN schools s ON s.id = f.school_id JOIN people p ON p.id = f.person_id
     WHERE f.state = 'CLAIMED' AND f.person_id <> $3 AND (s.id = ANY($1::uuid[]) OR s.county_id = ANY($2::uuid[]) AND NOT EXISTS (
       SELECT 1 FROM appointments a WHERE a.scope_id = s.id AND a.role = 'SP' AND a.person_id <> f.person_id AND a.revoked_at IS NULL
         AND a.starts_on <= $4::date AND (a.ends_on IS NULL OR a.ends_on >= $4::date)))
     GROUP BY s.id ORDER BY s.name, s.id LIMIT ${String(LIST_MAX)}`,
    [schools, counties, home.personId, home.today],
  );
  return rows.flatMap((row) =>
    item(home, 'CONFIRM_AFFILIATIONS', {
      about: row.id,
      context: { name: row.name, lang: row.lang, emblem: null },
      count: row.waiting,
      names: row.names,
      group: 'TODAY',
      path: `/schools/${row.slug}`,
    }),
  );
};

/** What an administrator mends: imports that failed lately, and jobs that failed for good. */
export const faults: HomeSource = async (home) => {
  if (!home.isAdmin) return [];
  const [runs, dead] = await Promise.all([
    seeing(home.ctx.db, 'files', (tx) =>
      tx.rows<{ id: string; kind: string; finished_at: string; name: string }>(
        `SELECT r.id, r.kind, coalesce(r.finished_at, r.requested_at) AS finished_at, f.name FROM import_runs r JOIN files f ON f.id = r.file_id
         WHERE r.state = 'FAILED' AND r.requested_at >= $1 ORDER BY r.requested_at DESC, r.id LIMIT ${String(LIST_MAX)}`,
        [daysAfter(home.now, -FAILED_DAYS)],
      ),
    ),
    countDeadLetters(home.ctx.db.pool),
  ]);
  return [
    ...runs.flatMap((run) =>
      item(home, 'FAILED_IMPORT', {
        about: run.id,
        title: run.name,
        reasons: [run.kind],
        since: run.finished_at,
        group: 'TODAY',
        path: `/admin/import/ImportRun_${run.id}`,
      }),
    ),
    ...(dead === 0 ? [] : item(home, 'DEAD_LETTERS', { about: home.personId, count: dead, group: 'TODAY', path: '/admin/mail' })),
  ];
};
