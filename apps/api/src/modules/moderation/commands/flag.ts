import { rules, type FlagReason } from '@stoa/domain';
import { z } from 'zod';
import { authorize, signedIn } from '../../../platform/authorize.js';
import type { Context } from '../../../platform/context.js';
import { audit } from '../../../platform/database/audit.js';
import type { Tx } from '../../../platform/database/database.js';
import { Refusal, reject } from '../../../platform/errors.js';
import { checked } from '../../../platform/graphql/checked.js';
import { publish } from '../../../platform/outbox/outbox.js';
import { newId } from '../../../platform/ids.js';
import { reviewChanged } from '../live/review-feed.js';
import { adapterOf } from '../subjects.js';

const fields = z.object({ note: rules.note });

/**
 * Reports a subject to its moderators. The same person's second report of it changes nothing.
 * @returns the id of the person's flag
 * @throws UserErrors OWN_POST, NOT_VISIBLE, or REQUIRED for a note that says what OTHER means
 */
export async function flagSubject(
  ctx: Context,
  tx: Tx,
  input: { type: string; id: string; reason: FlagReason; note: string },
): Promise<string> {
  const me = signedIn(ctx.viewer);
  const { note } = checked(fields, { note: input.note });
  if (input.reason === 'OTHER' && note === '') reject('REQUIRED', 'note');
  const subject = await adapterOf(input.type).lock(tx, input.id);
  if (!subject) throw new Refusal('NOT_FOUND');
  authorize(ctx.viewer, 'post.flag', subject.target, 'discussion.read');
  if (subject.authorId === me) reject('OWN_POST');
  if (subject.status.visibility !== 'VISIBLE') reject('NOT_VISIBLE');
  const id = newId();
  const now = ctx.clock.now();
  const kept = await tx.row<{ id: string }>(
    `INSERT INTO flags (id, county_id, scope_id, subject_type, subject_id, author_id, reason, note, flagged_by, flagged_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (subject_type, subject_id, flagged_by) DO NOTHING RETURNING id`,
    [id, subject.countyId, subject.scopeId, input.type, input.id, subject.authorId, input.reason, note, me, now],
  );
  if (!kept) reject('ALREADY_REPORTED');
  await reviewChanged(tx, subject, 'queue');
  await audit(tx, {
    actorId: me,
    act: 'flag',
    subjectType: input.type,
    subjectId: input.id,
    countyId: subject.countyId,
    at: now,
    requestId: ctx.requestId,
    detail: { reason: input.reason },
  });
  await publish(tx, 'SubjectFlagged', { flagId: id });
  return id;
}
