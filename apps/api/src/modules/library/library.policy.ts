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
