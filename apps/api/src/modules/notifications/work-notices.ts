import type { NoticeEvent, Role } from '@stoa/domain';
import type { JobHandler } from '../../platform/outbox/outbox.js';
import type { Services } from '../../platform/services.js';
import { hearersOf, toldDecision } from '../moderation/index.js';
import { dateIn } from '../../platform/clock.js';
import { holdersOf, mayDo } from './holders.js';
import { makeNotices } from './make-notices.js';

/** What a notice is about, as the database has it now. */
interface Happening {
  subject_type: string;
  subject_id: string;
  thread_id: string | null;
  network_id: string;
  county_id: string;
  path: string[];
  at: string;
}

const SOURCE = `SELECT u.id AS person_id, $2 AS event, $3 AS subject_type, $4::uuid AS subject_id, $5::uuid AS thread_id, $6::uuid AS network_id,
  $7::uuid AS county_id, $8::timestamptz AS at, 'FOLLOW' AS level FROM unnest($1::uuid[]) AS u(id)`;

/** Tells persons who have the right to know. */
async function tell(services: Services, event: NoticeEvent, persons: readonly string[], of: Happening): Promise<void> {
  if (persons.length === 0) return;
  await makeNotices(services.db, SOURCE, [
    persons,
    event,
    of.subject_type,
    of.subject_id,
    of.thread_id,
    of.network_id,
    of.county_id,
    of.at,
  ]);
}

/** Tells those who decide at a place: the first of the roles that somebody holds who is not concerned. */
async function tellHolders(
  services: Services,
  event: NoticeEvent,
  roles: readonly Role[],
  of: Happening,
  concerned: string[],
): Promise<void> {
  await tell(services, event, await holdersOf(services, roles, [of.network_id, ...of.path], concerned), of);
}

const PLACE = 'n.id AS network_id, n.county_id, c.path';
const PLACES = 'JOIN networks n ON n.id = x.network_id JOIN territories c ON c.id = n.county_id';

/** The thread of a subject of moderation, as SQL. */
const THREAD_OF = (type: string, id: string) =>
  `CASE ${type} WHEN 'Thread' THEN ${id} WHEN 'Post' THEN (SELECT p.thread_id FROM posts p WHERE p.id = ${id}) END`;

const flagged: JobHandler = async (payload, services) => {
  const row = await services.db.row<Happening & { concerned: string[] }>(
    `SELECT x.subject_type, x.subject_id, ${THREAD_OF('x.subject_type', 'x.subject_id')} AS thread_id, ${PLACE}, x.flagged_at AS at,
       array_remove(ARRAY[x.author_id, x.flagged_by], NULL) AS concerned
     FROM flags f CROSS JOIN LATERAL (SELECT f.*, f.scope_id AS network_id) x ${PLACES} WHERE f.id = $1 AND f.resolved_by IS NULL`,
    [payload['flagId']],
  );
  if (row) await tellHolders(services, 'FLAGGED', ['NC', 'CC', 'RC', 'AD'], row, row.concerned);
};

/** Of the decisions whose letters are written too, once the time for taking them back is over. */
const decided: JobHandler = async (payload, services) => {
  const id = String(payload['decisionId']);
  const told = await toldDecision(services.db, id);
  if (!told) return;
  const row = await services.db.row<Happening & { author_id: string | null; decided_by: string }>(
    `SELECT 'ModerationDecision' AS subject_type, d.id AS subject_id, ${THREAD_OF('d.subject_type', 'd.subject_id')} AS thread_id, ${PLACE}, d.decided_at AS at, d.author_id, d.decided_by
     FROM moderation_decisions d CROSS JOIN LATERAL (SELECT d.scope_id AS network_id) x ${PLACES}
     WHERE d.id = $1`,
    [id],
  );
  if (told.kind === 'SPLIT') {
    const hearers = await hearersOf(services, id, told);
    if (row)
      await tell(
        services,
        'SPLIT_OFF',
        hearers.map(({ authorId }) => authorId),
        { ...row, thread_id: told.row.target_id },
      );
  } else if (row?.author_id && row.author_id !== row.decided_by) await tell(services, 'DECIDED', [row.author_id], row);
};

type AppealRow = Happening & { state: string; author_id: string; first_by: string };

function appeal(services: Services, id: unknown): Promise<AppealRow | null> {
  return services.db.row<AppealRow>(
    `SELECT 'Appeal' AS subject_type, a.id AS subject_id, ${THREAD_OF('a.subject_type', 'a.subject_id')} AS thread_id, ${PLACE}, coalesce(a.decided_at, a.made_at) AS at,
       a.state, a.author_id, d.decided_by AS first_by
     FROM appeals a JOIN moderation_decisions d ON d.id = a.decision_id CROSS JOIN LATERAL (SELECT a.scope_id AS network_id) x ${PLACES} WHERE a.id = $1`,
    [id],
  );
}

