import type { MigrationInterface, QueryRunner } from 'typeorm';
import { dropIndex, makeIndex } from '../platform/database/make-index.js';

/** Rows from before the chains get chain 0, in the order of their times; and the indexes that the search needs. */
export class ChainEarlierAudit1764000500001 implements MigrationInterface {
  /** Indexes are built while others write. */
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DO $$
      DECLARE earlier audit_log%ROWTYPE; head audit_heads%ROWTYPE;
      BEGIN
        SELECT * INTO STRICT head FROM audit_heads WHERE chain = 0 FOR UPDATE;
        FOR earlier IN SELECT * FROM audit_log WHERE chain IS NULL ORDER BY at, id LOOP
          earlier.chain := 0;
          earlier.seq := head.seq + 1;
          head.seq := earlier.seq;
          head.hash := sha256(head.hash || convert_to(audit_content(earlier), 'UTF8'));
          UPDATE audit_log SET chain = 0, seq = head.seq, hash = head.hash WHERE id = earlier.id;
        END LOOP;
        UPDATE audit_heads SET seq = head.seq, hash = head.hash WHERE chain = 0;
      END $$`);
    await makeIndex(runner, 'audit_log_chain', 'audit_log (chain, seq)', { unique: true });
    await makeIndex(runner, 'audit_log_at', 'audit_log (at, id)');
    await makeIndex(runner, 'audit_log_actor', 'audit_log (actor_id, at, id)');
    await makeIndex(runner, 'audit_log_act', 'audit_log (act, at, id)');
    await makeIndex(runner, 'audit_log_county', 'audit_log (county_id, at, id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of ['audit_log_chain', 'audit_log_at', 'audit_log_actor', 'audit_log_act', 'audit_log_county'])
      await dropIndex(runner, name);
  }
}
