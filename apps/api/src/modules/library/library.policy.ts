import type { Viewer } from '../../platform/authorize.js';
import { resourceReach } from '../resources/index.js';

/** The values behind `wordsVisibleTo`. */
export interface LibraryReach {
  personId: string | null;
  all: boolean;
  networkIds: string[];
  scopeIds: string[];
}

/** How far a viewer finds resources that members alone may read. */
export function libraryReach(viewer: Viewer): LibraryReach {
  const { personId, read, review } = resourceReach(viewer);
  return {
    personId,
    all: read.all || review.all,
    networkIds: read.networkIds,
    scopeIds: [...new Set([...read.scopeIds, ...review.scopeIds])],
  };
}

/** The viewer as a plan reads it, in the statement itself: a common table, and its values. */
export interface ViewerReach {
  cte: string;
  values: readonly unknown[];
  sql: Record<keyof LibraryReach, string>;
}

/**
 * SQL expressions of a reach, whose values are added, which must be none yet: the viewer of a plan counts on being the first.
 * @returns the expressions, and the common tables that they read
 */
export function reachIn(reach: LibraryReach | ViewerReach, values: unknown[]): { sql: Record<keyof LibraryReach, string>; ctes: string[] } {
  if ('cte' in reach) {
    values.push(...reach.values);
    return { sql: reach.sql, ctes: [reach.cte] };
  }
  const $ = (value: unknown): string => `$${String(values.push(value))}`;
  const { personId, all, networkIds, scopeIds } = reach;
  return { sql: { personId: $(personId), all: $(all), networkIds: $(networkIds), scopeIds: $(scopeIds) }, ctes: [] };
}

/** Ids of what the person has proposed that members alone may read. */
const ownIds = ($: Record<keyof LibraryReach, string>): string =>
  `ARRAY(SELECT o.id FROM resources o WHERE o.proposed_by = ${$.personId}::uuid AND o.visibility = 'MEMBERS')`;

const withoutOwn = ($: Record<keyof LibraryReach, string>): string =>
  `(w.members_of IS NULL OR ${$.all}::boolean OR w.members_of = ANY(${$.networkIds}::uuid[]) OR w.scope_ids && ${$.scopeIds}::uuid[])`;

/**
 * What `resourcesVisibleTo` says of published resources, on `resource_words w` alone: a test feeds both the same rows.
 * @param $ an SQL expression for each value of `libraryReach`
 */
export function wordsVisibleTo($: Record<keyof LibraryReach, string>): string {
  return `(${withoutOwn($)} OR w.resource_id = ANY(${ownIds($)}))`;
}

/**
 * Kept counts of all that `wordsVisibleTo` lets be seen, as rows `no, resources`. What one has proposed to a network and may not read
 * otherwise is counted on the spot.
 */
export function countsVisibleTo($: Record<keyof LibraryReach, string>): string {
  return `SELECT c.no, sum(c.resources)::int AS resources FROM (
      SELECT k.no, k.resources FROM library_counts k LEFT JOIN networks n ON n.id = k.members_of LEFT JOIN territories t ON t.id = n.county_id
      WHERE k.members_of = '00000000-0000-0000-0000-000000000000' OR ${$.all}::boolean OR k.members_of = ANY(${$.networkIds}::uuid[])
        OR k.members_of = ANY(${$.scopeIds}::uuid[]) OR t.path && ${$.scopeIds}::uuid[]
      UNION ALL
      SELECT f.no, 1 FROM resource_words w, unnest(0 || w.facets) AS f(no) WHERE w.resource_id = ANY(${ownIds($)}) AND NOT ${withoutOwn($)}
    ) c GROUP BY 1 HAVING sum(c.resources) > 0`;
}
