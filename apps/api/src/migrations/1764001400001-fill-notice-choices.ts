import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who wanted no mail of a first reply or of a mention finds them in the inbox alone. */
export class FillNoticeChoices1764001400001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      INSERT INTO notice_choices (id, person_id, kind, delivery, chosen_at)
      SELECT gen_random_uuid(), p.id, k.kind, 'APP', now() FROM people p JOIN (VALUES ('FIRST_REPLY'), ('MENTION')) AS k(kind)
        ON p.preferences -> 'mutedMails' ? k.kind
      WHERE p.status <> 'MERGED' ON CONFLICT DO NOTHING
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DELETE FROM notice_choices');
  }
}
