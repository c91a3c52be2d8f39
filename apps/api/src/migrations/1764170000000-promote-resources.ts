import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When reviewers of a place put a resource forward to others. */
export class PromoteResources1764170000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE resources ADD COLUMN promoted_at timestamptz(3)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE resources DROP COLUMN promoted_at');
  }
}
