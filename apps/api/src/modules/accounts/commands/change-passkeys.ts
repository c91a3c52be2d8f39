import { rules } from '@stoa/domain';
import { signedIn, authorize } from '../../../platform/authorize.js';
import { audit } from '../../../platform/database/audit.js';
import type { Context } from '../../../platform/context.js';
import { Refusal, reject } from '../../../platform/errors.js';
import { checked } from '../../../platform/graphql/checked.js';
import { mutate, prepareAndMutate } from '../../../platform/graphql/mutate.js';
import { fromGlobalId, newId } from '../../../platform/ids.js';
import { takeChallenge } from '../factors/challenges.js';
import { checkNewPasskey } from '../factors/passkeys.js';
import type { AddPasskeyInput, FactorsChangedPayload, RemovePasskeyInput, RenamePasskeyInput } from '../security.types.js';
import { changeFactors, changer } from './change-factors.js';
import { under } from './under.js';

const MOST = 20;

/** Keeps a passkey that the browser made. @throws UserErrors PASSKEY_REFUSED, PASSKEYS_TOO_MANY or a rule of the name @throws Refusal PROOF_REQUIRED */
export function addPasskey(ctx: Context, input: AddPasskeyInput): Promise<FactorsChangedPayload> {
  const personId = changer(ctx);
  const prepare = async () => ({
    ...checked(under('name', rules.name), { name: input.name }),
    ...(await checkNewPasskey(ctx, ctx.me?.sessionId ?? '', input.response)),
  });
  return prepareAndMutate(ctx, prepare, async (tx, { name, credential, challenge }) => {
    const recoveryCodes = await changeFactors(tx, ctx, personId, 'PASSKEY_ADDED', async () => {
      if (!(await takeChallenge(tx, challenge))) return reject('PASSKEY_REFUSED');
      const held = await tx.row<{ n: number }>('SELECT count(*)::int AS n FROM passkeys WHERE person_id = $1', [personId]);
      if ((held?.n ?? 0) >= MOST) return reject('PASSKEYS_TOO_MANY');
      const added = await tx.row(
        `INSERT INTO passkeys (id, person_id, credential_id, public_key, counter, transports, name, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (credential_id) DO NOTHING RETURNING 1`,
        [
          newId(),
          personId,
          credential.id,
          Buffer.from(credential.publicKey),
          credential.counter,
          credential.transports ?? [],
          name,
          ctx.clock.now(),
        ],
      );
      if (!added) return reject('PASSKEY_REFUSED');
    });
    return { done: true, recoveryCodes };
  }) as Promise<FactorsChangedPayload>;
}

/** Gives a passkey of the viewer another name. @throws UserErrors of the rule @throws Refusal NOT_FOUND, CONFLICT */
export function renamePasskey(ctx: Context, input: RenamePasskeyInput): Promise<FactorsChangedPayload> {
  const personId = signedIn(ctx.viewer);
  authorize(ctx.viewer, 'profile.own', { ownerId: personId });
  return mutate(ctx, async (tx) => {
    const { name } = checked(under('name', rules.name), { name: input.name });
    const id = fromGlobalId(input.id, 'Passkey')?.id;
    const row = id
      ? await tx.row<{ version: number }>('SELECT version FROM passkeys WHERE id = $1 AND person_id = $2 FOR UPDATE', [id, personId])
      : null;
    if (!id || !row) throw new Refusal('NOT_FOUND');
    if (row.version !== input.expectedVersion) throw new Refusal('CONFLICT');
    await tx.row('UPDATE passkeys SET name = $2, version = version + 1 WHERE id = $1', [id, name]);
    await audit(tx, {
      actorId: personId,
      act: 'renamePasskey',
      subjectType: 'Passkey',
      subjectId: id,
      at: ctx.clock.now(),
      requestId: ctx.requestId,
    });
    return { done: true, recoveryCodes: null };
  }) as Promise<FactorsChangedPayload>;
}

/** Forgets a passkey of the viewer. @throws Refusal NOT_FOUND, PROOF_REQUIRED */
export function removePasskey(ctx: Context, input: RemovePasskeyInput): Promise<FactorsChangedPayload> {
  const personId = changer(ctx);
  return mutate(ctx, async (tx) => {
    await changeFactors(tx, ctx, personId, 'PASSKEY_REMOVED', async () => {
      const id = fromGlobalId(input.id, 'Passkey')?.id;
      const gone = id && (await tx.row('DELETE FROM passkeys WHERE id = $1 AND person_id = $2 RETURNING 1', [id, personId]));
      if (!gone) throw new Refusal('NOT_FOUND');
    });
    return { done: true, recoveryCodes: null };
  }) as Promise<FactorsChangedPayload>;
}
