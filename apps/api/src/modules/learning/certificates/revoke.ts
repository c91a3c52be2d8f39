import { CERTIFICATE, rules, transition } from '@stoa/domain';
import { z } from 'zod';
import { authorize, signedIn } from '../../../platform/authorize.js';
import type { Context } from '../../../platform/context.js';
import { audit } from '../../../platform/database/audit.js';
import { Refusal, reject } from '../../../platform/errors.js';
import { checked } from '../../../platform/graphql/checked.js';
import { mutate } from '../../../platform/graphql/mutate.js';
import { fromGlobalId } from '../../../platform/ids.js';
import { publish } from '../../../platform/outbox/outbox.js';
import type { OwnedFacts } from '../../resources/index.js';
import { certificateTarget } from '../paths/path.policy.js';
import { certificateStatement, toCertificate } from './certificate.queries.js';
import type { CertificatePayload, CertificateRow, RevokeCertificateInput } from './certificate.types.js';

/** A certificate with what it belongs to, and who ran what it was given for. */
type Revocable = CertificateRow & OwnedFacts & { proposed_by: string | null; decided_by: string | null };

const REVOCABLE = `SELECT c.*, t.path AS territory_path, s.centre_id AS structure_centre_id, l.proposed_by, l.decided_by
  FROM certificates c JOIN territories t ON t.id = c.territory_id LEFT JOIN structures s ON s.id = c.structure_id
  LEFT JOIN learning_paths l ON c.subject_type = 'LearningPath' AND l.id = c.subject_id WHERE c.id = $1`;

/**
 * Revokes a certificate, for good; its person is told why, and its page says so.
 * @throws Refusal UNAUTHENTICATED, NOT_FOUND, FORBIDDEN for its own person, CONFLICT
 */
export async function revokeCertificate(ctx: Context, input: RevokeCertificateInput): Promise<CertificatePayload> {
  const id = fromGlobalId(input.id, 'Certificate')?.id;
  const outcome = await mutate(ctx, async (tx) => {
    const me = signedIn(ctx.viewer);
    if (!id) throw new Refusal('NOT_FOUND');
    await tx.row('SELECT 1 FROM certificates WHERE id = $1 FOR NO KEY UPDATE', [id]);
    const row = await tx.row<Revocable>(REVOCABLE, [id]);
    if (!row) throw new Refusal('NOT_FOUND');
    authorize(ctx.viewer, 'certificate.issue', { ...certificateTarget(row), ownerId: row.person_id }, 'profile.own');
    if (row.version !== input.expectedVersion) throw new Refusal('CONFLICT');
    const { reason } = checked(z.object({ reason: rules.reason }), { reason: input.reason });
    const state = transition(CERTIFICATE, row.state, 'REVOKE') ?? reject('CERTIFICATE_STATE');
    const now = ctx.clock.now();
    await tx.row(
      'UPDATE certificates SET state = $2, revoked_at = $3, revoked_by = $4, revoke_reason = $5, version = version + 1 WHERE id = $1',
      [id, state, now, me, reason],
    );
    await audit(tx, {
      actorId: me,
      act: 'revokeCertificate',
      subjectType: 'Certificate',
      subjectId: id,
      at: now,
      requestId: ctx.requestId,
    });
    await publish(tx, 'CertificateRevoked', { certificateId: id });
    return { id };
  });
  if (outcome.id === undefined) return { userErrors: outcome.userErrors };
  const row = await ctx.db.row<CertificateRow>(certificateStatement('c.id = $1'), [outcome.id]);
  return { certificate: row && toCertificate(row), userErrors: [] };
}
