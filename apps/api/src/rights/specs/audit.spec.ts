import type { Specs } from '../operation.js';
import { EDGES, next } from './helpers.js';

const reads = { act: 'audit.read', on: 'none' } as const;

/** The audit log. */
export const auditLog: Specs = {
  auditLog: { ...reads, make: () => ({ first: 5, filter: { subjectType: 'Person', from: '2026-01-01' } }), fields: EDGES },
  auditPersonal: { ...reads, make: () => ({ entryId: 'AuditEntry_00000000-0000-7000-8000-000000000000' }), fields: 'key value' },
  auditFacets: { ...reads, make: () => ({}), fields: 'acts' },
  startAuditExport: { ...reads, make: () => ({ input: { filter: { act: 'signIn' }, clientMutationId: `log ${String(next())}` } }) },
};
