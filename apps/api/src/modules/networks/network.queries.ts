import { yearAt } from '@stoa/domain';
import type { Tx } from '../../platform/database/database.js';
import { dateIn } from '../../platform/clock.js';
import { byId, type Context, type Loader } from '../../platform/context.js';
import { Refusal } from '../../platform/errors.js';
import { fromGlobalId, toGlobalId } from '../../platform/ids.js';
import { toPerson } from '../accounts/index.js';
import { networkReach, networksVisibleTo } from './network.policy.js';
import { networkStatement, type NetworkRow } from './network.statement.js';
import type { NetworkType } from './network.type.js';

/** Today's date and the current school year, as `networkStatement` takes them. */
export function networkDay(ctx: Pick<Context, 'clock' | 'config'>): [today: string, schoolYear: string] {
  const now = ctx.clock.now();
  return [dateIn(now, ctx.config.timeZone), yearAt(now, ctx.config.timeZone)];
}

/** Networks by id whatever the viewer's rights: whoever loads one asks `canReadNetwork` or `authorizeNetwork`. */
export const networkById: Loader<string, NetworkRow | null> = byId(
  (asked) => networkStatement({ today: '$2', schoolYear: '$3' }, `n.id ${asked}`),
  networkDay,
);

/**
 * A network's row, locked against other commands of the same network until the transaction ends; new threads and memberships of others may still refer to it.
 * @throws Refusal NOT_FOUND
 */
export async function lockNetwork(ctx: Pick<Context, 'clock' | 'config'>, tx: Tx, id: string): Promise<NetworkRow> {
  await tx.row('SELECT 1 FROM networks WHERE id = $1 FOR NO KEY UPDATE', [id]);
  const row = await tx.row<NetworkRow>(networkStatement({ today: '$1', schoolYear: '$2' }, 'n.id = $3'), [...networkDay(ctx), id]);
  if (!row) throw new Refusal('NOT_FOUND');
  return row;
}

/** The id behind a global id of a network. @throws Refusal NOT_FOUND where it is none */
export function networkIdOf(globalId: string): string {
  const found = fromGlobalId(globalId, 'Network');
  if (!found) throw new Refusal('NOT_FOUND');
  return found.id;
}

/** A network's page by slug or global id; null where there is none that the viewer may read. */
export async function network(ctx: Context, key: { slug?: string | null; id?: string | null }): Promise<NetworkType | null> {
  if ((key.slug == null) === (key.id == null)) throw new Refusal('BAD_REQUEST');
  const reach = networkReach(ctx.viewer);
  const id = key.id == null ? null : fromGlobalId(key.id, 'Network')?.id;
  if (id === undefined) return null;
  const visible = networksVisibleTo({ all: '$4', networkIds: '$5', scopeIds: '$6', personId: '$7' });
  const row = await ctx.db.row<NetworkRow>(
    networkStatement({ today: '$1', schoolYear: '$2' }, `${id === null ? 'n.slug = $3' : 'n.id = $3'} AND ${visible}`),
    [...networkDay(ctx), id ?? key.slug, reach.all, reach.networkIds, reach.scopeIds, reach.personId],
  );
  return row && toNetwork(row);
}

/** The public face of a row. */
export function toNetwork(row: NetworkRow): NetworkType {
  return {
    id: toGlobalId('Network', row.id),
    slug: row.slug,
    name: row.name,
    lang: row.lang,
    kind: row.kind,
    professions: row.professions,
    levels: row.levels,
    joiningRule: row.joining_rule,
    purpose: row.purpose,
    promotion: row.promotion,
    promotionHtml: row.promotion_html,
    promotedAt: row.promoted_at,
    coordinator:
      row.coordinator_id === null
        ? null
        : toPerson({ id: row.coordinator_id, handle: row.coordinator_handle ?? '', display_name: row.coordinator_name ?? '' }),
    vacant: row.vacant,
    vacantSince: row.vacant ? row.vacant_since : null,
    membersCount: row.members_count,
    threadsCount: row.threads_count,
    lastActivityAt: row.last_activity_at,
    createdAt: row.created_at,
    year:
      row.year_id === null || row.year === null || row.year_state === null
        ? null
        : { id: toGlobalId('NetworkYear', row.year_id), year: row.year, state: row.year_state, version: row.year_version ?? 1 },
    version: row.version,
    row,
  };
}
