import { MEMBERSHIP, transition, type MembershipAct, type MembershipState } from '@stoa/domain';
import type { Tx } from '../../platform/database/database.js';
import { Refusal } from '../../platform/errors.js';
import { newId } from '../../platform/ids.js';
import type { NetworkRow } from './network.statement.js';

/** A membership as commands lock it. */
export interface LockedMembership {
  id: string;
  network_id: string;
  person_id: string;
  state: MembershipState;
  suspended_until: string | null;
  version: number;
}

const LOCK = 'SELECT id, network_id, person_id, state, suspended_until, version FROM memberships';

/** A person's open membership in a network, locked; null where there is none. The network's row is locked first, always. */
export function lockOpenMembership(tx: Tx, networkId: string, personId: string): Promise<LockedMembership | null> {
  return tx.row<LockedMembership>(
    `${LOCK} WHERE network_id = $1 AND person_id = $2 AND state IN ('REQUESTED', 'INVITED', 'ACTIVE') FOR UPDATE`,
    [networkId, personId],
  );
}

/** The network that memberships belong to. @throws Refusal NOT_FOUND where one does not exist or they belong to several */
export async function networkOfMemberships(tx: Tx, ids: readonly string[]): Promise<string> {
  const rows = await tx.rows<{ network_id: string; n: number }>(
    'SELECT network_id, count(*)::int AS n FROM memberships WHERE id = ANY($1) GROUP BY network_id',
    [ids],
  );
  const [row] = rows;
  if (rows.length !== 1 || !row || row.n !== ids.length) throw new Refusal('NOT_FOUND');
  return row.network_id;
}

/** Memberships of a network, locked in the order of their ids, so that two commands cannot wait for each other. */
export function lockMemberships(tx: Tx, networkId: string, ids: readonly string[]): Promise<LockedMembership[]> {
  return tx.rows<LockedMembership>(`${LOCK} WHERE network_id = $1 AND id = ANY($2) ORDER BY id FOR UPDATE`, [networkId, ids]);
}

/** How a membership begins. */
export interface NewMembership {
  personId: string;
  schoolId: string | null;
  state: 'REQUESTED' | 'INVITED' | 'ACTIVE';
  message: string;
  invitedBy: string | null;
  at: Date;
}

/** Adds a membership and counts it. A suspension lasts beyond leaving and coming again. @returns its id; null where the person has an open one already */
export async function addMembership(tx: Tx, network: Pick<NetworkRow, 'id' | 'county_id'>, start: NewMembership): Promise<string | null> {
  const inserted = await tx.row<{ id: string }>(
    `INSERT INTO memberships (id, network_id, county_id, person_id, school_id, state, message, requested_at, invited_by, joined_at, suspended_until)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, (SELECT max(suspended_until) FROM memberships WHERE network_id = $2 AND person_id = $4))
     ON CONFLICT (network_id, person_id) WHERE state IN ('REQUESTED', 'INVITED', 'ACTIVE') DO NOTHING RETURNING id`,
    [
      newId(),
      network.id,
      network.county_id,
      start.personId,
      start.schoolId,
      start.state,
      start.message,
      start.at,
      start.invitedBy,
      start.state === 'ACTIVE' ? start.at : null,
    ],
  );
  if (inserted && start.state === 'ACTIVE') await countMembers(tx, network.id, 1);
  return inserted?.id ?? null;
}

/** What a change writes beside the state. */
export interface MembershipChange {
  at: Date;
  /** Who decided; null where the person did. */
  decidedBy: string | null;
  reason?: string;
  /** Where the membership's school was not known when it was made. */
  schoolId?: string | null;
}

/** Moves a locked membership by an act and keeps the count. @throws Refusal CONFLICT where the act is not legal in its state */
export async function moveMembership(
  tx: Tx,
  membership: LockedMembership,
  act: MembershipAct,
  change: MembershipChange,
): Promise<MembershipState> {
  const next = transition(MEMBERSHIP, membership.state, act);
  if (next === null) throw new Refusal('CONFLICT');
  await tx.row(
    `UPDATE memberships SET state = $2, decided_by = $3, refusal_reason = $4, school_id = coalesce(school_id, $5),
       joined_at = CASE WHEN $2 = 'ACTIVE' THEN $6 ELSE joined_at END, left_at = CASE WHEN $2 IN ('LEFT', 'REFUSED') THEN $6 END,
       version = version + 1
     WHERE id = $1`,
    [membership.id, next, change.decidedBy, change.reason ?? '', change.schoolId ?? null, change.at],
  );
  const counted = Number(next === 'ACTIVE') - Number(membership.state === 'ACTIVE');
  if (counted !== 0) await countMembers(tx, membership.network_id, counted);
  return next;
}

/** Ends every open membership of a person who goes for good: leaves, takes requests back, lets invitations lapse. */
export async function leaveAllNetworks(tx: Tx, personId: string, at: Date): Promise<void> {
  const open = await tx.rows<{ network_id: string }>(
    `SELECT network_id FROM memberships WHERE person_id = $1 AND state IN ('REQUESTED', 'INVITED', 'ACTIVE') ORDER BY network_id`,
    [personId],
  );
  for (const { network_id: networkId } of open) {
    await tx.row('SELECT 1 FROM networks WHERE id = $1 FOR NO KEY UPDATE', [networkId]);
    const membership = await lockOpenMembership(tx, networkId, personId);
    if (membership) await moveMembership(tx, membership, membership.state === 'ACTIVE' ? 'LEAVE' : 'WITHDRAW', { at, decidedBy: null });
  }
}

/** Keeps `networks.members_count` in the transaction of the change. */
async function countMembers(tx: Tx, networkId: string, by: number): Promise<void> {
  await tx.row('UPDATE networks SET members_count = members_count + $2 WHERE id = $1', [networkId, by]);
}

/** Whether a person's last time in a network was ended, or a request refused, by somebody else: then no open door, but a request. */
export async function wasTurnedAway(tx: Tx, networkId: string, personId: string): Promise<boolean> {
  const last = await tx.row<{ turned_away: boolean }>(
    "SELECT refusal_reason <> '' AS turned_away FROM memberships WHERE network_id = $1 AND person_id = $2 ORDER BY requested_at DESC, id DESC LIMIT 1",
    [networkId, personId],
  );
  return last?.turned_away ?? false;
}
