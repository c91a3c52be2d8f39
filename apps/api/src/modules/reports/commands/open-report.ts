import { allows, parseSchoolYear, type SchoolYear } from '@stoa/domain';
import { signedIn } from '../../../platform/authorize.js';
import type { Context } from '../../../platform/context.js';
import { audit } from '../../../platform/database/audit.js';
import { once } from '../../../platform/database/idempotency.js';
import { Refusal, reject } from '../../../platform/errors.js';
import { mutate } from '../../../platform/graphql/mutate.js';
import { fromGlobalId, newId } from '../../../platform/ids.js';
import { reportById } from '../report.access.js';
import { ownerTarget, reportOwner, type OwnerRow } from '../report.owner.js';
import type { AnnualReportPayload, OpenReportInput } from '../report.inputs.js';
import { today } from '../report.queries.js';
import { presented } from './change-report.js';
import { compileReport, reportScope } from '../sources.js';

/**
 * Begins the annual report of a network: its figures are compiled at once. Beginning it twice gives the same report.
 * @throws Refusal NOT_FOUND
 */
export async function openReport(ctx: Context, input: OpenReportInput): Promise<AnnualReportPayload> {
  const outcome = await mutate(ctx, async (tx) => {
    const networkId = fromGlobalId(input.networkId, 'Network')?.id;
    const year = parseSchoolYear(input.year);
    if (!year) reject('INVALID_SCHOOL_YEAR', 'year');
    const owner = networkId ? await reportOwner(tx, { id: networkId }, today(ctx), true) : null;
    const target = owner && ownerTarget(owner);
    if (!owner || !target || !allows(ctx.viewer, 'report.readPresented', target)) throw new Refusal('NOT_FOUND');
    if (!allows(ctx.viewer, 'report.write', target)) throw new Refusal('FORBIDDEN');
    if (!owner.years.includes(year)) reject('UNKNOWN_YEAR', 'year');
    const existing = await tx.row<{ id: string }>(
      `SELECT id FROM annual_reports WHERE owner_type = 'NETWORK' AND owner_id = $1 AND year = $2`,
      [owner.id, year],
    );
    const actorId = signedIn(ctx.viewer);
    const now = ctx.clock.now();
    const key = { actorId, key: input.clientMutationId, operation: 'openReport', input: { networkId, year }, now };
    const { id } = existing ?? (await once(tx, key, () => create(ctx, tx, owner, year, actorId, now)));
    return { row: await reportById(tx, id, today(ctx)) };
  });
  return presented(ctx, outcome);
}

async function create(
  ctx: Context,
  tx: Parameters<typeof once>[0],
  owner: OwnerRow,
  year: SchoolYear,
  actorId: string,
  now: Date,
): Promise<string> {
  const id = newId();
  const figures = await compileReport(tx, reportScope(owner.id, year, now, ctx.config.timeZone));
  await tx.row(
    `INSERT INTO annual_reports (id, county_id, owner_type, owner_id, year, lang, state, figures, figures_as_of, created_by, created_at)
     VALUES ($1, $2, 'NETWORK', $3, $4, $5, 'DRAFT', $6, $7, $8, $7)`,
    [id, owner.county_id, owner.id, year, owner.lang, JSON.stringify(figures), now, actorId],
  );
  await audit(tx, {
    actorId,
    act: 'openReport',
    subjectType: 'AnnualReport',
    subjectId: id,
    countyId: owner.county_id,
    at: now,
    requestId: ctx.requestId,
    detail: { year },
  });
  return id;
}
