import type { ConsentAct } from '@stoa/domain';
import type { Context } from '../../../platform/context.js';
import type { Tx } from '../../../platform/database/database.js';
import { reject } from '../../../platform/errors.js';
import { fromGlobalId, newId } from '../../../platform/ids.js';
import { textsAsked } from './consent.queries.js';

/** Adds rows; nothing that was added is ever changed. */
export async function addConsents(tx: Tx, personId: string, textIds: readonly string[], act: ConsentAct, at: Date): Promise<void> {
  for (const textId of textIds)
    await tx.row('INSERT INTO consents (id, person_id, text_id, act, at) VALUES ($1, $2, $3, $4, $5)', [
      newId(),
      personId,
      textId,
      act,
      at,
    ]);
}

/**
 * Writes down that a person agrees to all that is asked for. Where nothing was published nothing is asked.
 * @param given ids of the versions that the person read; all that are asked for must be among them
 * @throws UserErrors CONSENT_REQUIRED
 */
export async function agree(
  tx: Tx,
  ctx: Pick<Context, 'clock' | 'config'>,
  personId: string,
  given: readonly string[] | null | undefined,
): Promise<void> {
  const read = new Set((given ?? []).map((each) => fromGlobalId(each, 'ConsentText')?.id));
  const asked = await textsAsked(ctx, tx, personId);
  if (asked.some(({ id }) => !read.has(id))) return reject('CONSENT_REQUIRED', 'agreesTo');
  await addConsents(
    tx,
    personId,
    asked.map(({ id }) => id),
    'GIVEN',
    ctx.clock.now(),
  );
}
