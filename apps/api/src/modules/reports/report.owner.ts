import type { Target } from '../../platform/authorize.js';
import type { Sql } from '../../platform/database/database.js';

/** A network as its reports see it: whose rights count, and which years it has. */
export interface OwnerRow {
  id: string;
  county_id: string;
  name: string;
  slug: string;
  lang: string;
  scopes: string[];
  vacant: boolean;
  last_coordinator_id: string | null;
  /** School years of the network, newest first. */
  years: string[];
}

const OWNER = `
  SELECT n.id, n.county_id, n.name, n.slug, n.lang, n.id || t.path AS scopes, c.person_id IS NULL AS vacant,
    ARRAY(SELECT y.year FROM network_years y WHERE y.network_id = n.id ORDER BY y.year DESC) AS years,
    CASE WHEN c.person_id IS NULL THEN (SELECT a.person_id FROM appointments a WHERE a.scope_id = n.id AND a.role = 'NC' AND (a.revoked_at IS NOT NULL OR a.ends_on < $1) AND a.starts_on <= coalesce(a.revoked_at::date, a.ends_on)
      ORDER BY coalesce(a.revoked_at::date, a.ends_on) DESC LIMIT 1) END AS last_coordinator_id
  FROM networks n JOIN territories t ON t.id = n.county_id
  LEFT JOIN LATERAL (SELECT a.person_id FROM appointments a WHERE a.scope_id = n.id AND a.role = 'NC' AND a.revoked_at IS NULL
    AND a.starts_on <= $1 AND (a.ends_on IS NULL OR a.ends_on >= $1) LIMIT 1) c ON true`;

/** The network by id or address; locked where a report is to be begun, so that two beginnings give one. */
export function reportOwner(sql: Sql, network: { id: string } | { slug: string }, today: string, lock = false): Promise<OwnerRow | null> {
  const [column, value] = 'id' in network ? ['id', network.id] : ['slug', network.slug];
  return sql.row<OwnerRow>(`${OWNER} WHERE n.${column} = $2${lock ? ' FOR UPDATE OF n' : ''}`, [today, value]);
}

/** What the rights table asks of a report that is not yet begun. */
export function ownerTarget(owner: OwnerRow): Target {
  return { scopes: owner.scopes, networkId: owner.id, coordinatorVacant: owner.vacant, lastCoordinatorId: owner.last_coordinator_id };
}
