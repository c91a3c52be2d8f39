import type { Tx } from '../../../platform/database/database.js';
import type { MergedPair, MergeMoment } from './pair.js';
import { SETTLED_LEARNING } from './settle-learning.js';
import { SETTLED_LIBRARY } from './settle-library.js';
import { SETTLED_NOTICES } from './settle-notices.js';
import { SETTLED_WRITING } from './settle-writing.js';

/**
 * Makes one of two rows wherever both people have one and only one may be, before everything moves; `$1` stays, `$2` goes. A test
 * compares the tables with the unique indexes of the schema.
 */
export const SETTLED: Readonly<Record<string, (tx: Tx, pair: MergedPair, moment: MergeMoment) => Promise<void>>> = {
  ...SETTLED_WRITING,
  ...SETTLED_LIBRARY,
  ...SETTLED_LEARNING,
  ...SETTLED_NOTICES,
  memberships: settleMemberships,
  flags: settleFlags,
  thread_reads: ({ row }, { keep, away }) =>
    inTurn(
      row,
      [keep, away],
      [
        `UPDATE thread_reads k SET last_read_no = greatest(k.last_read_no, a.last_read_no), read_at = greatest(k.read_at, a.read_at)
       FROM thread_reads a WHERE k.person_id = $1 AND a.person_id = $2 AND a.thread_id = k.thread_id`,
        'DELETE FROM thread_reads a USING thread_reads k WHERE k.person_id = $1 AND a.person_id = $2 AND a.thread_id = k.thread_id',
      ],
    ),
  home_snoozes: ({ row }, { keep, away }) =>
    inTurn(
      row,
      [keep, away],
      [
        `UPDATE home_snoozes k SET until_on = greatest(k.until_on, a.until_on)
       FROM home_snoozes a WHERE k.person_id = $1 AND a.person_id = $2 AND a.item = k.item`,
        'DELETE FROM home_snoozes a USING home_snoozes k WHERE k.person_id = $1 AND a.person_id = $2 AND a.item = k.item',
      ],
    ),
  home_visits: ({ row }, { keep, away }) =>
    inTurn(
      row,
      [keep, away],
      [
        `UPDATE home_visits k SET seen_at = greatest(k.seen_at, a.seen_at), before_at = greatest(k.before_at, a.before_at)
       FROM home_visits a WHERE k.person_id = $1 AND a.person_id = $2`,
        'DELETE FROM home_visits a USING home_visits k WHERE k.person_id = $1 AND a.person_id = $2',
      ],
    ),
};

/** Makes one of two where nothing forbids two, and two would be shown twice. */
export const TIDIED: Readonly<Record<string, (tx: Tx, pair: MergedPair, moment: MergeMoment) => Promise<void>>> = {
  affiliations: settleAffiliations,
  appointments: settleAppointments,
  exports: async (tx, { away }, { at }) => {
    // One that is being written tells of somebody who is gone before it is done.
    await tx.row(
      `UPDATE exports SET state = 'CANCELLED', finished_at = $2 WHERE requested_by = $1 AND kind = 'PERSONAL' AND state IN ('QUEUED', 'RUNNING')`,
      [away, at],
    );
  },
};

async function inTurn(row: Tx['row'], values: readonly unknown[], statements: readonly string[]): Promise<void> {
  for (const statement of statements) await row(statement, values as unknown[]);
}

const OPEN = (table: string) => `${table}.state IN ('REQUESTED', 'INVITED', 'ACTIVE')`;
const BOTH_OPEN = `k.person_id = $1 AND a.person_id = $2 AND a.network_id = k.network_id AND ${OPEN('k')} AND ${OPEN('a')}`;

