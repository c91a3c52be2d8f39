import { ANNUAL_REPORT, transition, type ReportAct } from '@stoa/domain';
import type { Act } from '../../../platform/authorize.js';
import type { Context } from '../../../platform/context.js';
import { audit } from '../../../platform/database/audit.js';
import type { Tx } from '../../../platform/database/database.js';
import { Refusal, reject } from '../../../platform/errors.js';
import { mutate, type Outcome } from '../../../platform/graphql/mutate.js';
import { fromGlobalId } from '../../../platform/ids.js';
import { authorizeReport, reportById, type ReportRow } from '../report.access.js';
import type { AnnualReportPayload, ReportActInput } from '../report.inputs.js';
import { presentReport } from '../report.present.js';
import { today } from '../report.queries.js';

/** Columns that a change writes; a state only through `act`. */
export type ReportChange = Partial<
  Pick<ReportRow, 'figures' | 'narrative' | 'revision' | 'content_hash' | 'remarks' | 'submitted_by' | 'decided_by'> & {
    figures_as_of: Date;
    presented_at: Date | null;
    submitted_at: Date | null;
    decided_at: Date | null;
    published_at: Date;
  }
>;

const JSON_COLUMNS = new Set(['figures', 'narrative']);

/** What a command asks for and does, once the report is locked. */
export interface ReportCommand {
  right: Act;
  /** The transition; left out where the state stays. */
  act?: ReportAct;
  change(tx: Tx, row: ReportRow, now: Date): Promise<ReportChange>;
  /** The audit row's name. */
  name: string;
}

/**
 * One way to change a report: lock, right, version, transition, update, audit. Every command on a report goes through it.
 * @throws Refusal NOT_FOUND, FORBIDDEN, or CONFLICT where somebody was first
 */
export async function changeReport(ctx: Context, input: ReportActInput, command: ReportCommand): Promise<AnnualReportPayload> {
  const outcome = await mutate(ctx, async (tx) => {
    const id = fromGlobalId(input.id, 'AnnualReport')?.id;
    const row = id ? await reportById(tx, id, today(ctx), true) : null;
    if (!row) throw new Refusal('NOT_FOUND');
    authorizeReport(ctx.viewer, command.right, row);
    if (row.version !== input.expectedVersion) throw new Refusal('CONFLICT', { version: row.version });
    const state = command.act ? transition(ANNUAL_REPORT, row.state, command.act) : row.state;
    if (state === null) reject('REPORT_STATE');
    const now = ctx.clock.now();
    await save(tx, row, { ...(await command.change(tx, row, now)), state });
    await audit(tx, {
      actorId: ctx.viewer.personId,
      act: command.name,
      subjectType: 'AnnualReport',
      subjectId: row.id,
      countyId: row.county_id,
      at: now,
      requestId: ctx.requestId,
      detail: { from: row.state, to: state, revision: row.revision },
    });
    return { row: await reportById(tx, row.id, today(ctx)) };
  });
  return presented(ctx, outcome);
}

/** The payload of a command, presented after its transaction: what reads more asks for a connection of its own. */
export async function presented(ctx: Context, { row, userErrors }: Outcome<{ row: ReportRow | null }>): Promise<AnnualReportPayload> {
  return row === undefined ? { userErrors } : { userErrors: [], report: row && (await presentReport(ctx, row)) };
}

async function save(tx: Tx, row: ReportRow, change: ReportChange & { state: string }): Promise<void> {
  const entries = Object.entries(change);
  const columns = entries.map(([column], index) => `${column} = $${index + 3}`);
  const values = entries.map(([column, value]) => (JSON_COLUMNS.has(column) ? JSON.stringify(value) : value));
  const saved = await tx.rows(
    `UPDATE annual_reports SET ${columns.join(', ')}, version = version + 1 WHERE id = $1 AND version = $2 RETURNING 1`,
    [row.id, row.version, ...values],
  );
  if (saved.length !== 1) throw new Refusal('CONFLICT');
}
