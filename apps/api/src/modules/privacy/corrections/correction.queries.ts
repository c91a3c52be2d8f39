import { allows, type CorrectionState, type CorrectionSubject } from '@stoa/domain';
import { authorize, signedIn } from '../../../platform/authorize.js';
import type { Context } from '../../../platform/context.js';
import type { Sql } from '../../../platform/database/database.js';
import { cursors, pageSize, toPage } from '../../../platform/graphql/cursor.js';
import type { Page } from '../../../platform/graphql/types.js';
import { toGlobalId } from '../../../platform/ids.js';
import { toPerson } from '../../accounts/index.js';
import type { CorrectionType } from './correction.types.js';

/** A request as the database has it, with the names of its people. */
export interface CorrectionRow {
  id: string;
  person_id: string;
  handle: string;
  display_name: string;
  subject: CorrectionSubject;
  wrong: string;
  correct: string;
  state: CorrectionState;
  requested_at: string;
  due_at: string;
  answer: string | null;
  decided_at: string | null;
  decided_by: string | null;
  decider_handle: string | null;
  decider_name: string | null;
  version: number;
}

const ROWS = `
  SELECT c.id, c.person_id, p.handle, p.display_name, c.subject, c.wrong, c.correct, c.state, c.requested_at, c.due_at, c.answer, c.decided_at,
    d.id AS decided_by, d.handle AS decider_handle, d.display_name AS decider_name, c.version
  FROM correction_requests c JOIN people p ON p.id = c.person_id LEFT JOIN people d ON d.id = c.decided_by AND d.status <> 'ERASED'`;

/** Which requests, in what order: those that wait oldest first, all others latest first. */
const LISTS = {
  own: { where: 'c.person_id = $1', at: 'requested_at', order: 'DESC' },
  open: { where: `$1::uuid IS NOT NULL AND c.state = 'OPEN'`, at: 'requested_at', order: 'ASC' },
  decided: { where: `$1::uuid IS NOT NULL AND c.state <> 'OPEN'`, at: 'decided_at', order: 'DESC' },
} as const;

interface Asked {
  first: number;
  after?: string | null;
}

/** The viewer's own requests, the latest first. @throws Refusal UNAUTHENTICATED, BAD_REQUEST */
export async function ownCorrections(ctx: Context, query: Asked): Promise<Page<CorrectionType>> {
  const me = signedIn(ctx.viewer);
  authorize(ctx.viewer, 'profile.own', { ownerId: me });
  return await page(ctx, 'own', me, query);
}

/** Requests of everybody: those that wait, or those that were decided. @throws Refusal UNAUTHENTICATED, NOT_FOUND, BAD_REQUEST */
export async function corrections(ctx: Context, query: Asked & { decided: boolean }): Promise<Page<CorrectionType>> {
  const me = signedIn(ctx.viewer);
  authorize(ctx.viewer, 'correction.read', {});
  return await page(ctx, query.decided ? 'decided' : 'open', me, query);
}

async function page(ctx: Context, list: keyof typeof LISTS, me: string, query: Asked): Promise<Page<CorrectionType>> {
  const { where, at, order } = LISTS[list];
  const size = pageSize(query.first);
  const sealer = cursors(ctx.config.secrets[0] ?? '');
  const [lastAt, lastId] = query.after ? sealer.open(query.after) : [];
  const rows = await ctx.db.rows<CorrectionRow>(
    `${ROWS} WHERE ${where} AND ($2::timestamptz IS NULL OR (c.${at}, c.id) ${order === 'ASC' ? '>' : '<'} ($2, $3::uuid))
     ORDER BY c.${at} ${order}, c.id ${order} LIMIT $4`,
    [me, lastAt ?? null, lastId ?? null, size + 1],
  );
  return toPage(
    sealer,
    rows,
    size,
    (row) => [row[at], row.id],
    (row) => toCorrection(ctx, row),
    query.after != null,
  );
}

/** One request, by its id. */
export function correctionRow(sql: Sql, id: string): Promise<CorrectionRow | null> {
  return sql.row<CorrectionRow>(`${ROWS} WHERE c.id = $1`, [id]);
}

/** A request as its readers see it. */
export function toCorrection({ viewer, clock }: Context, row: CorrectionRow): CorrectionType {
  return {
    id: toGlobalId('CorrectionRequest', row.id),
    person: toPerson({ id: row.person_id, handle: row.handle, display_name: row.display_name }),
    subject: row.subject,
    wrong: row.wrong,
    correct: row.correct,
    state: row.state,
    requestedAt: row.requested_at,
    dueAt: row.due_at,
    isLate: row.state === 'OPEN' && Date.parse(row.due_at) < clock.now().getTime(),
    answer: row.answer,
    decidedAt: row.decided_at,
    decidedBy:
      row.decided_by === null
        ? null
        : toPerson({ id: row.decided_by, handle: row.decider_handle ?? '', display_name: row.decider_name ?? '' }),
    version: row.version,
    viewerCan: { decide: row.state === 'OPEN' && allows(viewer, 'correction.decide', { concerns: [row.person_id] }) },
  };
}
