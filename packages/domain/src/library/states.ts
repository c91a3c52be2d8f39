import type { Transitions } from '../transition.js';

/** States of a resource as readers meet it. Until its first version is published it is a draft. */
export const RESOURCE_STATES = ['DRAFT', 'PUBLISHED', 'OUTDATED', 'WITHDRAWN'] as const;
export type ResourceState = (typeof RESOURCE_STATES)[number];
export type ResourceAct = 'PUBLISH' | 'OUTDATE' | 'CONFIRM' | 'WITHDRAW' | 'RESTORE';

/** OUTDATE warns its readers, CONFIRM takes the warning back; a new version that is published does so too. */
export const RESOURCE: Transitions<ResourceState, ResourceAct> = {
  DRAFT: { PUBLISH: 'PUBLISHED' },
  PUBLISHED: { PUBLISH: 'PUBLISHED', OUTDATE: 'OUTDATED', WITHDRAW: 'WITHDRAWN' },
  OUTDATED: { PUBLISH: 'PUBLISHED', CONFIRM: 'PUBLISHED', WITHDRAW: 'WITHDRAWN' },
  WITHDRAWN: { RESTORE: 'PUBLISHED' },
};

/** Whether readers find a resource in this state. */
export function isPublished(state: ResourceState): boolean {
  return state === 'PUBLISHED' || state === 'OUTDATED';
}

/** States of one version. Of a resource at most one version is DRAFT or SUBMITTED, and at most one PUBLISHED. */
export const RESOURCE_VERSION_STATES = ['DRAFT', 'SUBMITTED', 'PUBLISHED', 'SUPERSEDED'] as const;
export type ResourceVersionState = (typeof RESOURCE_VERSION_STATES)[number];
export type ResourceVersionAct = 'SUBMIT' | 'TAKE_BACK' | 'RETURN' | 'PUBLISH' | 'SUPERSEDE';

/** RETURN gives a submitted version back to its writer with remarks; the published one stays public meanwhile. */
export const RESOURCE_VERSION: Transitions<ResourceVersionState, ResourceVersionAct> = {
  DRAFT: { SUBMIT: 'SUBMITTED' },
  SUBMITTED: { TAKE_BACK: 'DRAFT', RETURN: 'DRAFT', PUBLISH: 'PUBLISHED' },
  PUBLISHED: { SUPERSEDE: 'SUPERSEDED' },
  SUPERSEDED: {},
};
