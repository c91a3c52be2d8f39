import { createHash } from 'node:crypto';
import { isSafeText } from '@stoa/domain';
import { Refusal } from '../errors.js';
import type { Tx } from './database.js';

const NOBODY = '00000000-0000-0000-0000-000000000000';

/** What makes a creating mutation safe to repeat. */
export interface OnceKey {
  actorId: string | null;
  /** The client's `clientMutationId`; null runs the work without protection. */
  key: string | null | undefined;
  operation: string;
  input: unknown;
  now: Date;
}

/** What a key stands for: the operation with its input. */
export function bodyHash(operation: string, input: unknown): Buffer {
  return createHash('sha256')
    .update(`${operation}\n${JSON.stringify(input)}`)
    .digest();
}

/** The key as the database keeps it. @throws Refusal BAD_REQUEST where it is too long or cannot be stored */
export function checkedKey(key: string | null | undefined): string | null {
  if (key && (key.length > 64 || !isSafeText(key).safe)) throw new Refusal('BAD_REQUEST', { limit: 'clientMutationId' });
  return key || null;
}

/**
 * Does `create` once for a key and returns the id of what it made; a repetition returns the same id without doing anything.
 * Parallel repetitions wait on the key's row, so all of them get the one result.
 * @throws Refusal IDEMPOTENCY_MISMATCH where the key was used with another body
 */
export async function once(tx: Tx, key: OnceKey, create: () => Promise<string>): Promise<{ id: string; replayed: boolean }> {
  const clientKey = checkedKey(key.key);
  if (!clientKey) return { id: await create(), replayed: false };
  const actor = key.actorId ?? NOBODY;
  const hash = bodyHash(key.operation, key.input);
  const inserted = await tx.row(
    `INSERT INTO idempotency_keys (actor_id, key, operation, body_hash, created_at) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT DO NOTHING RETURNING 1`,
    [actor, clientKey, key.operation, hash, key.now],
  );
  if (!inserted) {
    const kept = await tx.row<{ body_hash: Buffer; result_id: string }>(
      'SELECT body_hash, result_id FROM idempotency_keys WHERE actor_id = $1 AND key = $2',
      [actor, clientKey],
    );
    if (!kept || !hash.equals(kept.body_hash)) throw new Refusal('IDEMPOTENCY_MISMATCH');
    return { id: kept.result_id, replayed: true };
  }
  const id = await create();
  await tx.row('UPDATE idempotency_keys SET result_id = $3 WHERE actor_id = $1 AND key = $2', [actor, clientKey, id]);
  return { id, replayed: false };
}
