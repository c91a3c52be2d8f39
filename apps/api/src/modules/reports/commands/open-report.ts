import { allows, parseSchoolYear, type SchoolYear } from '@stoa/domain';
import { signedIn } from '../../../platform/authorize.js';
import type { Context } from '../../../platform/context.js';
import { audit } from '../../../platform/database/audit.js';
import { once } from '../../../platform/database/idempotency.js';
import { Refusal, reject } from '../../../platform/errors.js';
import { mutate } from '../../../platform/graphql/mutate.js';
import { fromGlobalId, newId } from '../../../platform/ids.js';
import { reportById } from '../report.access.js';
import type { AnnualReportPayload, OpenReportInput } from '../report.inputs.js';
import { presentReport } from '../report.present.js';
import { today } from '../report.queries.js';
import { compileReport, reportScope } from '../sources.js';

interface OwnerRow {
  id: string;
  county_id: string;
  lang: string;
  scopes: string[];
  vacant: boolean;
  year_known: boolean;
  last_coordinator_id: string | null;
}

const OWNER = `
  SELECT n.id, n.county_id, n.lang, n.id || t.path AS scopes, c.person_id IS NULL AS vacant,
    EXISTS (SELECT 1 FROM network_years y WHERE y.network_id = n.id AND y.year = $3) AS year_known,
    CASE WHEN c.person_id IS NULL THEN (SELECT a.person_id FROM appointments a WHERE a.scope_id = n.id AND a.role = 'NC' AND (a.revoked_at IS NOT NULL OR a.ends_on < $2)
      ORDER BY coalesce(a.revoked_at::date, a.ends_on) DESC LIMIT 1) END AS last_coordinator_id
  FROM networks n JOIN territories t ON t.id = n.county_id
  LEFT JOIN LATERAL (SELECT a.person_id FROM appointments a WHERE a.scope_id = n.id AND a.role = 'NC' AND a.revoked_at IS NULL
    AND a.starts_on <= $2 AND (a.ends_on IS NULL OR a.ends_on >= $2) LIMIT 1) c ON true
  WHERE n.id = $1 FOR UPDATE OF n`;

/**
 * Begins the annual report of a network: its figures are compiled at once. Beginning it twice gives the same report.
 * @throws Refusal NOT_FOUND
 */
export async function openReport(ctx: Context, input: OpenReportInput): Promise<AnnualReportPayload> {
  return mutate(ctx, async (tx) => {
    const networkId = fromGlobalId(input.networkId, 'Network')?.id;
    const year = parseSchoolYear(input.year);
    if (!year) reject('INVALID_SCHOOL_YEAR', 'year');
    const owner = networkId ? await tx.row<OwnerRow>(OWNER, [networkId, today(ctx), year]) : null;
    const target = owner && { scopes: owner.scopes, networkId: owner.id, coordinatorVacant: owner.vacant, lastCoordinatorId: owner.last_coordinator_id };
    if (!owner || !target || !allows(ctx.viewer, 'report.readPresented', target)) throw new Refusal('NOT_FOUND');
    if (!allows(ctx.viewer, 'report.write', target)) throw new Refusal('FORBIDDEN');
    if (!owner.year_known) reject('UNKNOWN_YEAR', 'year');
    const existing = await tx.row<{ id: string }>(`SELECT id FROM annual_reports WHERE owner_type = 'NETWORK' AND owner_id = $1 AND year = $2`, [owner.id, year]);
    const actorId = signedIn(ctx.viewer);
    const now = ctx.clock.now();
    const key = { actorId, key: input.clientMutationId, operation: 'openReport', input: { networkId, year }, now };
    const { id } = existing ?? (await once(tx, key, () => create(ctx, tx, owner, year, actorId, now)));
    const row = await reportById(tx, id, today(ctx));
    return { report: row && (await presentReport(ctx, row)) };
  });
}

async function create(ctx: Context, tx: Parameters<typeof once>[0], owner: OwnerRow, year: SchoolYear, actorId: string, now: Date): Promise<string> {
  const id = newId();
  const figures = await compileReport(tx, reportScope(owner.id, year, now, ctx.config.timeZone));
  await tx.row(
    `INSERT INTO annual_reports (id, county_id, owner_type, owner_id, year, lang, state, figures, figures_as_of, created_by, created_at)
     VALUES ($1, $2, 'NETWORK', $3, $4, $5, 'DRAFT', $6, $7, $8, $7)`,
    [id, owner.county_id, owner.id, year, owner.lang, JSON.stringify(figures), now, actorId],
  );
  await audit(tx, { actorId, act: 'openReport', subjectType: 'AnnualReport', subjectId: id, countyId: owner.county_id, at: now, requestId: ctx.requestId, detail: { year } });
  return id;
}
