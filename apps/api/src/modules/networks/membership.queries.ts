import { searchFold, type MembershipState, type Profession } from '@stoa/domain';
import type { Context, Loader } from '../../platform/context.js';
import type { Sql } from '../../platform/database/database.js';
import { cursors, pageSize, toPage } from '../../platform/graphql/cursor.js';
import type { Page } from '../../platform/graphql/types.js';
import { toGlobalId } from '../../platform/ids.js';
import { toPerson } from '../accounts/index.js';
import type { MembershipType } from './membership.type.js';
import { networkDay } from './network.queries.js';

/** A membership's row with person, school and profession. Times are ISO text. */
export interface MembershipRow {
  id: string;
  network_id: string;
  person_id: string;
  handle: string;
  display_name: string;
  name_key: string;
  school_name: string | null;
  school_slug: string | null;
  profession: Profession | null;
  confirmed: boolean;
  coordinates: boolean;
  state: MembershipState;
  message: string;
  refusal_reason: string;
  requested_at: string;
  joined_at: string | null;
  suspended_until: string | null;
  /** Of a membership that ended: whether somebody else ended or refused it. */
  turned_away: boolean;
  version: number;
}

/** People are listed by their folded names, cut so that a cursor stays short. */
const NAME_KEY = 'left(p.search, 100) COLLATE "C"';

/**
 * Memberships with what is shown of the person: the affiliation at the membership's school, else a confirmed one, else the newest.
 * @param today an SQL expression for the date in the country
 */
function membershipStatement(today: string, where: string): string {
  return `SELECT m.id, m.network_id, m.person_id, p.handle, p.display_name, ${NAME_KEY} AS name_key, s.name AS school_name, s.slug AS school_slug,
      a.profession, coalesce(a.state = 'CONFIRMED', false) AS confirmed,
      EXISTS (SELECT 1 FROM appointments nc WHERE nc.scope_id = m.network_id AND nc.role = 'NC' AND nc.person_id = m.person_id
        AND nc.revoked_at IS NULL AND nc.starts_on <= ${today}::date AND (nc.ends_on IS NULL OR nc.ends_on >= ${today}::date)) AS coordinates,
      m.state, m.message, m.refusal_reason, m.requested_at, m.joined_at, m.suspended_until,
      m.state IN ('LEFT', 'REFUSED') AND m.refusal_reason <> '' AS turned_away, m.version
    FROM memberships m
    JOIN people p ON p.id = m.person_id
    LEFT JOIN LATERAL (
      SELECT f.school_id, f.profession, f.state FROM affiliations f WHERE f.person_id = m.person_id AND f.state <> 'ENDED'
      ORDER BY (f.school_id = m.school_id) DESC NULLS LAST, f.state = 'CONFIRMED' DESC, f.starts_on DESC, f.id LIMIT 1
    ) a ON true
    LEFT JOIN schools s ON s.id = coalesce(m.school_id, a.school_id)
    WHERE ${where}`;
}

/** The public face of a row. @param details whether message, reason and suspension may be shown */
export function toMembership(row: MembershipRow, details: boolean): MembershipType {
  return {
    id: toGlobalId('Membership', row.id),
    state: row.state,
    person: toPerson({ id: row.person_id, handle: row.handle, display_name: row.display_name }),
    profession: row.profession,
    schoolName: row.school_name,
    schoolSlug: row.school_slug,
    affiliationConfirmed: row.confirmed,
    coordinates: row.coordinates,
    requestedAt: row.requested_at,
    joinedAt: row.joined_at,
    message: details ? row.message : null,
    reason: details && row.refusal_reason !== '' ? row.refusal_reason : null,
    suspendedUntil: details ? row.suspended_until : null,
    version: row.version,
  };
}

/** The viewer's last membership in each network, closed ones included; null where there never was one. */
export const ownMembership: Loader<string, MembershipRow | null> = async (ctx, networkIds) => {
  if (ctx.viewer.personId === null) return networkIds.map(() => null);
  const rows = await ctx.db.rows<MembershipRow>(
    `SELECT DISTINCT ON (own.network_id) own.* FROM (${membershipStatement('$1', 'm.person_id = $2 AND m.network_id = ANY($3)')}) own
     ORDER BY own.network_id, own.requested_at DESC, own.id DESC`,
    [networkDay(ctx)[0], ctx.viewer.personId, networkIds],
  );
  const byNetwork = new Map(rows.map((row) => [row.network_id, row]));
  return networkIds.map((id) => byNetwork.get(id) ?? null);
};

/** Memberships by id, in the order of the ids, whatever the viewer's rights. */
export async function membershipsById(ctx: Context, ids: readonly string[]): Promise<MembershipRow[]> {
  const rows = await ctx.db.rows<MembershipRow>(membershipStatement('$1', 'm.id = ANY($2)'), [networkDay(ctx)[0], ids]);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** All ACTIVE members by name, whatever the viewer's rights. @param today the date in the country */
export function allMembers(sql: Sql, networkId: string, today: string): Promise<MembershipRow[]> {
  return sql.rows<MembershipRow>(`${membershipStatement('$1', "m.network_id = $2 AND m.state = 'ACTIVE'")} ORDER BY name_key, m.id`, [
    today,
    networkId,
  ]);
}

/** A page of ACTIVE members by name. @param query beginnings of words of names; accents and case are forgiven */
export async function membersOf(
  ctx: Context,
  networkId: string,
  page: { first: number; after?: string | null; query?: string | null },
  details: boolean,
): Promise<Page<MembershipType>> {
  const first = pageSize(page.first);
  const sealer = cursors(ctx.config.secrets[0] ?? '');
  const [afterName, afterId] = page.after ? sealer.open(page.after) : [];
  const words = searchFold(page.query ?? '').map((word) => `% ${word}%`);
  const rows = await ctx.db.rows<MembershipRow>(
    `${membershipStatement(
      '$1',
      `m.network_id = $2 AND m.state = 'ACTIVE' AND ' ' || p.search LIKE ALL ($3::text[])
      AND ($4::text IS NULL OR (${NAME_KEY}, m.id) > ($4, $5::uuid))`,
    )}
     ORDER BY ${NAME_KEY}, m.id LIMIT $6`,
    [networkDay(ctx)[0], networkId, words, afterName ?? null, afterId ?? null, first + 1],
  );
  return toPage(
    sealer,
    rows,
    first,
    (row) => [row.name_key, row.id],
    (row) => toMembership(row, details || row.person_id === ctx.viewer.personId),
    page.after != null,
  );
}

/** A page of requests and unanswered invitations, the oldest first. */
export async function requestsOf(
  ctx: Context,
  networkId: string,
  page: { first: number; after?: string | null; state: 'REQUESTED' | 'INVITED' },
): Promise<Page<MembershipType>> {
  const first = pageSize(page.first);
  const sealer = cursors(ctx.config.secrets[0] ?? '');
  const [afterAt, afterId] = page.after ? sealer.open(page.after) : [];
  const rows = await ctx.db.rows<MembershipRow>(
    `${membershipStatement('$1', `m.network_id = $2 AND m.state = $3 AND ($4::timestamptz IS NULL OR (m.requested_at, m.id) > ($4, $5::uuid))`)}
     ORDER BY m.requested_at, m.id LIMIT $6`,
    [networkDay(ctx)[0], networkId, page.state, afterAt ?? null, afterId ?? null, first + 1],
  );
  return toPage(
    sealer,
    rows,
    first,
    (row) => [row.requested_at, row.id],
    (row) => toMembership(row, true),
    page.after != null,
  );
}
