import { APPEALABLE, appealableDecision, type AppealState, type DecisionKind } from '@stoa/domain';
import { reachOf, signedIn } from '../../platform/authorize.js';
import type { Context } from '../../platform/context.js';
import { cursors, pageSize, toPage } from '../../platform/graphql/cursor.js';
import type { Page } from '../../platform/graphql/types.js';
import { toGlobalId } from '../../platform/ids.js';
import { toPerson } from '../accounts/index.js';
import type { AppealItemType, AppealType, DecidedPlace, OwnDecisionType } from './appeal.types.js';
import type { LoggedDecision } from './log.js';
import { subjectKey, TARGET_HOURS } from './moderation.queries.js';
import { answerable } from './open-appeals.js';
import { adapterOf, type SubjectNotice } from './subjects.js';

interface AppealRow {
  appeal_id: string;
  state: AppealState;
  statement: string;
  made_at: string;
  due_at: string;
  answered_at: string | null;
  answer: string;
  version: number;
}

const APPEAL = `a.id AS appeal_id, a.state, a.statement, a.made_at, a.made_at + interval '${TARGET_HOURS} hours' AS due_at, a.decided_at AS answered_at, a.answer, a.version`;

interface DecisionRow extends AppealRow {
  decision_id: string;
  kind: DecisionKind;
  reason: string;
  decided_at: string;
  subject_type: string;
  subject_id: string;
  network_name: string;
  network_slug: string;
  network_lang: string;
}

const DECISION = `d.id AS decision_id, d.kind, d.reason, d.decided_at, d.subject_type, d.subject_id, n.name AS network_name, n.slug AS network_slug, n.lang AS network_lang`;

function toAppeal(row: AppealRow): AppealType {
  return {
    id: toGlobalId('Appeal', row.appeal_id),
    state: row.state,
    statement: row.statement,
    madeAt: row.made_at,
    dueAt: row.due_at,
    decidedAt: row.answered_at,
    answer: row.answer,
    version: row.version,
  };
}

/** An appeal anew from the database, for the payload of the command that has just changed it. */
export async function appealAnew(ctx: Context, id: string): Promise<AppealType | null> {
  const row = await ctx.db.row<AppealRow>(`SELECT ${APPEAL} FROM appeals a WHERE a.id = $1`, [id]);
  return row && toAppeal(row);
}

/** Titles and pages of the subjects of some rows, by `subjectKey`; one statement a kind. */
async function noticesOf(ctx: Context, rows: readonly DecisionRow[]): Promise<Map<string, SubjectNotice>> {
  const found = new Map<string, SubjectNotice>();
  for (const type of new Set(rows.map((row) => row.subject_type))) {
    const ids = rows.filter((row) => row.subject_type === type).map((row) => row.subject_id);
    for (const notice of await adapterOf(type).notices(ctx.db, ids)) found.set(subjectKey(type, notice.id), notice);
  }
  return found;
}

/** What a decision is about; `subject` is for the fields that content modules add. */
export interface WithSubject {
  subject: { type: string; id: string };
}

function toPlace(row: DecisionRow, notices: Map<string, SubjectNotice>): DecidedPlace & WithSubject {
  const notice = notices.get(subjectKey(row.subject_type, row.subject_id));
  return {
    kind: row.kind,
    reason: row.reason,
    decidedAt: row.decided_at,
    subjectType: row.subject_type,
    title: notice?.title ?? row.network_name,
    path: notice?.path ?? `/networks/${row.network_slug}`,
    networkName: row.network_name,
    networkSlug: row.network_slug,
    networkLang: row.network_lang,
    subject: { type: row.subject_type, id: row.subject_id },
  };
}

/** An open appeal; content modules add what it is about. */
export type AppealItem = AppealItemType & WithSubject;

