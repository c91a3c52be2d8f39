import type { Tx } from '../../../platform/database/database.js';
import type { PersonStatus } from '../../accounts/index.js';
import { isOnlyAdministrator } from '../../appointments/index.js';
import type { MergedPair } from './pair.js';

/** What keeps two people from being merged, in the order in which it is said. */
export const MERGE_HINDRANCES = [
  'YOURSELF',
  'GONE',
  'ERASURE_PENDING',
  'SUSPENDED',
  'STAYS_CLOSED',
  'LAST_ADMINISTRATOR',
  'DECIDED_ON_EACH_OTHER',
] as const;
export type MergeHindrance = (typeof MERGE_HINDRANCES)[number];

/** What a merge must know of either account. */
export interface MergedAccount {
  id: string;
  status: PersonStatus;
}

/**
 * What stands in the way. Nobody merges an account of their own, as nobody decides about themselves. A suspension is not shaken off by
 * a merge. Where one decided on what the other wrote or submitted, the record must go on showing that these were two accounts.
 */
export async function hindrancesOf(
  tx: Tx,
  { keep, away }: { keep: MergedAccount; away: MergedAccount },
  { actorId, today }: { actorId: string; today: string },
): Promise<MergeHindrance[]> {
  const pair = { keep: keep.id, away: away.id };
  const statuses = [keep.status, away.status];
  const stays = keep.status === 'ACTIVE' || (keep.status === 'INVITED' && away.status === 'INVITED');
  const holds: Record<MergeHindrance, boolean> = {
    YOURSELF: keep.id === actorId || away.id === actorId,
    GONE: statuses.includes('ERASED') || statuses.includes('MERGED'),
    ERASURE_PENDING: await isErasurePending(tx, pair),
    SUSPENDED: statuses.includes('SUSPENDED'),
    STAYS_CLOSED: !stays,
    LAST_ADMINISTRATOR: keep.status !== 'ACTIVE' && (await isOnlyAdministrator(tx, away.id, today)),
    DECIDED_ON_EACH_OTHER: await decidedOnEachOther(tx, pair),
  };
  return MERGE_HINDRANCES.filter((code) => holds[code]);
}

async function isErasurePending(tx: Tx, { keep, away }: MergedPair): Promise<boolean> {
  const open = await tx.row('SELECT 1 FROM erasures WHERE person_id IN ($1, $2) AND cancelled_at IS NULL AND done_at IS NULL', [
    keep,
    away,
  ]);
  return open !== null;
}

/** Moderation of a post or thread of the other, or of the annual report that the other submitted. */
async function decidedOnEachOther(tx: Tx, { keep, away }: MergedPair): Promise<boolean> {
  const found = await tx.row(
    `SELECT 1 FROM (VALUES ($1::uuid, $2::uuid), ($2::uuid, $1::uuid)) AS pair (one, other)
     WHERE EXISTS (SELECT 1 FROM posts o JOIN moderation_decisions d ON d.subject_type = 'Post' AND d.subject_id = o.id
         WHERE o.author_id = other AND d.decided_by = one)
       OR EXISTS (SELECT 1 FROM threads t JOIN moderation_decisions d ON d.subject_type = 'Thread' AND d.subject_id = t.id
         WHERE t.author_id = other AND d.decided_by = one)
       OR EXISTS (SELECT 1 FROM annual_reports r WHERE r.submitted_by = other AND r.decided_by = one)
     LIMIT 1`,
    [keep, away],
  );
  return found !== null;
}
