import { createHash } from 'node:crypto';
import { hashedContent, isFrozen, missingNarrative, rules, type ReportContent, type ReportSection, type SchoolYear } from '@stoa/domain';
import { z } from 'zod';
import { signedIn } from '../../../platform/authorize.js';
import type { Context } from '../../../platform/context.js';
import type { Tx } from '../../../platform/database/database.js';
import { reject, UserErrors } from '../../../platform/errors.js';
import { checked } from '../../../platform/graphql/checked.js';
import { mutate } from '../../../platform/graphql/mutate.js';
import { newId } from '../../../platform/ids.js';
import { publish } from '../../../platform/outbox/outbox.js';
import type { ReportRow } from '../report.access.js';
import type { AcceptFiguresInput, AnnualReportPayload, ReportActInput, ReturnReportInput, WriteNarrativeInput } from '../report.inputs.js';
import { changesSince, compileReport, reportScope } from '../sources.js';
import { changeReport } from './change-report.js';

/** Checks typed values before a report is touched; gives the payload of what is wrong, or null. */
async function refusedValues(ctx: Context, check: () => void): Promise<AnnualReportPayload | null> {
  const outcome = await mutate(ctx, async () => {
    check();
    return {};
  });
  return outcome.userErrors.length > 0 ? { userErrors: outcome.userErrors } : null;
}

async function compileNow(ctx: Context, tx: Tx, row: ReportRow): Promise<ReportSection[]> {
  return compileReport(tx, reportScope(row.owner_id, row.year as SchoolYear, ctx.clock.now(), ctx.config.timeZone));
}

/** Takes over figures that changed in the records: all, or those named. */
export async function acceptFigures(ctx: Context, input: AcceptFiguresInput): Promise<AnnualReportPayload> {
  return changeReport(ctx, input, {
    right: 'report.write',
    name: 'acceptFigures',
    async change(tx, row, now) {
      if (isFrozen(row.state)) reject('REPORT_STATE');
      const current = await compileNow(ctx, tx, row);
      return { figures: input.paths ? withAccepted(row.figures, current, new Set(input.paths)) : current, figures_as_of: now };
    },
  });
}

/** The accepted figures with only the named ones renewed. A table is renewed whole, since its rows belong together. */
function withAccepted(accepted: readonly ReportSection[], current: readonly ReportSection[], paths: ReadonlySet<string>): ReportSection[] {
  const named = (prefix: string) => [...paths].some((path) => path === prefix || path.startsWith(`${prefix}/`));
  return current.map((section) => {
    const before = accepted.find(({ key }) => key === section.key);
    return {
      key: section.key,
      figures: section.figures.map((figure) =>
        named(`${section.key}/${figure.key}`) ? figure : (before?.figures.find(({ key }) => key === figure.key) ?? figure),
      ),
      tables: section.tables.map((table) =>
        named(`${section.key}/${table.key}`) ? table : (before?.tables.find(({ key }) => key === table.key) ?? table),
      ),
    };
  });
}

/** Saves the coordinator's words of one section. */
export async function writeNarrative(ctx: Context, input: WriteNarrativeInput): Promise<AnnualReportPayload> {
  let text = '';
  const refused = await refusedValues(ctx, () => {
    text = checked(z.object({ text: rules.narrative }), { text: input.text }).text;
  });
  if (refused) return refused;
  return changeReport(ctx, input, {
    right: 'report.write',
    name: 'writeNarrative',
    async change(_tx, row) {
      if (isFrozen(row.state)) reject('REPORT_STATE');
      return { narrative: { ...row.narrative, [input.key]: text } };
    },
  });
}

/** Shows the report to the members. */
export async function presentReportToMembers(ctx: Context, input: ReportActInput): Promise<AnnualReportPayload> {
  return changeReport(ctx, input, {
    right: 'report.write',
    act: 'PRESENT',
    name: 'presentReport',
    async change(tx, row, now) {
      await publish(tx, 'ReportPresented', { reportId: row.id });
      return { presented_at: now };
    },
  });
}

/**
 * Freezes figures and text and sends them to the county. Words that are required must be there, and changed figures accepted:
 * what is submitted is what the records say.
 */
export async function submitReport(ctx: Context, input: ReportActInput): Promise<AnnualReportPayload> {
  return changeReport(ctx, input, {
    right: 'report.write',
    act: 'SUBMIT',
    name: 'submitReport',
    async change(tx, row, now) {
      const missing = missingNarrative(row.narrative);
      if (missing.length > 0)
        throw new UserErrors(missing.map((key) => ({ code: 'REQUIRED', path: ['narrative', key], message: 'Required' })));
      if (changesSince(row.figures, await compileNow(ctx, tx, row)).length > 0) reject('FIGURES_CHANGED');
      const content: ReportContent = {
        ownerId: row.owner_id,
        schoolYear: row.year as SchoolYear,
        revision: row.revision,
        sections: row.figures,
        narrative: row.narrative,
      };
      const hash = createHash('sha256').update(hashedContent(content)).digest('hex');
      const submittedBy = signedIn(ctx.viewer);
      await tx.row(
        `INSERT INTO report_revisions (id, county_id, report_id, revision, content, content_hash, submitted_by, submitted_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [newId(), row.county_id, row.id, row.revision, JSON.stringify(content), hash, submittedBy, now],
      );
      await publish(tx, 'ReportSubmitted', { reportId: row.id });
      return { submitted_at: now, submitted_by: submittedBy, content_hash: hash, remarks: '' };
    },
  });
}

/** The county accepts the report. */
export async function approveReport(ctx: Context, input: ReportActInput): Promise<AnnualReportPayload> {
  return changeReport(ctx, input, {
    right: 'report.decide',
    act: 'APPROVE',
    name: 'approveReport',
    async change(tx, row, now) {
      await publish(tx, 'ReportDecided', { reportId: row.id });
      return { decided_at: now, decided_by: signedIn(ctx.viewer) };
    },
  });
}

/** The county gives the report back with remarks; what was submitted stays as it was. */
export async function returnReport(ctx: Context, input: ReturnReportInput): Promise<AnnualReportPayload> {
  let remarks = '';
  const refused = await refusedValues(ctx, () => {
    remarks = checked(z.object({ remarks: rules.reason }), { remarks: input.remarks }).remarks;
  });
  if (refused) return refused;
  return changeReport(ctx, input, {
    right: 'report.decide',
    act: 'RETURN',
    name: 'returnReport',
    async change(tx, row, now) {
      await publish(tx, 'ReportDecided', { reportId: row.id });
      return { decided_at: now, decided_by: signedIn(ctx.viewer), remarks };
    },
  });
}

/** Makes an approved report public, as it was submitted; it stays so. */
export async function publishReport(ctx: Context, input: ReportActInput): Promise<AnnualReportPayload> {
  return changeReport(ctx, input, {
    right: 'report.decide',
    act: 'PUBLISH',
    name: 'publishReport',
    change: async (_tx, _row, now) => ({ published_at: now }),
  });
}

/** Thaws a returned report as its next revision. */
export async function reviseReport(ctx: Context, input: ReportActInput): Promise<AnnualReportPayload> {
  return changeReport(ctx, input, {
    right: 'report.write',
    act: 'REVISE',
    name: 'reviseReport',
    async change(tx, row, now) {
      return { revision: row.revision + 1, figures: await compileNow(ctx, tx, row), figures_as_of: now, content_hash: null };
    },
  });
}
