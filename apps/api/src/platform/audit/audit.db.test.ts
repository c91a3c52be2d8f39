import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cloneDatabase, CROWD, type TestDatabase } from '../../testing/database.js';
import { audit, eraseAuditPersonal, type AuditEntry } from '../database/audit.js';
import type { Sql } from '../database/database.js';
import { newId } from '../ids.js';
import { anchorAudit, anchorFile } from './audit.jobs.js';
import { readAnchors, type Anchor } from './anchors.js';
import { verifyAudit } from './verify.js';

const AT = new Date('2026-11-24T07:00:00.5Z');
const quiet = () => undefined;
let db: TestDatabase;
let folder: string;

describe('audit', () => {
  beforeEach(async () => {
    db = await cloneDatabase({ connections: CROWD });
    folder = mkdtempSync(join(tmpdir(), 'stoa-audit-'));
  });
  afterEach(async () => {
    await db.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  const entry = (over: Partial<AuditEntry> = {}): AuditEntry => ({
    actorId: newId(),
    act: 'lockThread',
    subjectType: 'Thread',
    subjectId: newId(),
    at: AT,
    detail: { note: 'ζ "я" ż', n: 1.5, none: null },
    ...over,
  });

  async function write(count: number, over: Partial<AuditEntry> = {}): Promise<void> {
    await db.transaction(async (tx) => {
      for (let no = 0; no < count; no++) await audit(tx, entry(over));
    });
  }

  const broken = async (anchors: Anchor[] = []) => (await verifyAudit(db, anchors, quiet)).broken;

  /** What somebody with power over the database itself may do. */
  async function tamper(...statements: string[]): Promise<void> {
    await db.transaction(async (tx: Sql) => {
      await tx.row('ALTER TABLE audit_log DISABLE TRIGGER USER');
      for (const statement of statements) await tx.row(statement);
      await tx.row('ALTER TABLE audit_log ENABLE TRIGGER USER');
    });
  }

  describe('the audit log', () => {
    it('is whole after many writers at once, none of whom waited for a chain of another', async () => {
      await write(3);
      await db.transaction(async (one) => {
        await audit(one, entry());
        await audit(one, entry());
        // Waits for ever if it needs the chain that the first one holds.
        await db.transaction((two) => audit(two, entry({ actorId: null, requestId: 'r', countyId: newId() })));
      });
      await Promise.all(Array.from({ length: 40 }, () => write(2)));
      await expect(db.transaction(async (tx) => audit(tx, entry()).then(() => Promise.reject(new Error('undone'))))).rejects.toThrow(
        'undone',
      );
      const verdict = await verifyAudit(db, [], quiet);
      expect(verdict).toMatchObject({ rows: 86, broken: null });
      expect(verdict.chains).toBeGreaterThan(1);
    });

    it('takes rows and nothing else', async () => {
      await write(1);
      for (const statement of [`UPDATE audit_log SET act = 'x'`, 'DELETE FROM audit_log', 'TRUNCATE audit_log CASCADE'])
        await expect(db.row(statement)).rejects.toThrow('takes rows and nothing else');
    });

    it.each([
      ['an edit', `UPDATE audit_log SET act = 'unlockThread' WHERE seq = 3`, /row 3 .*not as it was written/],
      ['an edit of the detail', `UPDATE audit_log SET detail = '{}' WHERE seq = 3`, /row 3 .*not as it was written/],
      ['a deletion', 'DELETE FROM audit_log WHERE seq = 3', /row 4 .*1 rows before it are missing/],
      ['a deletion closed up', 'DELETE FROM audit_log WHERE seq = 3; UPDATE audit_log SET seq = seq - 1 WHERE seq > 3', /row 3/],
      ['a reordering', 'UPDATE audit_log SET seq = 7 - seq WHERE seq IN (3, 4)', /row 3 .*not in its place/],
      [
        'an added row',
        `INSERT INTO audit_log (id, at, act, subject_type, subject_id) SELECT id, at, act, subject_type, id FROM (SELECT gen_random_uuid() AS id, now() AS at, 'a' AS act, 'B' AS subject_type) x`,
        /in no chain/,
      ],
      ['a cut-off end', 'DELETE FROM audit_log WHERE seq > 4', /ends at row 4, and its head says 6/],
      ['a deletion of everything', 'DELETE FROM audit_log; DELETE FROM audit_heads', /heads of the chains are missing/],
    ])('shows %s', async (_name, statement, expected) => {
      await write(6);
      expect(await broken()).toBeNull();
      await tamper('DROP INDEX audit_log_chain', ...statement.split('; '));
      expect(await broken()).toMatch(expected);
    });

    it('shows by what was noted outside that an end was cut off with its head, or the whole chain written anew', async () => {
      const services = { config: { dataDir: folder }, db, log: { info: quiet } } as unknown as Parameters<typeof anchorAudit>[0];
      await write(4);
      await anchorAudit(services);
      await write(2);
      await anchorAudit(services);
      const anchors = await readAnchors(anchorFile({ dataDir: folder }));
      expect(await verifyAudit(db, anchors, quiet)).toMatchObject({ rows: 6, anchors: 2, broken: null });
      await tamper(
        'DELETE FROM audit_log WHERE seq > 4',
        'UPDATE audit_heads h SET seq = l.seq, hash = l.hash FROM audit_log l WHERE l.seq = 4 AND h.chain = l.chain',
      );
      expect(await broken()).toBeNull();
      expect(await broken(anchors)).toMatch(/ends at row 4, and row 6 was noted outside the database/);
      await write(2);
      expect(await broken(anchors)).toMatch(/row 6 .*not the row that was noted/);
      await anchorAudit(services, 'a restored backup');
      expect(await broken(await readAnchors(anchorFile({ dataDir: folder })))).toBeNull();
    });

    it('stays whole when a person’s values are erased, and shows where they were changed', async () => {
      const [ewa, jan] = [newId(), newId()];
      await write(2, { personal: { personId: ewa, values: { before: 'ewa@example.org', after: 'eva@example.org' } } });
      await write(1, { personal: { personId: jan, values: { before: 'jan@example.org' } } });
      expect(await db.transaction((tx) => eraseAuditPersonal(tx, ewa))).toBe(2);
      expect(await verifyAudit(db, [], quiet)).toMatchObject({ rows: 3, erased: 2, broken: null });
      const { text } = (await db.row<{ text: string }>(
        `SELECT string_agg(l::text, '') || (SELECT string_agg(p::text, '') FROM audit_personal p) AS text FROM audit_log l`,
      )) ?? { text: '' };
      expect(text).toContain('jan@example.org');
      expect(text).not.toMatch(/ewa@|eva@|65776140/);
      await db.row(`UPDATE audit_personal SET content = '{}'`);
      expect(await broken()).toMatch(/personal values beside it/);
    });
  });
});
