import { allows, mayAppoint, previousYear, type Language } from '@stoa/domain';
import { reachOf, type Reach, type Target } from '../../platform/authorize.js';
import type { Context, Loader } from '../../platform/context.js';
import { toGlobalId } from '../../platform/ids.js';
import { nameOf } from '../territories/index.js';
import { holdsNetwork, judged } from './health.present.js';
import { healthStatement, type HealthOf, type HealthRow } from './health.statement.js';
import type { NetworkHealthType } from './health.types.js';
import type { CountyOverviewType, OverviewPlace, OverviewSums, RegionOverviewType } from './overview.types.js';
import { windowOf, type Window } from './window.js';

/** Reads rows of the health statement. @param of gives the conditions; `$` puts a value among the statement's values */
export function healthRows(ctx: Context, window: Window, of: ($: (value: unknown) => string) => HealthOf): Promise<HealthRow[]> {
  const values: unknown[] = [];
  const $ = (value: unknown): string => `$${String(values.push(value))}`;
  const conditions = of($);
  return ctx.reads.rows<HealthRow>(healthStatement($, window, ctx.config.timeZone, conditions), values);
}

/** SQL: counties `t` within a reach of `county.overview`; the twin of asking the rights table about the county's path. */
export function countiesWithin($: (value: unknown) => string, reach: Reach): string {
  return `(${$(reach.all)}::boolean OR t.path && ${$(reach.scopeIds)}::uuid[])`;
}

/** Networks that had the year looked at, or the one before it and were not carried on. */
function ofYears($: (value: unknown) => string, window: Window): string {
  return `y.year >= ${$(previousYear(window.year))}`;
}

type County = Pick<HealthRow, 'county_id' | 'county_slug' | 'county_names' | 'county_lang'>;

function place(row: County, reader: Language): OverviewPlace {
  return {
    id: toGlobalId('Territory', row.county_id),
    slug: row.county_slug,
    name: nameOf({ names: row.county_names, lang: row.county_lang }, reader),
  };
}

function sumsOf(rows: readonly HealthRow[], networks: readonly NetworkHealthType[]): OverviewSums {
  const counties = [...new Map(rows.map((row) => [row.county_id, row])).values()];
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
  return {
    networks: networks.length,
    atRisk: networks.filter(({ overall }) => overall === 'AT_RISK').length,
    watch: networks.filter(({ overall }) => overall === 'WATCH').length,
    vacancies: networks.filter(({ coordinator }) => coordinator === null).length,
    schoolsReached: sum(counties.map((row) => row.schools_reached)),
    schools: sum(counties.map((row) => row.schools)),
    approvals: sum(counties.map((row) => row.approvals)),
    approvalsLate: sum(counties.map((row) => row.approvals_late)),
    members: sum(networks.map(({ members }) => members)),
    posts: sum(networks.flatMap(({ weeklyPosts }) => weeklyPosts)),
  };
}

interface AboveRow extends County {
  kind: string;
  path: string[];
  years: string[];
}

const ABOVE = `
  SELECT t.id AS county_id, t.slug AS county_slug, t.names AS county_names, t.lang AS county_lang, t.kind, t.path,
    CASE WHEN t.kind = 'COUNTY' THEN ARRAY(SELECT DISTINCT y.year FROM networks n JOIN network_years y ON y.network_id = n.id WHERE n.county_id = t.id ORDER BY y.year DESC) ELSE '{}' END AS years
  FROM territories t JOIN territories c ON t.id = ANY(c.path) WHERE c.slug = $1 ORDER BY cardinality(t.path)`;

/**
 * All networks of a county in a school year, worst first. Two statements, whatever the number of networks.
 * @param slug of a county
 * @param year as written or as in addresses; null for the current one
 * @returns null where there is no such county or the viewer does not oversee it
 * @throws Refusal BAD_REQUEST for a year that is none or to come
 */
