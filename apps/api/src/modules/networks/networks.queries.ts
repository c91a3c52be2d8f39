import { searchFold, type NetworkKind, type NetworkYearState } from '@stoa/domain';
import type { Context } from '../../platform/context.js';
import { cursors, pageSize, toPage } from '../../platform/graphql/cursor.js';
import type { Page } from '../../platform/graphql/types.js';
import { networkReach, networksVisibleTo } from './network.policy.js';
import { networkDay, toNetwork } from './network.queries.js';
import { networkStatement, type NetworkRow } from './network.statement.js';
import type { NetworkType } from './network.type.js';

/** What a list of networks asks for; what is null filters nothing. */
export interface NetworksQuery {
  first: number;
  after?: string | null;
  /** Slug of a county, or of a region or country with all its counties. */
  county?: string | null;
  kind?: NetworkKind | null;
  /** Networks with this school year; `state` is then its state, else that of the year that runs. */
  year?: string | null;
  state?: NetworkYearState | null;
  /** Beginnings of words of name and purpose; case, accents and final sigma are forgiven. */
  query?: string | null;
  /** Only networks that the viewer coordinates, belongs to, asked to join or is invited to. */
  mine?: boolean | null;
}

/** The statement of a list and its values, made of the filters that are set. */
export function networksStatement(
  ctx: Pick<Context, 'viewer' | 'clock' | 'config'>,
  query: NetworksQuery,
  after: readonly unknown[] | null,
): { text: string; values: unknown[] } {
  const values: unknown[] = [];
  const $ = (value: unknown): string => `$${values.push(value)}`;
  const [today, schoolYear] = networkDay(ctx);
  const reach = networkReach(ctx.viewer);
  const day = { today: $(today), schoolYear: $(schoolYear) };
  const where = [
    networksVisibleTo({ all: $(reach.all), networkIds: $(reach.networkIds), scopeIds: $(reach.scopeIds), personId: $(reach.personId) }),
  ];
  if (query.county)
    where.push(
      `n.county_id IN (SELECT c.id FROM territories c JOIN territories w ON c.path @> ARRAY[w.id] WHERE w.slug = ${$(query.county)})`,
    );
  if (query.kind) where.push(`n.kind = ${$(query.kind)}`);
  if (query.year) {
    const state = query.state ? ` AND of.state = ${$(query.state)}` : '';
    where.push(`EXISTS (SELECT 1 FROM network_years of WHERE of.network_id = n.id AND of.year = ${$(query.year)}${state})`);
  } else if (query.state) where.push(`y.state = ${$(query.state)}`);
  // Folded words hold letters and digits only, so none of LIKE's own signs.
  const words = searchFold(query.query ?? '').map((word) => `% ${word}%`);
  if (words.length > 0) where.push(`' ' || n.search LIKE ALL (${$(words)}::text[])`);
  if (query.mine) where.push(mine(ctx, $));
  if (after) where.push(`(n.last_activity_at, n.id) < (${$(after[0])}::timestamptz, ${$(after[1])}::uuid)`);
  const text = networkStatement(
    day,
    `${where.join('\n    AND ')}\n    ORDER BY n.last_activity_at DESC, n.id DESC LIMIT ${$(query.first + 1)}`,
  );
  return { text, values };
}

function mine({ viewer }: Pick<Context, 'viewer'>, $: (value: unknown) => string): string {
  const ids = [...viewer.memberships.map((m) => m.networkId), ...viewer.appointments.filter((a) => a.role === 'NC').map((a) => a.scopeId)];
  return `(n.id = ANY(${$(ids)}::uuid[]) OR EXISTS (SELECT 1 FROM memberships mine WHERE mine.network_id = n.id AND mine.person_id = ${$(viewer.personId)}::uuid AND mine.state IN ('REQUESTED', 'INVITED')))`;
}

/** Networks that the viewer may read, the liveliest first. @throws Refusal BAD_REQUEST for a bad page or cursor */
export async function networks(ctx: Context, query: NetworksQuery): Promise<Page<NetworkType>> {
  const first = pageSize(query.first);
  const sealer = cursors(ctx.config.secrets[0] ?? '');
  const { text, values } = networksStatement(ctx, query, query.after ? sealer.open(query.after) : null);
  const rows = await ctx.reads.rows<NetworkRow>(text, values);
  return toPage(sealer, rows, first, (row) => [row.last_activity_at, row.id], toNetwork, query.after != null);
}
