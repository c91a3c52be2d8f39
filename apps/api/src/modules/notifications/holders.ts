import { grantsOf, rolesWith, type Act, type Role } from '@stoa/domain';
import { dateIn } from '../../platform/clock.js';
import type { Services } from '../../platform/services.js';

/** Today's appointments of `a`, `$` being the day. */
export const IN_FORCE = (today: string): string =>
  `a.revoked_at IS NULL AND a.starts_on <= ${today}::date AND (a.ends_on IS NULL OR a.ends_on >= ${today}::date)`;

/**
 * Whether persons may do an act in a network: the twin of `allows` where many persons are asked about one place.
 * @param $ SQL expressions: the person, the network, the path of its county, today
 */
export function mayDo(act: Act, $: { person: string; network: string; path: string; today: string }): string {
  const roles = (grant: 'all' | 'scope') => `ARRAY[${rolesWith(act, grant).map((role) => `'${role}'`)}]::text[]`;
  const member = grantsOf(act, 'M').includes('member')
    ? `OR EXISTS (SELECT 1 FROM memberships m WHERE m.person_id = ${$.person} AND m.network_id = ${$.network} AND m.state = 'ACTIVE')`
    : '';
  return `(EXISTS (SELECT 1 FROM appointments a WHERE a.person_id = ${$.person} AND ${IN_FORCE($.today)}
    AND (a.role = ANY(${roles('all')}) OR a.role = ANY(${roles('scope')}) AND a.scope_id = ANY(${$.path} || ${$.network}))) ${member})`;
}

/** Who decides today: everybody with the first of these roles that anybody holds for the place and is not concerned. */
export async function holdersOf(
  services: Services,
  roles: readonly Role[],
  scopes: readonly string[],
  concerned: string[],
): Promise<string[]> {
  const today = dateIn(services.clock.now(), services.config.timeZone);
  const rows = await services.db.rows<{ person_id: string; role: Role }>(
    `SELECT DISTINCT a.person_id, a.role FROM appointments a JOIN people p ON p.id = a.person_id AND p.status = 'ACTIVE'
     WHERE a.role = ANY($1) AND (a.role = 'AD' OR a.scope_id = ANY($2::uuid[])) AND a.person_id <> ALL($3::uuid[]) AND ${IN_FORCE('$4')} ORDER BY a.person_id`,
    [roles, scopes, concerned, today],
  );
  const level = roles.find((role) => rows.some((row) => row.role === role));
  return rows.filter((row) => row.role === level).map((row) => row.person_id);
}
