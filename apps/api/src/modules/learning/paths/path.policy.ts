import { allows } from '@stoa/domain';
import type { Target, Viewer } from '../../../platform/authorize.js';
import {
  canReadResource,
  canReviewResource,
  canWriteResource,
  type OwnedFacts,
  resourceScopes,
  reviewsScope,
} from '../../resources/index.js';
import type { PathRow } from './path.statement.js';

/** Whether a viewer may read a path: by the rule of resources, whose SQL twin `resourcesVisibleTo` serves paths too. */
export const canReadPath: (viewer: Viewer, row: PathRow) => boolean = canReadResource;

/** Whether a viewer may write a path: its writer while nobody reviews it, and reviewers of its scope; what is published, they alone. */
export function canEditPath(viewer: Viewer, row: PathRow): boolean {
  if (reviewsScope(viewer, row)) return true;
  return row.state === 'DRAFT' && !row.awaits_review && canWriteResource(viewer, row);
}

/** Whether a viewer may decide on a path that somebody else has written. */
export const canReviewPath: (viewer: Viewer, row: PathRow) => boolean = canReviewResource;

/** A path as the right to issue and revoke its certificates asks of it: its organisers are who wrote it and who published it. */
export function certificateTarget(row: Pick<PathRow, 'proposed_by' | 'decided_by'> & OwnedFacts): Target {
  return { scopes: resourceScopes(row), named: [row.proposed_by, row.decided_by].filter((id) => id !== null) };
}

/** Whether a viewer may see and revoke the certificates of a path. */
export function canIssueCertificates(viewer: Viewer, row: PathRow): boolean {
  return allows(viewer, 'certificate.issue', certificateTarget(row));
}
