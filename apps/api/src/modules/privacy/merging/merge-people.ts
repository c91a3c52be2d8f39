import { authorize, signedIn } from '../../../platform/authorize.js';
import { dateIn } from '../../../platform/clock.js';
import type { Context } from '../../../platform/context.js';
import { audit } from '../../../platform/database/audit.js';
import type { Tx } from '../../../platform/database/database.js';
import { once } from '../../../platform/database/idempotency.js';
import { Refusal, reject } from '../../../platform/errors.js';
import { mutate } from '../../../platform/graphql/mutate.js';
import { fromGlobalId } from '../../../platform/ids.js';
import { publish } from '../../../platform/outbox/outbox.js';
import { requireRecentProof, toPerson, type PersonRow } from '../../accounts/index.js';
import { hindrancesOf, type MergedAccount } from './hindrances.js';
import { mergeRows } from './merge-rows.js';
import type { MergePeopleInput, PeopleMergedPayload } from './merging.types.js';

interface LockedPerson extends PersonRow, MergedAccount {
  version: number;
}

/**
 * Makes one person of two: everything that names the one who goes names the one who stays. It cannot be undone. Ways to sign in are given to
 * nobody; both addresses are told.
 * @throws Refusal NOT_FOUND, CONFLICT, PROOF_REQUIRED @throws UserErrors HANDLE_WRONG and MERGE_… for what stands in the way
 */
export function mergePeople(ctx: Context, input: MergePeopleInput): Promise<PeopleMergedPayload> {
  return mutate(ctx, async (tx) => {
    const actorId = signedIn(ctx.viewer);
    authorize(ctx.viewer, 'person.merge', {});
    requireRecentProof(ctx);
    const keepId = fromGlobalId(input.keepId, 'Person')?.id;
    const awayId = fromGlobalId(input.awayId, 'Person')?.id;
    if (!keepId || !awayId || keepId === awayId) throw new Refusal('NOT_FOUND');
    const key = { actorId, key: input.clientMutationId, operation: 'mergePeople', input: { ...input, clientMutationId: null } };
    await once(tx, { ...key, now: ctx.clock.now() }, async () => {
      await merge(tx, ctx, input, { keepId, awayId, actorId });
      return keepId;
    });
    const person = await tx.row<PersonRow>('SELECT id, handle, display_name FROM people WHERE id = $1', [keepId]);
    return { person: person && toPerson(person) };
  }) as Promise<PeopleMergedPayload>;
}

async function merge(
  tx: Tx,
  ctx: Context,
  input: MergePeopleInput,
  { keepId, awayId, actorId }: { keepId: string; awayId: string; actorId: string },
): Promise<void> {
  // In the order of their ids: two merges of the same people wait for each other instead of both. Whoever writes a row that names one of
  // them waits as well, and is refused where that one is gone.
  const rows = await tx.rows<LockedPerson>(
    'SELECT id, handle, display_name, status, version FROM people WHERE id IN ($1, $2) ORDER BY id FOR UPDATE',
    [keepId, awayId],
  );
  const keep = rows.find(({ id }) => id === keepId);
  const away = rows.find(({ id }) => id === awayId);
  if (!keep || !away) throw new Refusal('NOT_FOUND');
  if (keep.version !== input.keepVersion || away.version !== input.awayVersion) throw new Refusal('CONFLICT');
  const at = ctx.clock.now();
  const today = dateIn(at, ctx.config.timeZone);
  const [hindrance] = await hindrancesOf(tx, { keep, away }, { actorId, today });
  if (hindrance) reject(`MERGE_${hindrance}`);
  if (input.confirmHandle.trim() !== away.handle) reject('HANDLE_WRONG', 'confirmHandle');
  const moved = await mergeRows(tx, { keep: keepId, away: awayId }, { at, today, actorId });
  const entry = { actorId, act: 'mergePeople', subjectType: 'Person', at, requestId: ctx.requestId };
  await audit(tx, { ...entry, subjectId: keepId, detail: { away: awayId, ...moved } });
  // Whom the one who went was known as goes with them where they are erased.
  const personal = { personId: awayId, values: { name: away.display_name, handle: away.handle } };
  await audit(tx, { ...entry, subjectId: awayId, detail: { keep: keepId }, personal });
  await publish(tx, 'PeopleMerged', { keepId, awayId });
}
