import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Suspensions from before they were kept in the decision log get their entry, so that whoever is suspended finds it and can appeal. Who
 * decided, and when, stands in the audit log.
 */
export class LogEarlierSuspensions1764001200001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SELECT set_config('stoa.sight', 'audit', true);
      INSERT INTO moderation_decisions (id, county_id, scope_id, subject_type, subject_id, author_id, seq, kind, reason, decided_by, decided_at)
      SELECT gen_random_uuid(), m.county_id, m.network_id, 'Membership', m.id, m.person_id, 1, 'SUSPEND', m.refusal_reason, l.actor_id, l.at
      FROM memberships m CROSS JOIN LATERAL (
        SELECT a.actor_id, a.at FROM audit_log a WHERE a.subject_type = 'Membership' AND a.subject_id = m.id AND a.act = 'suspendMember' AND a.actor_id IS NOT NULL
        ORDER BY a.at DESC LIMIT 1) l
      WHERE m.suspended_until IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM moderation_decisions d WHERE d.subject_type = 'Membership' AND d.subject_id = m.id)`);
  }

  async down(): Promise<void> {
    // The log takes entries and gives none back.
  }
}
