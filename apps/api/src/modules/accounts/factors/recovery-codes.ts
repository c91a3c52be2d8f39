import { createHash, randomBytes } from 'node:crypto';
import type { Tx } from '../../../platform/database/database.js';

const HOW_MANY = 10;
/** Crockford's 32: no i, l, o or u, so that nothing is misread on paper. */
const LETTERS = '0123456789abcdefghjkmnpqrstvwxyz';

/** A code of 80 bits in four groups: too many to guess, so a plain digest keeps it. */
function newCode(): string {
  const letters = [...randomBytes(16)].map((byte) => LETTERS[byte % 32]).join('');
  return letters.replace(/(.{4})(?=.)/g, '$1-');
}

function digest(personId: string, code: string): Buffer {
  const read = code
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .replace(/o/g, '0')
    .replace(/[il]/g, '1');
  return createHash('sha256').update(`${personId}\n${read}`).digest();
}

/** Makes ten codes in place of all before. @returns the codes, which nobody can read again */
export async function renewRecoveryCodes(tx: Tx, personId: string): Promise<string[]> {
  const codes = Array.from({ length: HOW_MANY }, newCode);
  await tx.row('DELETE FROM recovery_codes WHERE person_id = $1', [personId]);
  await tx.row('INSERT INTO recovery_codes (person_id, code_hash) SELECT $1, unnest($2::bytea[])', [
    personId,
    codes.map((code) => digest(personId, code)),
  ]);
  return codes;
}

/** Uses up a code; false where it is none or was used before. However it is typed (case, gaps, o for 0), it is read alike. */
export async function takeRecoveryCode(tx: Tx, personId: string, code: string): Promise<boolean> {
  const taken = await tx.row(
    'UPDATE recovery_codes SET used_at = clock_timestamp() WHERE person_id = $1 AND code_hash = $2 AND used_at IS NULL RETURNING 1',
    [personId, digest(personId, code.slice(0, 100))],
  );
  return taken !== null;
}
