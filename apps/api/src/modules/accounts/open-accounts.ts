import type { Tx } from '../../platform/database/database.js';

/**
 * Opens the accounts of invited people of the demo world, whose one password is told to everybody. Elsewhere an account is opened by
 * its owner alone, who accepts the invitation.
 * @param passwordHash from `hashPassword`
 */
export async function openAccounts(tx: Tx, emails: readonly string[], passwordHash: string, now: Date): Promise<void> {
  await tx.row(
    `WITH opened AS (
       UPDATE people SET status = 'ACTIVE', email_confirmed_at = $3, version = version + 1 WHERE email = ANY($1) AND status = 'INVITED' RETURNING id
     ), credential AS (
       INSERT INTO credentials (person_id, password_hash, changed_at) SELECT id, $2, $3 FROM opened
     )
     UPDATE account_tokens SET used_at = $3 WHERE email = ANY($1) AND kind = 'INVITATION' AND used_at IS NULL`,
    [emails, passwordHash, now],
  );
}
