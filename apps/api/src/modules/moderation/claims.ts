import type { Context, Loader } from '../../platform/context.js';
import type { Tx } from '../../platform/database/database.js';
import { reject } from '../../platform/errors.js';
import { toPerson } from '../accounts/index.js';
import type { ClaimType } from './claim.types.js';
import { subjectKey, type SubjectKey } from './moderation.queries.js';

/** How long an item is kept for who opened it. */
const MINUTES = 5;

/** The claims in force on some subjects. */
export const claimOf: Loader<SubjectKey, ClaimType | null> = async (ctx, keys) => {
  const rows = await ctx.db.rows<{ subject_type: string; subject_id: string; until: string } & Parameters<typeof toPerson>[0]>(
    `SELECT c.subject_type, c.subject_id, c.claimed_until AS until, p.id, p.handle, p.display_name
     FROM unnest($1::text[]) AS k(key) JOIN review_claims c ON c.subject_type || ':' || c.subject_id = k.key JOIN people p ON p.id = c.claimed_by
     WHERE c.claimed_until > clock_timestamp()`,
    [keys],
  );
  const found = new Map(
    rows.map((row) => [
      subjectKey(row.subject_type, row.subject_id),
      { by: toPerson(row), until: row.until, mine: row.id === ctx.viewer.personId },
    ]),
  );
  return keys.map((key) => found.get(key) ?? null);
};

/** Takes a subject for somebody, or longer; a claim of somebody else in force stays theirs. @returns whether it is theirs now */
export async function takeClaim(tx: Tx, subject: { type: string; id: string; countyId: string }, by: string): Promise<boolean> {
  const taken = await tx.row(
    `INSERT INTO review_claims AS c (subject_type, subject_id, county_id, claimed_by, claimed_until)
     VALUES ($1, $2, $3, $4, clock_timestamp() + interval '${MINUTES} minutes')
     ON CONFLICT (subject_type, subject_id) DO UPDATE SET claimed_by = EXCLUDED.claimed_by, claimed_until = EXCLUDED.claimed_until
     WHERE c.claimed_by = EXCLUDED.claimed_by OR c.claimed_until <= clock_timestamp() RETURNING 1`,
    [subject.type, subject.id, subject.countyId, by],
  );
  return taken !== null;
}

/** Gives up one's own claim, so that others need not wait for its end. */
export async function dropClaim(tx: Tx, type: string, id: string, by: string): Promise<void> {
  await tx.row('DELETE FROM review_claims WHERE subject_type = $1 AND subject_id = $2 AND claimed_by = $3', [type, id, by]);
}

/** Refuses to decide on what somebody else looks at, and ends the decider's own claim. @throws UserErrors CLAIMED */
export async function endClaim(ctx: Pick<Context, 'viewer'>, tx: Tx, type: string, id: string): Promise<void> {
  const other = await tx.row(
    'SELECT 1 FROM review_claims WHERE subject_type = $1 AND subject_id = $2 AND claimed_by <> $3 AND claimed_until > clock_timestamp()',
    [type, id, ctx.viewer.personId],
  );
  if (other) reject('CLAIMED');
  await tx.row('DELETE FROM review_claims WHERE subject_type = $1 AND subject_id = $2', [type, id]);
}
