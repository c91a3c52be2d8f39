import { allows } from '@stoa/domain';
import { reachOf, type Reach, type Viewer } from '../../platform/authorize.js';

/** What finding a person asks of them. */
export interface PersonFacts {
  id: string;
  status: string;
  /** Whether the profile is open to everybody. */
  is_public: boolean;
  /** Schools, centres, structures, networks and territories to which affiliations, current appointments and memberships tie the person, with all above them. */
  scopes: string[];
  /** Networks of active membership. */
  network_ids: string[];
}

/** Whether a viewer finds a person by name: oneself, whose profile is open to all, and whose affiliations the viewer may read. */
export function canFindPerson(viewer: Viewer, person: PersonFacts): boolean {
  if (person.status !== 'ACTIVE') return false;
  return (
    person.is_public || allows(viewer, 'affiliation.read', { ownerId: person.id, scopes: person.scopes, networkIds: person.network_ids })
  );
}

/** The values behind `peopleFoundBy`. */
export interface PeopleReach extends Reach {
  personId: string | null;
}

/** How far a viewer finds people. */
export function peopleReach(viewer: Viewer): PeopleReach {
  return { ...reachOf(viewer, 'affiliation.read'), personId: viewer.personId };
}

/**
 * The SQL twin of `canFindPerson` on `people p`.
 * @param $ an SQL expression for each value of `peopleReach`
 * @param today an SQL expression of today's date in the country
 */
export function peopleFoundBy($: Record<keyof PeopleReach, string>, today: string): string {
  const scopes = `${$.scopeIds}::uuid[]`;
  return `(p.status = 'ACTIVE' AND (${$.all}::boolean OR p.id = ${$.personId}::uuid OR p.preferences #>> '{profile,audience}' = 'EVERYONE'
    OR EXISTS (SELECT 1 FROM memberships m JOIN territories mt ON mt.id = m.county_id WHERE m.person_id = p.id AND m.state = 'ACTIVE'
      AND (m.network_id = ANY(${$.networkIds}::uuid[]) OR m.network_id = ANY(${scopes}) OR mt.path && ${scopes}))
    OR EXISTS (SELECT 1 FROM affiliations f JOIN territories ft ON ft.id = f.county_id LEFT JOIN schools fs ON fs.id = f.school_id LEFT JOIN territories st ON st.id = fs.territory_id
      WHERE f.person_id = p.id AND f.state <> 'ENDED' AND (f.school_id = ANY(${scopes}) OR ft.path && ${scopes} OR st.path && ${scopes}))
    OR EXISTS (SELECT 1 FROM appointments a LEFT JOIN territories at ON at.id = a.territory_id
      WHERE a.person_id = p.id AND a.revoked_at IS NULL AND a.starts_on <= ${today}::date AND (a.ends_on IS NULL OR a.ends_on >= ${today}::date)
        AND (a.scope_id = ANY(${scopes}) OR a.parent_scope_id = ANY(${scopes}) OR at.path && ${scopes}))))`;
}
