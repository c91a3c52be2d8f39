import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Every audit row gets a place in one of 32 chains: its hash covers its content and the hash before it. A transaction takes a chain
 * that nobody holds, so changes do not wait for each other. Personal values stand beside the log, under a salted digest.
 */
export class ChainAudit1764000500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE audit_log ADD COLUMN personal_digest bytea, ADD COLUMN chain smallint, ADD COLUMN seq bigint, ADD COLUMN hash bytea;
      CREATE TABLE audit_heads (chain smallint PRIMARY KEY, seq bigint NOT NULL, hash bytea NOT NULL);
      INSERT INTO audit_heads SELECT no, 0, sha256(convert_to('stoa audit chain ' || no, 'UTF8')) FROM generate_series(0, 32) AS no;
      CREATE TABLE audit_personal (
        audit_id uuid PRIMARY KEY REFERENCES audit_log (id),
        person_id uuid NOT NULL,
        salt bytea NOT NULL,
        content text NOT NULL
      );
      CREATE INDEX audit_personal_person ON audit_personal (person_id);

      CREATE FUNCTION audit_content(r audit_log) RETURNS text LANGUAGE sql STABLE AS $$
        SELECT string_agg(coalesce(octet_length(value) || ':' || value, '-'), ',' ORDER BY no)
        FROM unnest(ARRAY[r.chain::text, r.seq::text, r.id::text, to_char(r.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
          r.actor_id::text, r.act, r.subject_type, r.subject_id::text, r.county_id::text, r.request_id, r.detail::text,
          encode(r.personal_digest, 'hex')]) WITH ORDINALITY AS field (value, no)
      $$;

      CREATE FUNCTION audit_take_place() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
      DECLARE
        mine smallint := nullif(current_setting('stoa.audit_chain', true), '')::smallint;
        head audit_heads%ROWTYPE;
      BEGIN
        IF mine IS NULL THEN
          SELECT * INTO head FROM audit_heads WHERE chain BETWEEN 1 AND 32 LIMIT 1 FOR UPDATE SKIP LOCKED;
          IF NOT FOUND THEN mine := 1 + floor(random() * 32)::smallint; END IF;
        END IF;
        IF mine IS NOT NULL THEN SELECT * INTO STRICT head FROM audit_heads WHERE chain = mine FOR UPDATE; END IF;
        PERFORM set_config('stoa.audit_chain', head.chain::text, true);
        NEW.chain := head.chain;
        NEW.seq := head.seq + 1;
        NEW.hash := sha256(head.hash || convert_to(audit_content(NEW), 'UTF8'));
        UPDATE audit_heads SET seq = NEW.seq, hash = NEW.hash WHERE chain = head.chain;
        RETURN NEW;
      END $$;
      CREATE TRIGGER audit_log_place BEFORE INSERT ON audit_log FOR EACH ROW EXECUTE FUNCTION audit_take_place();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER audit_log_place ON audit_log;
      DROP FUNCTION audit_take_place();
      DROP FUNCTION audit_content(audit_log);
      DROP TABLE audit_personal, audit_heads;
      ALTER TABLE audit_log DROP COLUMN personal_digest, DROP COLUMN chain, DROP COLUMN seq, DROP COLUMN hash;
    `);
  }
}
