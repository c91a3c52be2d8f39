import { UNDECIDED } from '@stoa/domain';
import { statusesFrom, type SubjectAdapter, type SubjectNotice } from './subjects.js';

interface MemberRow {
  network_id: string;
  county_id: string;
  person_id: string;
  suspended_until: string | null;
  path: string[];
}

/**
 * Memberships as moderation knows them. Suspending and lifting are commands of networks, which keep them in the log; here alone appeals
 * against them are decided.
 */
export const memberSubject: SubjectAdapter = {
  type: 'Membership',
  kinds: [],
  async lock(tx, id) {
    const found = await tx.row<{ network_id: string }>('SELECT network_id FROM memberships WHERE id = $1', [id]);
    if (!found) return null;
    await tx.row('SELECT 1 FROM networks WHERE id = $1 FOR NO KEY UPDATE', [found.network_id]);
    const row = await tx.row<MemberRow>(
      `SELECT m.network_id, m.county_id, m.person_id, m.suspended_until, c.path FROM memberships m JOIN territories c ON c.id = m.county_id
       WHERE m.id = $1 FOR UPDATE OF m`,
      [id],
    );
    return (
      row && {
        id,
        countyId: row.county_id,
        scopeId: row.network_id,
        target: { scopes: [row.network_id, ...row.path], networkId: row.network_id, ownerId: row.person_id, concerns: [row.person_id] },
        readAct: 'network.admit',
        authorId: row.person_id,
        status: { ...UNDECIDED, suspended: row.suspended_until !== null },
        endsAt: row.suspended_until,
      }
    );
  },
  async saveStatus(tx, subject, { suspended }) {
    // A suspension went along where the person left and came again, so it goes from every time in the network.
    if (!suspended)
      await tx.row(
        `UPDATE memberships SET suspended_until = NULL, refusal_reason = CASE WHEN state = 'ACTIVE' THEN '' ELSE refusal_reason END, version = version + 1
         WHERE network_id = $1 AND person_id = $2 AND suspended_until IS NOT NULL`,
        [subject.scopeId, subject.authorId],
      );
  },
  cachedStatus: (sql, ids) =>
    statusesFrom(sql, 'SELECT id, suspended_until IS NOT NULL AS suspended FROM memberships WHERE id = ANY($1)', ids),
  notices: (sql, ids) =>
    sql.rows<SubjectNotice>(
      `SELECT m.id, m.person_id AS "authorId", n.name AS title, '/networks/' || n.slug AS path FROM memberships m JOIN networks n ON n.id = m.network_id
       WHERE m.id = ANY($1)`,
      [ids],
    ),
};
