import { isPublished, rules, type ReportOutcome } from '@stoa/domain';
import { z } from 'zod';
import { signedIn } from '../../../platform/authorize.js';
import type { Context } from '../../../platform/context.js';
import { audit } from '../../../platform/database/audit.js';
import type { Tx } from '../../../platform/database/database.js';
import { Refusal, reject } from '../../../platform/errors.js';
import { checked } from '../../../platform/graphql/checked.js';
import { mutate } from '../../../platform/graphql/mutate.js';
import { fromGlobalId, toGlobalId } from '../../../platform/ids.js';
import { publish } from '../../../platform/outbox/outbox.js';
import { setColumns } from '../commands/change-resource.js';
import { authorizeResource, canReadVersions, canReviewResource } from '../resource.policy.js';
import { lockResource } from '../resource.queries.js';
import type { ResourceRow } from '../resource.statement.js';
import { recountUses } from '../uses/tell-use.js';
import type { DecideReportInput, ReportPayload } from './report.types.js';

interface OpenReport {
  id: string;
  resource_id: string;
  use_id: string | null;
  use_by: string | null;
  reported_by: string | null;
  decided_at: string | null;
  version: number;
}

/**
 * Decides a report: leaves everything as it is, or takes down what was reported. Other open reports of the same are answered with it.
 * Nobody decides on what comes from themselves, or on their own report.
 * @throws Refusal UNAUTHENTICATED, NOT_FOUND, FORBIDDEN, CONFLICT
 */
export async function decideReport(ctx: Context, input: DecideReportInput): Promise<ReportPayload> {
  const outcome = await mutate(ctx, async (tx) => {
    const by = signedIn(ctx.viewer);
    const report = await openReport(tx, fromGlobalId(input.id, 'ResourceReport')?.id ?? null);
    if (!report) throw new Refusal('NOT_FOUND');
    const row = await lockResource(tx, report.resource_id);
    if (!canReadVersions(ctx.viewer, row)) throw new Refusal('NOT_FOUND');
    const concerned = report.reported_by === by || (report.use_id ? report.use_by === by : row.proposed_by === by);
    const reviews = canReviewResource(
      ctx.viewer,
      report.use_id ? { ...row, proposed_by: null, open_created_by: null, open_submitted_by: null } : row,
    );
    authorizeResource(ctx.viewer, row, reviews && !concerned);
    if (report.version !== input.expectedVersion || report.decided_at !== null) throw new Refusal('CONFLICT');
    const { answer } = checked(z.object({ answer: rules.reason }), { answer: input.answer });
    const now = ctx.clock.now();
    if (input.outcome === 'TAKEN_DOWN') await takeDown(tx, row, report, now);
    await close(tx, report, { outcome: input.outcome, answer, by, now });
    await audit(tx, { actorId: by, act: 'decideReport', subjectType: 'Resource', subjectId: row.id, at: now, requestId: ctx.requestId });
    return { id: report.id };
  });
  return outcome.id === undefined
    ? { userErrors: outcome.userErrors }
    : { reportId: toGlobalId('ResourceReport', outcome.id), userErrors: [] };
}

function openReport(tx: Tx, id: string | null): Promise<OpenReport | null> {
  return tx.row<OpenReport>(
    `SELECT q.id, q.resource_id, q.use_id, u.person_id AS use_by, q.reported_by, q.decided_at, q.version
     FROM resource_reports q LEFT JOIN resource_uses u ON u.id = q.use_id WHERE q.id = $1 FOR UPDATE OF q`,
    [id],
  );
}

async function takeDown(tx: Tx, row: ResourceRow, report: OpenReport, now: Date): Promise<void> {
  if (report.use_id) {
    await tx.row('UPDATE resource_uses SET hidden_at = coalesce(hidden_at, $2) WHERE id = $1', [report.use_id, now]);
    await recountUses(tx, row.id);
    return;
  }
  if (!isPublished(row.state)) reject('RESOURCE_STATE');
  await setColumns(tx, 'resources', row.id, { state: 'WITHDRAWN', changed_at: now });
  await publish(tx, 'ResourceChanged', { resourceId: row.id });
}

/** Closes the report and, where something was taken down, all that say the same of it. */
async function close(tx: Tx, report: OpenReport, made: { outcome: ReportOutcome; answer: string; by: string; now: Date }): Promise<void> {
  const closed = await tx.rows<{ id: string }>(
    `UPDATE resource_reports SET outcome = $2, answer = $3, decided_by = $4, decided_at = $5, version = version + 1
     WHERE decided_at IS NULL AND (id = $1 OR $2 = 'TAKEN_DOWN' AND resource_id = $6 AND use_id IS NOT DISTINCT FROM $7) RETURNING id`,
    [report.id, made.outcome, made.answer, made.by, made.now, report.resource_id, report.use_id],
  );
  for (const { id } of closed) await publish(tx, 'ResourceReportDecided', { reportId: id });
}
