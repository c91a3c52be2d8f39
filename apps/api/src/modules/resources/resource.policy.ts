import { allows, isPublished, type ResourceState, type ResourceVisibility } from '@stoa/domain';
import { reachOf, withinReach, type Reach, type Target, type Viewer } from '../../platform/authorize.js';
import { Refusal } from '../../platform/errors.js';

/** What rights ask of a resource's row. */
export interface ResourceFacts {
  id: string;
  state: ResourceState;
  awaits_review: boolean;
  visibility: ResourceVisibility;
  network_id: string | null;
  structure_id: string | null;
  centre_id: string | null;
  school_id: string | null;
  /** Of the structure that it belongs to. */
  structure_centre_id: string | null;
  /** Path of its territory: country, region, county. */
  territory_path: string[];
  proposed_by: string | null;
  /** Who wrote and who sent the version that is open, where there is one. */
  open_created_by: string | null;
  open_submitted_by: string | null;
}

/** Columns that say what something belongs to. */
export type OwnedFacts = Pick<
  ResourceFacts,
  'network_id' | 'structure_id' | 'centre_id' | 'school_id' | 'structure_centre_id' | 'territory_path'
>;

/** What a resource belongs to, and all above it. */
export function resourceScopes(row: OwnedFacts): string[] {
  const owners = [row.network_id, row.structure_id, row.centre_id, row.structure_centre_id, row.school_id];
  return [...owners.filter((id) => id !== null), ...row.territory_path];
}

/** A resource as the rights table asks of it. Who wrote or sent a version never decides on it. */
export function resourceTarget(row: ResourceFacts): Target {
  return {
    scopes: resourceScopes(row),
    ...(row.network_id !== null && { networkId: row.network_id }),
    ownerId: row.proposed_by,
    isPublic: isPublished(row.state) && row.visibility === 'PUBLIC',
    concerns: [row.proposed_by, row.open_created_by, row.open_submitted_by].filter((id) => id !== null),
  };
}

/** Whether a viewer works with it as reviewers do, whatever its state but a draft that nobody has been shown yet. */
export function reviews(viewer: Viewer, row: ResourceFacts): boolean {
  if (row.state === 'DRAFT' && !row.awaits_review) return false;
  return allows(viewer, 'resource.review', { scopes: resourceScopes(row) });
}

/**
 * Whether a viewer may read a resource: what is published everybody, or the members of its network; the rest who proposed it, and
 * reviewers of its scope once it was submitted. A draft is nobody else's, not even an administrator's.
 */
export function canReadResource(viewer: Viewer, row: ResourceFacts): boolean {
  const target = resourceTarget(row);
  if (target.isPublic === true && allows(viewer, 'public.read', target)) return true;
  if (allows(viewer, 'resource.propose', target) || reviews(viewer, row)) return true;
  return isPublished(row.state) && row.network_id !== null && allows(viewer, 'discussion.read', target);
}

/** Whether a viewer may read what is not published of it: open and former versions, remarks. */
export function canReadVersions(viewer: Viewer, row: ResourceFacts): boolean {
  return allows(viewer, 'resource.propose', resourceTarget(row)) || reviews(viewer, row);
}

/** Whether a viewer may write a version of it: who proposed it, and reviewers of its scope. */
export function canWriteResource(viewer: Viewer, row: ResourceFacts): boolean {
  return canReadVersions(viewer, row);
}

/** Whether a viewer may decide on its open version, or on it as a whole where none is open. */
export function canReviewResource(viewer: Viewer, row: ResourceFacts): boolean {
  return reviews(viewer, row) && allows(viewer, 'resource.review', resourceTarget(row));
}

/** @throws Refusal UNAUTHENTICATED, NOT_FOUND or FORBIDDEN */
export function authorizeResource(viewer: Viewer, row: ResourceFacts, allowed: boolean): void {
  if (allowed) return;
  if (viewer.personId === null) throw new Refusal('UNAUTHENTICATED');
  throw new Refusal(canReadResource(viewer, row) ? 'FORBIDDEN' : 'NOT_FOUND');
}

/** The values behind `resourcesVisibleTo`. */
export interface ResourceReach {
  personId: string | null;
  read: Reach;
  review: Reach;
}

/** How far a viewer sees resources, for `resourcesVisibleTo`. */
export function resourceReach(viewer: Viewer): ResourceReach {
  return { personId: viewer.personId, read: reachOf(viewer, 'discussion.read'), review: reachOf(viewer, 'resource.review') };
}

/** SQL expressions for each value of a `ResourceReach`, such as their placeholders. */
export interface ResourceReachSql {
  personId: string;
  read: Record<keyof Reach, string>;
  review: Record<keyof Reach, string>;
}

/**
 * The SQL twin of `canReadResource` on `resources r`, its territory `t` and `structures rs`, which is joined where it belongs to one.
 */
export function resourcesVisibleTo($: ResourceReachSql): string {
  const inReview = `(${$.review.all}::boolean OR ${$.review.scopeIds}::uuid[] && (ARRAY[r.network_id, r.structure_id, r.centre_id, rs.centre_id, r.school_id] || t.path))`;
  return `(r.state IN ('PUBLISHED', 'OUTDATED') AND (r.visibility = 'PUBLIC' OR r.network_id IS NOT NULL AND ${withinReach($.read, 'r.network_id', 't.path')})
    OR r.proposed_by = ${$.personId}::uuid OR (r.state <> 'DRAFT' OR r.awaits_review) AND ${inReview})`;
}