/** Open appeals that the viewer may decide, those that wait longest first. */
export async function appeals(ctx: Context, args: { first: number; after?: string | null | undefined }): Promise<Page<AppealItem>> {
  const me = signedIn(ctx.viewer);
  const first = pageSize(args.first);
  const sealer = cursors(ctx.config.secrets[0] ?? '');
  const [at, id] = args.after ? sealer.open(args.after) : [null, null];
  const reach = reachOf(ctx.viewer, 'appeal.decide');
  const rows = await ctx.db.rows<DecisionRow & Record<'overdue', boolean> & Record<'author' | 'decider', Parameters<typeof toPerson>[0]>>(
    `SELECT ${DECISION}, ${APPEAL}, a.made_at + interval '${TARGET_HOURS} hours' < $8::timestamptz AS overdue,
       json_build_object('id', p.id, 'handle', p.handle, 'display_name', p.display_name) AS author,
       json_build_object('id', f.id, 'handle', f.handle, 'display_name', f.display_name) AS decider
     FROM appeals a JOIN moderation_decisions d ON d.id = a.decision_id JOIN territories c ON c.id = a.county_id
     JOIN networks n ON n.id = a.scope_id JOIN people p ON p.id = a.author_id JOIN people f ON f.id = d.decided_by
     WHERE ${answerable({ all: '$1', scopeIds: '$2', networkIds: '$3', me: '$7' })}
       AND ($4::timestamptz IS NULL OR (a.made_at, a.id) > ($4::timestamptz, $5::uuid))
     ORDER BY a.made_at, a.id LIMIT $6`,
    [reach.all, reach.scopeIds, reach.networkIds, at, id, first + 1, me, ctx.clock.now()],
  );
  const notices = await noticesOf(ctx, rows);
  return toPage(
    sealer,
    rows,
    first,
    (row) => [row.made_at, row.appeal_id],
    (row) => ({
      ...toPlace(row, notices),
      appeal: toAppeal(row),
      author: toPerson(row.author),
      decidedBy: toPerson(row.decider),
      overdue: row.overdue,
    }),
    args.after != null,
  );
}

interface OwnRow extends DecisionRow {
  reversed: boolean;
  ended: boolean;
  log: LoggedDecision[];
}

/** Decisions that took something from the viewer, or warned them, newest first; one that was undone at once is none. */
export async function decisionsOnViewer(
  ctx: Context,
  args: { first: number; after?: string | null | undefined },
): Promise<Page<OwnDecisionType>> {
  const me = signedIn(ctx.viewer);
  const first = pageSize(args.first);
  const sealer = cursors(ctx.config.secrets[0] ?? '');
  const [at, id] = args.after ? sealer.open(args.after) : [null, null];
  const rows = await ctx.db.rows<OwnRow>(
    `SELECT ${DECISION}, ${APPEAL}, r.id IS NOT NULL AS reversed, coalesce(m.suspended_until <= $5, false) AS ended, l.log
     FROM moderation_decisions d JOIN networks n ON n.id = d.scope_id
     LEFT JOIN moderation_decisions r ON r.subject_type = d.subject_type AND r.subject_id = d.subject_id AND r.reverses = d.id AND r.kind = 'REVERSE'
     LEFT JOIN appeals a ON a.decision_id = d.id
     LEFT JOIN memberships m ON d.subject_type = 'Membership' AND m.id = d.subject_id
     CROSS JOIN LATERAL (SELECT json_agg(json_build_object('id', e.id, 'kind', e.kind, 'reverses', e.reverses) ORDER BY e.seq) AS log
       FROM moderation_decisions e WHERE e.subject_type = d.subject_type AND e.subject_id = d.subject_id) l
     WHERE d.author_id = $1 AND d.kind IN ('WARN', '${APPEALABLE.join("', '")}')
       AND (r.id IS NULL OR a.id IS NOT NULL OR r.decided_at - d.decided_at >= interval '10 seconds')
       AND ($2::timestamptz IS NULL OR (d.decided_at, d.id) < ($2::timestamptz, $3::uuid))
     ORDER BY d.decided_at DESC, d.id DESC LIMIT $4`,
    [me, at, id, first + 1, ctx.clock.now()],
  );
  const notices = await noticesOf(ctx, rows);
  return toPage(
    sealer,
    rows,
    first,
    (row) => [row.decided_at, row.decision_id],
    (row) => ({
      ...toPlace(row, notices),
      decisionId: toGlobalId('ModerationDecision', row.decision_id),
      reversed: row.reversed,
      appeal: row.appeal_id ? toAppeal(row) : null,
      canAppeal: !row.appeal_id && !row.ended && appealableDecision(row.log)?.id === row.decision_id,
    }),
    args.after != null,
  );
}

/** Number of appeals that wait for the viewer's answer, counted up to 100; null for those who answer none. */
export async function appealCount(ctx: Context): Promise<number | null> {
  const reach = reachOf(ctx.viewer, 'appeal.decide');
  if (!reach.all && reach.scopeIds.length === 0) return null;
  const row = await ctx.db.row<{ n: number }>(
    `SELECT count(*)::int AS n FROM (
       SELECT 1 FROM appeals a JOIN moderation_decisions d ON d.id = a.decision_id JOIN territories c ON c.id = a.county_id
       WHERE ${answerable({ all: '$1', scopeIds: '$2', networkIds: '$3', me: '$4' })} LIMIT 100) waiting`,
    [reach.all, reach.scopeIds, reach.networkIds, ctx.viewer.personId],
  );
  return row?.n ?? 0;
}