/** Of two open memberships of a network the stronger state and the earlier day stay, and the longer suspension; two active ones count as one. */
async function settleMemberships({ row }: Tx, { keep, away }: MergedPair): Promise<void> {
  const stronger = (column: string) => `CASE WHEN ${RANK('a')} < ${RANK('k')} THEN a.${column} ELSE k.${column} END`;
  await inTurn(
    row,
    [keep, away],
    [
      `UPDATE networks n SET members_count = n.members_count - 1 FROM memberships k, memberships a
     WHERE n.id = k.network_id AND ${BOTH_OPEN} AND k.state = 'ACTIVE' AND a.state = 'ACTIVE'`,
      `UPDATE memberships k SET state = ${stronger('state')}, invited_by = ${stronger('invited_by')}, decided_by = ${stronger('decided_by')},
       joined_at = least(k.joined_at, a.joined_at), requested_at = least(k.requested_at, a.requested_at),
       suspended_until = greatest(k.suspended_until, a.suspended_until), school_id = coalesce(k.school_id, a.school_id),
       message = CASE WHEN k.message = '' THEN a.message ELSE k.message END, version = k.version + 1
     FROM memberships a WHERE ${BOTH_OPEN}`,
      `DELETE FROM memberships a USING memberships k WHERE ${BOTH_OPEN}`,
    ],
  );
}

const RANK = (table: string) => `array_position(ARRAY['ACTIVE', 'INVITED', 'REQUESTED'], ${table}.state)`;

const SAME_SUBJECT = `k.flagged_by = $1 AND a.flagged_by = $2 AND (a.subject_type, a.subject_id) = (k.subject_type, k.subject_id)`;

/** Of two flags on the same post the one that waits for a decision stays, so that nothing waits unseen. */
async function settleFlags({ row }: Tx, { keep, away }: MergedPair): Promise<void> {
  await inTurn(
    row,
    [keep, away],
    [
      `UPDATE flags k SET reason = a.reason, note = a.note, flagged_at = a.flagged_at, resolved_by = NULL
     FROM flags a WHERE ${SAME_SUBJECT} AND k.resolved_by IS NOT NULL AND a.resolved_by IS NULL`,
      `DELETE FROM flags a USING flags k WHERE ${SAME_SUBJECT}`,
    ],
  );
}

const SAME_WORK = `k.person_id = $1 AND a.person_id = $2 AND k.state <> 'ENDED' AND a.state <> 'ENDED' AND a.profession = k.profession
  AND a.body = k.body AND a.school_id IS NOT DISTINCT FROM k.school_id`;

/** Of two affiliations with one school in one profession the confirmed one stays, from the earlier day. */
async function settleAffiliations({ row }: Tx, { keep, away }: MergedPair): Promise<void> {
  await inTurn(
    row,
    [keep, away],
    [
      `UPDATE affiliations k SET state = CASE WHEN a.state = 'CONFIRMED' THEN a.state ELSE k.state END, starts_on = least(k.starts_on, a.starts_on),
       ends_on = CASE WHEN k.ends_on IS NULL OR a.ends_on IS NULL THEN NULL ELSE greatest(k.ends_on, a.ends_on) END,
       confirmed_by = coalesce(k.confirmed_by, a.confirmed_by), confirmed_at = coalesce(k.confirmed_at, a.confirmed_at), version = k.version + 1
     FROM affiliations a WHERE ${SAME_WORK}`,
      `DELETE FROM affiliations a USING affiliations k WHERE ${SAME_WORK}`,
    ],
  );
}

/** Both in force or to come, for the same, at the same time. */
const SAME_POST = `k.person_id = $1 AND a.person_id = $2 AND a.role = k.role AND a.scope_id = k.scope_id AND k.revoked_at IS NULL AND a.revoked_at IS NULL
  AND daterange(k.starts_on, k.ends_on, '[]') && daterange(a.starts_on, a.ends_on, '[]') AND coalesce(a.ends_on, 'infinity') >= $3::date`;

/** Two appointments to one post become one of both terms; the other stays in the record as ended, with its letter. */
async function settleAppointments({ row }: Tx, { keep, away }: MergedPair, { at, today, actorId }: MergeMoment): Promise<void> {
  await row(
    `UPDATE appointments k SET starts_on = least(k.starts_on, a.starts_on),
       ends_on = CASE WHEN k.ends_on IS NULL OR a.ends_on IS NULL THEN NULL ELSE greatest(k.ends_on, a.ends_on) END, version = k.version + 1
     FROM appointments a WHERE ${SAME_POST}`,
    [keep, away, today],
  );
  await row(
    `UPDATE appointments a SET revoked_at = $4, revoked_by = $5, ended_noticed_at = $4, version = a.version + 1 FROM appointments k WHERE ${SAME_POST}`,
    [keep, away, today, at, actorId],
  );
}
