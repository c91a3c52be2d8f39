import { newPassword } from '@stoa/domain';
import { hash, verify } from '@node-rs/argon2';
import type { Sql } from '../../platform/database/database.js';
import { reject } from '../../platform/errors.js';
import { checked } from '../../platform/graphql/checked.js';
import { under } from './commands/under.js';
import { judgePassword } from './password-strength/judge.js';

/** OWASP Password Storage Cheat Sheet: argon2id, 19 MiB, two passes, one lane (the library's default algorithm is argon2id). */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
const AT_ONCE = 4;
/** Compared with where no account exists, so that both answers take the same work. */
const decoy = hash('no such account', COST);

let running = 0;
const waiting: (() => void)[] = [];

/** Hashing takes memory: only a few run at once, the rest wait their turn. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  running += 1;
  try {
    return await work();
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}

/** Hashes a password after NFKC, so that the same keys on another system sign in too. */
export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password.normalize('NFKC'), COST));
}

/**
 * Checks a password that somebody chose, by the one rule of sign-up, invitation, reset and change, and hashes it.
 * @param field of the input, for the error's path
 * @throws UserErrors of the rule of values, PASSWORD_TOO_COMMON or PASSWORD_LIKE_YOU
 */
export async function hashChosenPassword(field: string, password: string, owner: { email: string; name: string }): Promise<string> {
  const value = checked(under(field, newPassword(owner.email)), { [field]: password })[field] ?? '';
  const verdict = await judgePassword(value, [owner.name, owner.email]);
  if (verdict !== 'STRONG') reject(verdict === 'COMMON' ? 'PASSWORD_TOO_COMMON' : 'PASSWORD_LIKE_YOU', field);
  return hashPassword(value);
}

/** Compares a password with a hash; with null it takes as long and answers false. */
export async function passwordMatches(stored: string | null, password: string): Promise<boolean> {
  const against = stored ?? (await decoy);
  const matches = await inTurn(() => verify(against, password.normalize('NFKC')));
  return matches && stored !== null;
}

/** Sets a person's password. @param passwordHash from `hashPassword` */
export async function savePassword(tx: Sql, personId: string, passwordHash: string, now: Date): Promise<void> {
  await tx.row(
    `INSERT INTO credentials (person_id, password_hash, changed_at) VALUES ($1, $2, $3)
     ON CONFLICT (person_id) DO UPDATE SET password_hash = EXCLUDED.password_hash, changed_at = EXCLUDED.changed_at`,
    [personId, passwordHash, now],
  );
}