const appealed: JobHandler = async (payload, services) => {
  const row = await appeal(services, payload['appealId']);
  if (row?.state === 'OPEN') await tellHolders(services, 'APPEALED', ['CC', 'RC', 'AD'], row, [row.author_id, row.first_by]);
};

const appealAnswered: JobHandler = async (payload, services) => {
  const row = await appeal(services, payload['appealId']);
  if (row && row.state !== 'OPEN') await tell(services, 'APPEAL_ANSWERED', [row.author_id], row);
};

function membership(services: Services, id: unknown): Promise<(Happening & { state: string; person_id: string }) | null> {
  return services.db.row(
    `SELECT 'Membership' AS subject_type, x.id AS subject_id, NULL AS thread_id, ${PLACE}, $2::timestamptz AS at, x.state, x.person_id
     FROM memberships x ${PLACES} WHERE x.id = $1`,
    [id, services.clock.now()],
  );
}

const requested: JobHandler = async (payload, services) => {
  const row = await membership(services, payload['membershipId']);
  if (row?.state === 'REQUESTED') await tellHolders(services, 'REQUESTED', ['NC', 'CC', 'RC', 'AD'], row, [row.person_id]);
};

const invited: JobHandler = async (payload, services) => {
  const row = await membership(services, payload['membershipId']);
  if (row?.state === 'INVITED') await tell(services, 'INVITED', [row.person_id], row);
};

/** The state in which a decision about a member still holds. */
const HOLDS = { ADMITTED: 'ACTIVE', REFUSED: 'REFUSED', REMOVED: 'LEFT', SUSPENDED: 'ACTIVE' } as const;

const memberDecided: JobHandler = async (payload, services) => {
  const row = await membership(services, payload['membershipId']);
  const decision = payload['decision'] as keyof typeof HOLDS;
  if (row && row.state === HOLDS[decision]) await tell(services, decision, [row.person_id], row);
};

type ReportRow = Happening & { state: string; submitted_by: string | null; vacant: boolean };

function report(services: Services, id: unknown): Promise<ReportRow | null> {
  const today = dateIn(services.clock.now(), services.config.timeZone);
  return services.db.row<ReportRow>(
    `SELECT 'AnnualReport' AS subject_type, r.id AS subject_id, NULL AS thread_id, ${PLACE}, coalesce(r.decided_at, r.submitted_at, r.presented_at) AS at, r.state,
       r.submitted_by, NOT EXISTS (SELECT 1 FROM appointments a WHERE a.scope_id = n.id AND a.role = 'NC' AND a.revoked_at IS NULL
         AND a.starts_on <= $2::date AND (a.ends_on IS NULL OR a.ends_on >= $2::date)) AS vacant
     FROM annual_reports r CROSS JOIN LATERAL (SELECT r.owner_id AS network_id) x ${PLACES} WHERE r.id = $1`,
    [id, today],
  );
}

const presented: JobHandler = async (payload, services) => {
  const row = await report(services, payload['reportId']);
  if (row?.state !== 'PRESENTED') return;
  const today = dateIn(services.clock.now(), services.config.timeZone);
  const may = mayDo('report.readPresented', { person: 'm.person_id', network: 'm.network_id', path: '$2::uuid[]', today: '$3' });
  const members = await services.db.rows<{ person_id: string }>(
    `SELECT m.person_id FROM memberships m WHERE m.network_id = $1 AND m.state = 'ACTIVE' AND ${may}`,
    [row.network_id, row.path, today],
  );
  await tell(
    services,
    'REPORT_PRESENTED',
    members.map((member) => member.person_id),
    row,
  );
};

const submitted: JobHandler = async (payload, services) => {
  const row = await report(services, payload['reportId']);
  if (row?.state !== 'SUBMITTED') return;
  // While the coordinator's post is vacant the county drafts, so the level above decides.
  await tellHolders(services, 'REPORT_SUBMITTED', row.vacant ? ['RC', 'AD'] : ['CC', 'RC', 'AD'], row, [
    row.submitted_by ?? row.network_id,
  ]);
};

const reportDecided: JobHandler = async (payload, services) => {
  const row = await report(services, payload['reportId']);
  if (!row?.submitted_by || (row.state !== 'APPROVED' && row.state !== 'RETURNED')) return;
  await tell(services, row.state === 'APPROVED' ? 'REPORT_APPROVED' : 'REPORT_RETURNED', [row.submitted_by], row);
};

/** What is decided about people, and what waits for those who decide, as notices. */
export const workNotices = {
  SubjectFlagged: flagged,
  SubjectModerated: decided,
  AppealMade: appealed,
  AppealDecided: appealAnswered,
  MembershipRequested: requested,
  MemberInvited: invited,
  MembershipDecided: memberDecided,
  ReportPresented: presented,
  ReportSubmitted: submitted,
  ReportDecided: reportDecided,
};