export async function countyOverview(ctx: Context, slug: string, year: string | null): Promise<CountyOverviewType | null> {
  const window = windowOf(ctx, year);
  const reach = reachOf(ctx.viewer, 'county.overview');
  if (!reach.all && reach.scopeIds.length === 0) return null;
  const [rows, above] = await Promise.all([
    healthRows(ctx, window, ($) => ({ county: `t.slug = ${$(slug)} AND ${countiesWithin($, reach)}`, network: ofYears($, window) })),
    ctx.db.rows<AboveRow>(ABOVE, [slug]),
  ]);
  const [county] = rows;
  if (county === undefined) return null;
  const networks = judged(rows, window);
  const target: Target = { scopes: county.county_path };
  return {
    id: toGlobalId('CountyOverview', county.county_id),
    place: place(county, ctx.lang),
    above: above
      .filter(({ kind, path }) => kind === 'REGION' && allows(ctx.viewer, 'county.overview', { scopes: path }))
      .map((row) => place(row, ctx.lang)),
    year: window.year,
    years: above.at(-1)?.years ?? [],
    reportYear: window.reportYear,
    asOf: window.until.toISOString(),
    sums: sumsOf(rows, networks),
    networks,
    weeks: window.weeks,
    months: window.months,
    thresholds: { ...county.thresholds, version: county.thresholds_version },
    viewerCan: {
      editThresholds: allows(ctx.viewer, 'county.overview', target),
      createNetwork: allows(ctx.viewer, 'network.create', target),
      appoint: mayAppoint(ctx.viewer, 'NC', target),
      exportReports: allows(ctx.viewer, 'report.export', target),
    },
  };
}

/** The counties of a region, or of a country, with their sums; those with most networks at risk first. Arguments and result as of `countyOverview`. */
export async function regionOverview(ctx: Context, slug: string, year: string | null): Promise<RegionOverviewType | null> {
  const window = windowOf(ctx, year);
  const region = await ctx.db.row<County & { path: string[] }>(
    `SELECT t.id AS county_id, t.slug AS county_slug, t.names AS county_names, t.lang AS county_lang, t.path FROM territories t WHERE t.slug = $1 AND t.kind IN ('REGION', 'COUNTRY')`,
    [slug],
  );
  if (region === null || !allows(ctx.viewer, 'county.overview', { scopes: region.path })) return null;
  const rows = await healthRows(ctx, window, ($) => ({
    county: `t.path @> ARRAY[${$(region.county_id)}::uuid]`,
    network: ofYears($, window),
  }));
  const health = judged(rows, window);
  const counties = [...new Map(rows.map((row) => [row.county_id, row])).values()].map((county) => {
    const own = rows.filter((row) => row.county_id === county.county_id);
    const ids = new Set(own.filter(holdsNetwork).map((row) => toGlobalId('NetworkHealth', row.id)));
    return {
      place: place(county, ctx.lang),
      sums: sumsOf(
        own,
        health.filter(({ id }) => ids.has(id)),
      ),
    };
  });
  const order = ({ sums }: (typeof counties)[number]): number => -(sums.atRisk * 1000 + sums.watch);
  return {
    id: toGlobalId('RegionOverview', region.county_id),
    place: place(region, ctx.lang),
    year: window.year,
    asOf: window.until.toISOString(),
    sums: sumsOf(rows, health),
    counties: counties.sort((a, b) => order(a) - order(b) || (a.place.name.text < b.place.name.text ? -1 : 1)),
  };
}

/** Health of networks by id, today; one statement for all of a tick. Whoever loads one asks `network.health` of it. */
export const healthOfNetwork: Loader<string, NetworkHealthType | null> = async (ctx, ids) => {
  const window = windowOf(ctx, null);
  const rows = await healthRows(ctx, window, ($) => {
    const asked = `${$(ids)}::uuid[]`;
    return { county: `t.id IN (SELECT county_id FROM networks WHERE id = ANY(${asked}))`, network: `n.id = ANY(${asked})` };
  });
  const health = new Map(judged(rows, window).map((network) => [network.networkId, network]));
  return ids.map((id) => health.get(toGlobalId('Network', id)) ?? null);
};
