import { audit } from '../../../platform/database/audit.js';
import { authorize, signedIn } from '../../../platform/authorize.js';
import type { Context } from '../../../platform/context.js';
import { Refusal, reject } from '../../../platform/errors.js';
import { mutate } from '../../../platform/graphql/mutate.js';
import { fromGlobalId } from '../../../platform/ids.js';
import { publish } from '../../../platform/outbox/outbox.js';
import type { PersonStatus } from '../person.entity.js';
import { toPerson, type PersonRow } from '../person.queries.js';
import type { ChangePersonStatusInput, PersonChangedPayload } from '../profile.types.js';
import { requireRecentProof } from '../proof.js';
import { endSessions } from '../sessions.js';

/**
 * Keeps somebody out: every session ends at once and signing in is refused until `reactivatePerson`. What the person wrote stays.
 * @throws Refusal NOT_FOUND, CONFLICT @throws UserErrors NOT_YOURSELF, NOT_ACTIVE
 */
export function suspendPerson(ctx: Context, input: ChangePersonStatusInput): Promise<PersonChangedPayload> {
  return change(ctx, input, {
    act: 'suspendPerson',
    from: ['ACTIVE'],
    to: 'SUSPENDED',
    otherwise: 'NOT_ACTIVE',
    message: 'PersonSuspended',
  });
}

/**
 * Closes the account of somebody who left: like a suspension, but nobody did wrong. Only an administrator opens it again.
 * @throws Refusal NOT_FOUND, CONFLICT, PROOF_REQUIRED @throws UserErrors NOT_YOURSELF, NOT_ACTIVE
 */
export function deactivatePerson(ctx: Context, input: ChangePersonStatusInput): Promise<PersonChangedPayload> {
  return change(ctx, input, {
    act: 'deactivatePerson',
    from: ['ACTIVE'],
    to: 'DEACTIVATED',
    otherwise: 'NOT_ACTIVE',
    message: 'AccountDeactivated',
  });
}

/** Lets a suspended person, or one whose account is closed, sign in again. @throws Refusal NOT_FOUND, CONFLICT @throws UserErrors NOT_SUSPENDED */
export function reactivatePerson(ctx: Context, input: ChangePersonStatusInput): Promise<PersonChangedPayload> {
  return change(ctx, input, {
    act: 'reactivatePerson',
    from: ['SUSPENDED', 'DEACTIVATED'],
    to: 'ACTIVE',
    otherwise: 'NOT_SUSPENDED',
    message: 'PersonReactivated',
  });
}

interface Change {
  act: string;
  from: readonly PersonStatus[];
  to: PersonStatus;
  otherwise: string;
  message: string;
}

function change(
  ctx: Context,
  input: ChangePersonStatusInput,
  { act, from, to, otherwise, message }: Change,
): Promise<PersonChangedPayload> {
  return mutate(ctx, async (tx) => {
    const actorId = signedIn(ctx.viewer);
    authorize(ctx.viewer, 'register.change', {});
    if (to !== 'ACTIVE') requireRecentProof(ctx);
    const id = fromGlobalId(input.id, 'Person')?.id;
    const row = id
      ? await tx.row<PersonRow & { status: PersonStatus; version: number }>(
          'SELECT id, handle, display_name, status, version FROM people WHERE id = $1 FOR NO KEY UPDATE',
          [id],
        )
      : null;
    if (!row) throw new Refusal('NOT_FOUND');
    if (row.version !== input.expectedVersion) throw new Refusal('CONFLICT');
    if (row.id === actorId) return reject('NOT_YOURSELF');
    if (!from.includes(row.status)) return reject(otherwise);
    const closedBy = to === 'DEACTIVATED' ? actorId : null;
    await tx.row('UPDATE people SET status = $2, deactivated_by = $3, version = version + 1 WHERE id = $1', [row.id, to, closedBy]);
    await endSessions(tx, row.id);
    const now = ctx.clock.now();
    await audit(tx, { actorId, act, subjectType: 'Person', subjectId: row.id, at: now, requestId: ctx.requestId });
    await publish(tx, message, { personId: row.id, at: now });
    return { person: toPerson(row) };
  }) as Promise<PersonChangedPayload>;
}
