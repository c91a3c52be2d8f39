import type { Sql, Tx } from '../../../platform/database/database.js';
import { newId } from '../../../platform/ids.js';
import { publish } from '../../../platform/outbox/outbox.js';

/** Somebody as a provider knows them; the address may change, issuer and subject never do. */
export interface IdentityKey {
  provider: string;
  issuer: string;
  subject: string;
}

/** Whose an identity is. */
export function ownerOf(sql: Sql, { issuer, subject }: IdentityKey): Promise<{ id: string; person_id: string; status: string } | null> {
  return sql.row(
    'SELECT i.id, i.person_id, p.status FROM identities i JOIN people p ON p.id = i.person_id WHERE i.issuer = $1 AND i.subject = $2',
    [issuer, subject],
  );
}

/** Lets an identity sign a person in, and tells the person by mail. @returns its id; null where it is somebody's already */
export async function addIdentity(tx: Tx, personId: string, identity: IdentityKey, now: Date): Promise<string | null> {
  const id = newId();
  const added = await tx.row(
    `INSERT INTO identities (id, person_id, provider, issuer, subject, linked_at) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT DO NOTHING RETURNING 1`,
    [id, personId, identity.provider, identity.issuer, identity.subject, now],
  );
  if (!added) return null;
  await publish(tx, 'IdentityLinked', { personId, identityId: id, provider: identity.provider, at: now });
  return id;
}

/** Locks a person and counts the ways in: `identities`, and whether there is a password. */
export async function lockWaysIn(tx: Tx, personId: string): Promise<{ status: string; identities: number; password: boolean } | null> {
  const person = await tx.row<{ status: string }>('SELECT status FROM people WHERE id = $1 FOR NO KEY UPDATE', [personId]);
  const ways = await tx.row<{ identities: number; password: boolean }>(
    `SELECT (SELECT count(*)::int FROM identities WHERE person_id = $1) AS identities,
       EXISTS (SELECT 1 FROM credentials WHERE person_id = $1) AS password`,
    [personId],
  );
  return person && ways ? { ...person, ...ways } : null;
}
