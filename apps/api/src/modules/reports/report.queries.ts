import { allows, reportDue, type ReportState, type SchoolYear } from '@stoa/domain';
import { reachOf, type Act } from '../../platform/authorize.js';
import { dateIn } from '../../platform/clock.js';
import type { Context } from '../../platform/context.js';
import { cursors, pageSize, toPage } from '../../platform/graphql/cursor.js';
import type { Page } from '../../platform/graphql/types.js';
import { fromGlobalId, toGlobalId } from '../../platform/ids.js';
import { Refusal } from '../../platform/errors.js';
import { canReadInside, canReadReport, REPORT_COLUMNS, REPORT_FROM, reportById, type ReportRow } from './report.access.js';
import { presentReport, reportLang } from './report.present.js';
import { ownerTarget, reportOwner } from './report.owner.js';
import type { AnnualReportType, FigureChangeType, NetworkReportsType, ReportRowType } from './report.types.js';
import { changesSince, compileReport, reportScope, reportSources, wordsOf } from './sources.js';

/** Today in the installation's time zone, YYYY-MM-DD. */
export function today(ctx: Pick<Context, 'clock' | 'config'>): string {
  return dateIn(ctx.clock.now(), ctx.config.timeZone);
}

/** A report the viewer may read, by global id. @throws Refusal NOT_FOUND */
export async function readableReport(ctx: Context, globalId: string): Promise<ReportRow> {
  const id = fromGlobalId(globalId, 'AnnualReport')?.id;
  const row = id ? await reportById(ctx.db, id, today(ctx)) : null;
  if (!row || !canReadReport(ctx.viewer, row)) throw new Refusal('NOT_FOUND');
  return row;
}

/** The report of a network and year, or null where there is none that the viewer may read. */
export async function annualReport(ctx: Context, networkSlug: string, year: string): Promise<AnnualReportType | null> {
  const row = await ctx.db.row<ReportRow>(`SELECT ${REPORT_COLUMNS} FROM ${REPORT_FROM} WHERE n.slug = $2 AND r.year = $3`, [
    today(ctx),
    networkSlug,
    year,
  ]);
  return row && canReadReport(ctx.viewer, row) ? presentReport(ctx, row) : null;
}

/** The years of a network with their reports; to the public, those that are published. Null where the viewer may read nothing of it. */
export async function networkReports(ctx: Context, slug: string): Promise<NetworkReportsType | null> {
  const owner = await reportOwner(ctx.db, { slug }, today(ctx));
  if (!owner) return null;
  const rows = await ctx.db.rows<ReportRow>(`SELECT ${REPORT_COLUMNS} FROM ${REPORT_FROM} WHERE r.owner_id = $2`, [today(ctx), owner.id]);
  const readable = new Map(rows.filter((row) => canReadReport(ctx.viewer, row)).map((row) => [row.year, row.state]));
  const inside = allows(ctx.viewer, 'report.readPresented', ownerTarget(owner));
  if (!inside && readable.size === 0) return null;
  const begun = new Set(rows.map((row) => row.year));
  const mayWrite = allows(ctx.viewer, 'report.write', ownerTarget(owner));
  return {
    network: { id: toGlobalId('Network', owner.id), name: owner.name, slug: owner.slug, lang: owner.lang },
    years: owner.years
      .filter((year) => inside || readable.has(year))
      .map((year) => ({
        year,
        dueOn: reportDue(year as SchoolYear),
        state: readable.get(year) ?? null,
        viewerCanOpen: mayWrite && !begun.has(year),
      })),
  };
}

/** Filters of the list of reports. */
export interface ReportFilter {
  countyId?: string | null;
  year?: string | null;
  state?: ReportState | null;
}

const LIST = `
  SELECT ${REPORT_COLUMNS} FROM ${REPORT_FROM}
  WHERE ($2::boolean OR r.owner_id = ANY($3::uuid[]) OR t.path && $3::uuid[]) AND ($4::uuid IS NULL OR r.county_id = $4) AND ($5::text IS NULL OR r.year = $5)
    AND ($6::text IS NULL OR r.state = $6) AND ($7::text IS NULL OR (n.name, r.year, r.id) > ($7, $8, $9::uuid))
  ORDER BY n.name, r.year, r.id LIMIT $10`;

