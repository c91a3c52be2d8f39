import type { Transitions } from '../transition.js';

/** States of a collection or learning path. A draft is its writer's; of a path also its reviewers', once it was submitted. */
export const GATHERING_STATES = ['DRAFT', 'PUBLISHED', 'WITHDRAWN'] as const;
export type GatheringState = (typeof GATHERING_STATES)[number];
export type GatheringAct = 'PUBLISH' | 'WITHDRAW';

/** What was withdrawn can be published anew. */
export const GATHERING: Transitions<GatheringState, GatheringAct> = {
  DRAFT: { PUBLISH: 'PUBLISHED' },
  PUBLISHED: { WITHDRAW: 'WITHDRAWN' },
  WITHDRAWN: { PUBLISH: 'PUBLISHED' },
};

/** States of a certificate. */
export const CERTIFICATE_STATES = ['ISSUED', 'REVOKED'] as const;
export type CertificateState = (typeof CERTIFICATE_STATES)[number];
export const CERTIFICATE: Transitions<CertificateState, 'REVOKE'> = { ISSUED: { REVOKE: 'REVOKED' }, REVOKED: {} };
