import { authorize, signedIn } from '../../../platform/authorize.js';
import type { Context } from '../../../platform/context.js';
import { Refusal, reject } from '../../../platform/errors.js';
import { mutate } from '../../../platform/graphql/mutate.js';
import { fromGlobalId } from '../../../platform/ids.js';
import { factorsOf, hasFactor } from '../factors/factors.js';
import { takeFactors } from '../factors/reset-factors.js';
import { toPerson, type PersonRow } from '../person.queries.js';
import type { PersonChangedPayload, RemoveFactorsInput } from '../profile.types.js';
import { requireRecentProof } from '../proof.js';

/**
 * Takes every second factor from somebody who cannot use them, or of whom somebody else may: every session ends, the password alone signs in
 * again, and a mail says so. One's own are changed where one signs in.
 * @throws Refusal NOT_FOUND, CONFLICT, PROOF_REQUIRED @throws UserErrors NOT_YOURSELF_FACTORS, FACTORS_GONE
 */
export function removeFactors(ctx: Context, input: RemoveFactorsInput): Promise<PersonChangedPayload> {
  return mutate(ctx, async (tx) => {
    const actorId = signedIn(ctx.viewer);
    authorize(ctx.viewer, 'register.change', {});
    requireRecentProof(ctx);
    const id = fromGlobalId(input.id, 'Person')?.id;
    const row = id
      ? await tx.row<PersonRow & { version: number }>(
          'SELECT id, handle, display_name, version FROM people WHERE id = $1 FOR NO KEY UPDATE',
          [id],
        )
      : null;
    if (!row) throw new Refusal('NOT_FOUND');
    if (row.version !== input.expectedVersion) throw new Refusal('CONFLICT');
    if (row.id === actorId) return reject('NOT_YOURSELF_FACTORS');
    if (!hasFactor(await factorsOf(tx, row.id))) return reject('FACTORS_GONE');
    await tx.row('UPDATE people SET version = version + 1 WHERE id = $1', [row.id]);
    const detail = { reason: input.reason };
    await takeFactors(tx, { personId: row.id, actorId, at: ctx.clock.now(), requestId: ctx.requestId, detail });
    return { person: toPerson(row) };
  }) as Promise<PersonChangedPayload>;
}
