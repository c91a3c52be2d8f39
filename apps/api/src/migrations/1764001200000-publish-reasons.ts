import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether the reason of a decision stands in the network's log, which everybody there reads. Of earlier ones nobody said so. */
export class PublishReasons1764001200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE moderation_decisions ADD COLUMN reason_public boolean NOT NULL DEFAULT false');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE moderation_decisions DROP COLUMN reason_public');
  }
}
