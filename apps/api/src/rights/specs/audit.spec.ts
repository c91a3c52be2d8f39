import type { Specs } from '../operation.js';
import { EDGES, next } from './helpers.js';

const reads = { act: 'audit.read', on: 'none' } as const;

/** The audit log. */
export const auditLog: Specs = {
  auditLog: { ...reads, make: () => ({ first: 5, filter: { subjectType: 'Person', from: '2026-01-01' } }), fields: EDGES },
  auditFacets: { ...reads, make: () => ({}), fields: 'acts' },
  startAuditExport: { ...reads, make: () => ({ input: { filter: { act: 'signIn' }, clientMutationId: `log ${String(next())}` } }) },
};