/** The reports that the viewer may export, or with state SUBMITTED those to decide; by network and year. */
export async function annualReports(
  ctx: Context,
  filter: ReportFilter,
  first: number,
  after?: string | null,
): Promise<Page<AnnualReportType>> {
  const size = pageSize(first);
  const seal = cursors(ctx.config.secrets[0] ?? '');
  const [name, year, id] = after ? seal.open(after) : [];
  const act: Act = 'report.export';
  const reach = reachOf(ctx.viewer, act);
  const county = filter.countyId ? (fromGlobalId(filter.countyId, 'Territory')?.id ?? null) : null;
  if (filter.countyId && !county) throw new Refusal('NOT_FOUND');
  const rows = await ctx.db.rows<ReportRow>(LIST, [
    today(ctx),
    reach.all,
    reach.scopeIds,
    county,
    filter.year ?? null,
    filter.state ?? null,
    name ?? null,
    year ?? null,
    id ?? null,
    size + 1,
  ]);
  const shown = new Map(await Promise.all(rows.slice(0, size).map(async (row) => [row.id, await presentReport(ctx, row)] as const)));
  return toPage(
    seal,
    rows,
    size,
    (row) => [row.network_name, row.year, row.id],
    (row) => shown.get(row.id) as AnnualReportType,
    Boolean(after),
  );
}

/** What changed in the records since the figures were accepted; empty for a frozen report and for those who do not write it. */
export async function figureChanges(ctx: Context, report: AnnualReportType): Promise<FigureChangeType[]> {
  if (!report.viewerCan.write) return [];
  const row = await readableReport(ctx, report.id);
  const scope = reportScope(row.owner_id, row.year as SchoolYear, ctx.clock.now(), ctx.config.timeZone);
  const lang = reportLang(row);
  return changesSince(row.figures, await compileReport(ctx.db, scope)).map(({ path, from, to }) => ({
    path,
    from,
    to,
    label: changeLabel(path, row, lang),
  }));
}

function changeLabel(path: string, row: ReportRow, lang: ReturnType<typeof reportLang>): string {
  const [section = '', key = '', rowKey, column] = path.split('/');
  const words = wordsOf(section, lang);
  if (column === undefined) return words(`label.${key}`);
  const table = row.figures.find((s) => s.key === section)?.tables.find((t) => t.key === key);
  const label = table?.rows.find((r) => r.key === rowKey)?.label ?? '';
  return `${words(`table.${key}`)}${label ? `, ${label}` : ''}: ${words(`column.${column}`)}`;
}

/**
 * The records behind a figure, as they are now. Only for those who may read the network's content.
 * @throws Refusal NOT_FOUND for an unknown figure or report
 */
export async function reportRows(
  ctx: Context,
  globalId: string,
  rowsKey: string,
  first: number,
  after?: string | null,
): Promise<Page<ReportRowType>> {
  const size = pageSize(first);
  const row = await readableReport(ctx, globalId);
  if (!canReadInside(ctx.viewer, row)) throw new Refusal('NOT_FOUND');
  const source = reportSources().find(({ key }) => rowsKey.startsWith(`${key}/`));
  const seal = cursors(ctx.config.secrets[0] ?? '');
  const [at, id] = after ? seal.open(after) : [];
  const scope = reportScope(
    row.owner_id,
    row.year as SchoolYear,
    row.submitted_at && row.content_hash ? new Date(row.submitted_at) : ctx.clock.now(),
    ctx.config.timeZone,
  );
  const rows = source
    ? await source.rows(ctx.db, scope, rowsKey, { first: size + 1, after: after ? { at: String(at), id: String(id) } : null })
    : null;
  if (!rows) throw new Refusal('NOT_FOUND');
  return toPage(
    seal,
    rows,
    size,
    (r) => [r.at, r.id],
    (r) => ({ ...r, id: toGlobalId('ReportRow', r.id) }),
    Boolean(after),
  );
}
